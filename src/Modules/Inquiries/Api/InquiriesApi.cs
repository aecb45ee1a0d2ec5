using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ExportPortal.Inquiries.Mails;
using ExportPortal.Inquiries.Receiving;
using ExportPortal.Kernel.Api;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace ExportPortal.Inquiries.Api;

/// <summary>Inquiries from programs: the same checks and the same saving as the form's, without attachments.</summary>
internal static class InquiriesApi
{
    private const int MostBytes = 64 * 1024;
    private const string KeyHeader = "Idempotency-Key";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new SoundTextConverter() } };

    public static void MapInquiriesApi(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(ApiEndpoints.Root + "/inquiries", PostAsync).DisableAntiforgery().WithName("PostInquiry");

    private static async Task<IResult> PostAsync(HttpContext context, FormGate gate, SendForm send, InquiryMails mails, InterfaceTexts words)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (gate.TooMany(context) is { } tooMany)
            return Problem(context, StatusCodes.Status429TooManyRequests, words, tooMany);
        var answer = await gate.SendAsync(context, () => ReceiveAsync(context, gate, send, mails, words), a => a is Created<Received>);
        gate.Tell(context);
        return answer;
    }

    private static async Task<IResult> ReceiveAsync(HttpContext context, FormGate gate, SendForm send, InquiryMails mails, InterfaceTexts words)
    {
        if (CurrentCulture.IsMalformed(context))
            return Problem(context, StatusCodes.Status400BadRequest, words, new Refusal("Kernel.Api.Culture", "culture"));
        if (context.Request.Headers[KeyHeader] is not [{ Length: >= 8 and <= 255 } idempotency])
            return Problem(context, StatusCodes.Status400BadRequest, words, new Refusal("Inquiries.Api.KeyMissing", KeyHeader));
        if (await ReadAsync(context.Request) is not { } body)
            return Problem(context, StatusCodes.Status413PayloadTooLarge, words, new Refusal("Inquiries.Api.TooLarge"));
        if (TryParse(body, out var request, out var field) is { } malformed)
            return Problem(context, StatusCodes.Status400BadRequest, words, new Refusal(malformed, field, ("field", field)));

        var culture = PortalCultures.Find(request.Culture) ?? CurrentCulture.Of(context);
        CurrentCulture.Set(context, culture);
        var key = new SendingKey("api:" + Digest(Encoding.UTF8.GetBytes(idempotency)), Digest(body));
        var receipt = await gate.FindSentAsync(key, context.RequestAborted);
        if (receipt is null)
        {
            var sent = await send.RunAsync(request.ToForm(), culture, key, FormFiles.None, context.RequestAborted);
            if (!sent.IsDone)
                return Problem(context, StatusCodes.Status400BadRequest, words, [.. sent.Refusals]);
            receipt = sent.Value;
        }
        if (receipt.Digest != key.Digest)
            return Problem(context, StatusCodes.Status409Conflict, words, new Refusal("Inquiries.Api.KeyUsed", KeyHeader));
        context.Response.Headers.ContentLanguage = receipt.Culture;
        var address = mails.TrackingAddressOf(receipt.Culture, receipt.Token);
        return TypedResults.Created(address, new Received(receipt.Reference, address));
    }

    private sealed record Received(string Reference, string TrackingUrl);

    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var part = new byte[8 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted)) > 0)
        {
            body.Write(part, 0, read);
            if (body.Length > MostBytes)
                return null;
        }
        return body.ToArray();
    }

    // The text key of what is wrong with the body, and the field where it is; null when it can be read.
    private static string? TryParse(byte[] body, out InquiryRequest request, out string? field)
    {
        (request, field) = (null!, null);
        try
        {
            request = JsonSerializer.Deserialize<InquiryRequest>(body, Json)!;
            return request is null ? "Inquiries.Api.NotAnObject" : null;
        }
        catch (JsonException fault)
        {
            // The path is $.field, or $ when the whole is no object.
            field = fault.Path is { Length: > 2 } path ? path[2..].Split('.', '[')[0] : null;
            return field is null ? "Inquiries.Api.NotAnObject" : "Inquiries.Api.FieldMalformed";
        }
    }

    private static IResult Problem(HttpContext context, int status, InterfaceTexts texts, params Refusal[] refusals)
    {
        var words = texts.WordingOf(context);
        return ApiProblem.Of(context, status, refusals is [var only] ? words.Explain(only) : words["Inquiries.Api.Refused"],
            [.. refusals.Select(r => r.Field == "product" ? r with { Field = "products" } : r)]);
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
