using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ExportPortal.Web.Caching;

/// <summary>Answers a request with a page, or tells that the reader has it already.</summary>
internal static class PageAnswer
{
    // Readers may keep it but ask each time whether it still holds, so that an edit is shown at once.
    private static readonly StringValues AskAgain = "public, no-cache";
    private static readonly StringValues ByEncoding = HeaderNames.AcceptEncoding;

    public static Task WriteAsync(HttpContext context, KeptPage page, PageForm form)
    {
        var response = context.Response;
        var headers = response.Headers;
        foreach (var (name, value) in page.Origin.Headers)
            headers[name] = value;
        (headers.CacheControl, headers.Vary, headers.ETag) = (AskAgain, ByEncoding, form.ETag);
        if (Names(context.Request.Headers.IfNoneMatch, form.ETag))
        {
            (response.StatusCode, response.ContentLength, headers.ContentType) = (StatusCodes.Status304NotModified, null, default);
            return Task.CompletedTask;
        }
        if (form.Coding.Name() is { } coding)
            headers.ContentEncoding = coding;
        response.ContentLength = form.Body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(form.Body, 0, form.Body.Length, context.RequestAborted);
    }

    private static bool Names(StringValues known, string tag)
    {
        if (known.Count == 0)
            return false;
        if (known.Count == 1 && known[0] == tag)
            return true;
        return EntityTagHeaderValue.TryParseList(known, out var tags)
            && tags.Any(t => t == EntityTagHeaderValue.Any || t.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
    }
}
