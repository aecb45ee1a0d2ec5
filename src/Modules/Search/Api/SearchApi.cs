using System.Security.Cryptography;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Limits;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.Texts;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Index;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ExportPortal.Search.Api;

/// <summary>Answers <c>GET /api/v1/search</c>.</summary>
internal sealed class SearchApi(SearchIndex index, SearchRequestReader reader, FacetWords words, InterfaceTexts texts, ReadLimit limit)
{
    public IResult Answer(HttpContext context)
    {
        var wish = CurrentCulture.Of(context);
        var refusals = new List<Refusal>();
        var request = reader.Read(context.Request.Query, SearchRequestReader.ReadCulture(context.Request.Query, wish.Tag, refusals), refusals);
        // The browser's wish counts only where the address names no culture that can be read.
        if (context.Request.Query["culture"].Count == 0 || refusals.Exists(r => r.Field == "culture"))
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        else
            CurrentCulture.Set(context, PortalCultures.Nearest(request.Culture) ?? PortalCultures.Default);
        var wording = texts.WordingOf(context);
        context.Response.Headers.ContentLanguage = wording.Culture.Tag;

        if (!limit.TryTake(context))
            return Problem(context, StatusCodes.Status429TooManyRequests, wording["Search.TooMany"]);
        if (refusals.Count > 0)
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.ValidationProblem(
                refusals.GroupBy(r => r.Field!).ToDictionary(f => f.Key, f => f.Select(wording.Explain).ToArray()),
                title: wording["Search.Refused.Title"], statusCode: StatusCodes.Status400BadRequest);
        }
        if (!index.Snapshot.Ready)
        {
            context.Response.Headers.RetryAfter = "2";
            return Problem(context, StatusCodes.Status503ServiceUnavailable, wording["Search.NotReady"]);
        }
        return Send(context, SearchAnswerJson.Of(request, index.Search(request.ToQuery(index)), words).ToBytes());
    }

    // A change shows at once, so an answer may be kept but must be asked for again: if it is still the same, nothing is sent.
    private static IResult Send(HttpContext context, byte[] body)
    {
        context.Response.Headers.CacheControl = "public, no-cache";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"", isWeak: true);
        return Results.Bytes(body, "application/json; charset=utf-8", entityTag: tag);
    }

    private static IResult Problem(HttpContext context, int status, string title)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Problem(title: title, statusCode: status);
    }
}
