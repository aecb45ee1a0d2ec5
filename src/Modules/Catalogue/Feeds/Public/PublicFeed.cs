using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Api;
using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Limits;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ExportPortal.Catalogue.Feeds.Public;

/// <summary>
/// Answers <c>GET /api/v1/feed</c> with the public catalogue as a feed, or with what changed after a position. The headers tell the
/// position from which to go on.
/// </summary>
internal sealed class PublicFeed(PublicLines lines, ChangeLog log, PublicAddress address, Wording words, ReadLimit limit)
{
    public const string PositionHeader = "Feed-Position";

    // The position of a log without entries.
    private const string Beginning = "0";
    private const int MarkLength = 8;

    // A new build may write the same catalogue in another way.
    private static readonly string Build = typeof(PublicFeed).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        var given = context.Request.Query["since"] is { Count: > 0 } asked ? asked.ToString() : Beginning;
        if (!TryReadNumber(given, out var number))
            return ApiProblem.Refused(context, new Refusal("Catalogue.Api.Since", "since"));
        // Before the first line: what changes meanwhile is told again from here.
        var newest = await log.FindAsync(await log.NewestAsync(stop), stop);
        // Who holds an empty catalogue begins anew all the same.
        var since = number == 0 ? null : await log.FindAsync(number, stop);
        if (NameOf(since) != given)
            return ApiProblem.Of(context, StatusCodes.Status410Gone, words["Catalogue.Api.SinceGone"], new Refusal("Catalogue.Api.SinceGone", "since"));
        // Each reads, writes and compresses the whole catalogue.
        if (since is null && !limit.TryBeginDownload(context))
            return ApiProblem.Of(context, StatusCodes.Status429TooManyRequests);
        var position = NameOf(newest);
        Tell(context, position);
        return new LinesResult(since is null || newest is null ? lines.AllAsync(newest, stop) : lines.ChangedAsync(since, newest, stop),
            new EntityTagHeaderValue($"\"{Build}-{given}-{position}\"", isWeak: true), limit);
    }

    private void Tell(HttpContext context, string position)
    {
        var headers = context.Response.Headers;
        // Its lines hold all cultures, whichever is asked for.
        headers.Remove(HeaderNames.ContentLanguage);
        headers.Remove(HeaderNames.Vary);
        headers[PositionHeader] = position;
        headers.Link = $"<{address.Of($"{ApiEndpoints.Root}/feed?since={position}")}>; rel=\"next\"";
        headers.CacheControl = "public, no-cache";
    }

    // After a restore of a backup the log gives its numbers anew, to other changes: the mark tells which one is meant.
    private static string NameOf(Change? entry) => entry is null ? Beginning
        : string.Create(CultureInfo.InvariantCulture, $"{entry.Position}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Mark)))[..MarkLength]}");

    private static bool TryReadNumber(string position, out long number)
    {
        if (position == Beginning)
            return (number = 0) == 0;
        var parts = position.Split('-');
        number = 0;
        // A number alone is how the release before named positions: well formed, and past.
        return (parts.Length == 1 || (parts.Length == 2 && parts[1].Length == MarkLength && parts[1].All(char.IsAsciiHexDigitLower)))
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Sends lines as they are read: none is held.</summary>
    private sealed class LinesResult(IAsyncEnumerable<JsonObject> lines, EntityTagHeaderValue tag, ReadLimit limit) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            try
            {
                await SendAsync(httpContext);
            }
            finally
            {
                limit.EndDownload(httpContext);
            }
        }

        private async Task SendAsync(HttpContext httpContext)
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
