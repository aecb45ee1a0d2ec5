using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Api;
using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ExportPortal.Catalogue.Feeds.Public;

/// <summary>
/// Answers <c>GET /api/v1/feed</c> with the public catalogue as a feed, or with what changed after a position. The headers tell the
/// position from which to go on.
/// </summary>
internal sealed class PublicFeed(PublicLines lines, ChangeLog log, PublicAddress address, Wording words)
{
    public const string PositionHeader = "Feed-Position";

    // A new build may write the same catalogue in another way.
    private static readonly string Build = typeof(PublicFeed).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        if (!TryReadSince(context.Request.Query["since"], out var since))
            return ApiProblem.Refused(context, new Refusal("Catalogue.Api.Since", "since"));
        // Before the first line: what changes meanwhile is told again from here.
        var position = await log.NewestAsync(stop);
        // Who holds an empty catalogue begins anew all the same.
        var entry = since == 0 ? null : await log.FindAsync(since, stop);
        if (since > 0 && entry is null)
            return ApiProblem.Of(context, StatusCodes.Status410Gone, words["Catalogue.Api.SinceGone"], new Refusal("Catalogue.Api.SinceGone", "since"));
        Tell(context, position);
        return new LinesResult(entry is null ? lines.AllAsync(stop) : lines.ChangedAsync(entry, stop), new EntityTagHeaderValue($"\"{Build}-{since}-{position}\"", isWeak: true));
    }

    private void Tell(HttpContext context, long position)
    {
        var headers = context.Response.Headers;
        // Its lines hold all cultures, whichever is asked for.
        headers.Remove(HeaderNames.ContentLanguage);
        headers.Remove(HeaderNames.Vary);
        var here = position.ToString(CultureInfo.InvariantCulture);
        headers[PositionHeader] = here;
        headers.Link = $"<{address.Of($"{ApiEndpoints.Root}/feed?since={here}")}>; rel=\"next\"";
        headers.CacheControl = "public, no-cache";
    }

    private static bool TryReadSince(Microsoft.Extensions.Primitives.StringValues given, out long since)
    {
        since = 0;
        return given.Count == 0 || (given.Count == 1 && long.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out since));
    }

    /// <summary>Sends lines as they are read: none is held.</summary>
    private sealed class LinesResult(IAsyncEnumerable<JsonObject> lines, EntityTagHeaderValue tag) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (request, response) = (httpContext.Request, httpContext.Response);
            response.Headers.ETag = tag.ToString();
            if (EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known) && known.Any(t => t.Compare(tag, useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
            response.ContentType = "application/x-ndjson; charset=utf-8";
            if (HttpMethods.IsHead(request.Method))
                return;
            await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
            await foreach (var line in lines.WithCancellation(httpContext.RequestAborted))
                await writer.WriteLineAsync(line.ToJsonString(ContentJson.Options).AsMemory(), httpContext.RequestAborted);
        }
    }
}
