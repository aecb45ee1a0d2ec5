using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ExportPortal.Kernel.Api;

/// <summary>
/// An answer of the API. It may be kept but must be asked for again, so that a change shows at once: whoever names its tag is told
/// that it is still the same.
/// </summary>
public sealed class ApiJson : IResult
{
    private const int HashBytes = 12;

    private readonly byte[] _body;
    private readonly string _type;
    private readonly string _hash;

    private ApiJson(byte[] body, string type)
    {
        (_body, _type) = (body, type);
        _hash = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, HashBytes));
    }

    /// <summary>How answers are written: letters of all scripts and the signs of HTML as they are, for no browser takes an answer for a page; what is absent left out.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Answers with a value.</summary>
    public static IResult Of<T>(T value) => new ApiJson(JsonSerializer.SerializeToUtf8Bytes(value, Options), "application/json; charset=utf-8");

    /// <summary>Answers with JSON that is written already.</summary>
    /// <param name="body">UTF-8.</param>
    /// <param name="type">Its media type.</param>
    public static IResult Written(byte[] body, string type = "application/json; charset=utf-8") => new ApiJson(body, type);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = "public, no-cache";
        if (FindKnown(httpContext.Request) is { } known)
        {
            response.Headers.ETag = known;
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.Headers.ETag = $"\"{_hash}\"";
        // A strong tag names the bytes that travel, and those differ by coding, which is chosen when the first of them leave.
        response.OnStarting(() =>
        {
            if (response.Headers.ContentEncoding is [{ Length: > 0 } coding])
                response.Headers.ETag = $"\"{_hash}-{coding}\"";
            return Task.CompletedTask;
        });
        (response.ContentType, response.ContentLength) = (_type, _body.Length);
        await response.Body.WriteAsync(_body, httpContext.RequestAborted);
    }

    // Whichever coding the reader got, the answer is the same.
    private string? FindKnown(HttpRequest request)
    {
        if (request.Headers.IfNoneMatch.Count == 0 || !EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags))
            return null;
        foreach (var tag in tags)
        {
            var name = tag.Tag.AsSpan().Trim('"');
            if (tag == EntityTagHeaderValue.Any)
                return $"\"{_hash}\"";
            if (name.StartsWith(_hash, StringComparison.Ordinal) && (name.Length == _hash.Length || name[_hash.Length] == '-'))
                return tag.Tag.ToString();
        }
        return null;
    }
}
