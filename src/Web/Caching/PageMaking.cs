using System.Collections.Concurrent;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ExportPortal.Web.Caching;

/// <summary>Has a page made as it is for everyone, keeps it and answers with it. Those who ask for it meanwhile wait for the one that is being made.</summary>
internal sealed class PageMaking(PageCache cache, PageClock clock)
{
    private readonly ConcurrentDictionary<PageKey, TaskCompletionSource<bool>> _underWay = new();

    public async Task AnswerAsync(HttpContext context, RequestDelegate make, PageKey key)
    {
        var mine = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var present = cache.Find(key);
        // Another takes the place of a first who went away. A page that came to its end and is not kept is for each reader apart.
        for (var ended = false; present is null && !ended && _underWay.GetOrAdd(key, mine) is var first && first != mine; present = cache.Find(key))
            ended = await first.Task.WaitAsync(context.RequestAborted);
        if (present is not null)
        {
            await PageAnswer.WriteAsync(context, present, cache.FormOf(key, present, context.Request.Headers.AcceptEncoding));
            return;
        }
        using var buffer = new PageBuffer();
        KeptPage? made;
        try
        {
            made = await MakeAsync(context, make, key, buffer);
        }
        finally
        {
            // Before the answer is sent: nobody waits for another's slow line.
            _underWay.TryRemove(new(key, mine));
            mine.SetResult(!context.RequestAborted.IsCancellationRequested);
        }
        if (made is not null)
            await PageAnswer.WriteAsync(context, made, made.First);
        else if (buffer.Length > 0)
            await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
    }

    // Null for an answer that is for this reader only; it stands in the buffer, or is left to the host to fill in.
    private async Task<KeptPage?> MakeAsync(HttpContext context, RequestDelegate make, PageKey key, PageBuffer buffer)
    {
        var moment = clock.Begin();
        var (request, response) = (context.Request, context.Response);
        await CaptureAsync(context, make, key, buffer);
        // A page that says itself how it may be kept, or sets a cookie, has its reasons.
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.CacheControl.Count > 0 || response.Headers.SetCookie.Count > 0)
            return null;
        var sources = context.RequestServices.GetRequiredService<PageSources>().All;
        var page = new KeptPage(buffer.Written, PageCodings.Choose(request.Headers.AcceptEncoding), new(moment, PageClock.PlacesOf(sources), context.GetEndpoint(), [.. HeadersOf(context)]));
        cache.Keep(key, page);
        return page;
    }

    // Whatever differs from reader to reader is out of the page's reach while it is made.
    private static async Task CaptureAsync(HttpContext context, RequestDelegate make, PageKey key, PageBuffer buffer)
    {
        var request = context.Request;
        var (method, query, cookies) = (request.Method, request.QueryString, request.Headers.Cookie);
        var outer = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var inner = new StreamResponseBodyFeature(buffer);
        try
        {
            (request.Method, request.QueryString, request.Headers.Cookie) = (HttpMethods.Get, key.Query, StringValues.Empty);
            context.Features.Set<IHttpResponseBodyFeature>(inner);
            await make(context);
            await inner.CompleteAsync();
        }
        finally
        {
            (request.Method, request.QueryString, request.Headers.Cookie) = (method, query, cookies);
            context.Features.Set(outer);
        }
    }

    private static IEnumerable<KeyValuePair<string, StringValues>> HeadersOf(HttpContext context)
    {
        foreach (var header in context.Response.Headers)
            if (header.Key != HeaderNames.ContentLength)
                yield return header;
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            yield return new(HeaderNames.ContentLanguage, CurrentCulture.Of(context).Tag);
    }
}
