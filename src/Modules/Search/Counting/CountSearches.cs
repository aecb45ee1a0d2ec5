using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Index;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Search.Counting;

/// <summary>
/// Counts queries asked of the search page, and results opened from it, in memory. Results are pages kept for all readers, so it looks
/// before the page cache, at the address that the browser says it comes from.
/// </summary>
internal sealed class CountSearches(QueryTally tally, SearchIndex index, SearchRequestReader reader, FacetWords words, ILogger<CountSearches> log) : IStartupFilter
{
    private const string SearchPage = "search";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) => MayCount(context.Request) ? AnswerAsync(context, following) : following(context));
        next(app);
    };

    private static bool MayCount(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && (request.QueryString.HasValue && IsSearch(request.Path.Value) || request.Headers.Referer is [{ } from] && from.Contains("/search?", StringComparison.Ordinal));

    private async Task AnswerAsync(HttpContext context, RequestDelegate following)
    {
        var path = context.Request.Path.Value!;
        await following(context);
        // Behind the answer: nobody waits for it, and proxies' headers have been read.
        if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified && !IsLoadedAhead(context.Request))
            TryCount(context.Request, path);
    }

    // What can't be counted is no reason to break a page.
    private void TryCount(HttpRequest request, string path)
    {
        try
        {
            Count(request, path);
        }
        catch (Exception fault)
        {
            log.SearchNotCounted(fault);
        }
    }

    private void Count(HttpRequest request, string path)
    {
        var before = ReadBefore(request);
        if (IsSearch(path))
        {
            var asked = reader.Read(request.Query, CultureOf(path)!, []);
            // Who turns the page, sorts, narrows or changes the language looks closer at the same search.
            if (asked.Page == 1 && Read(asked) is { } query && query.Query.Query != before?.Query.Query)
                tally.AddAsked(query.Query, query.Text);
        }
        else if (before is { } from && IsResult(path))
        {
            tally.AddOpened(from.Query, from.Text);
            // It may have been asked without a market, and narrowed since.
            if (from.Query.Market.Length > 0)
                tally.AddOpened(from.Query with { Market = "" }, from.Text);
        }
    }

    private (AskedQuery Query, string Text)? Read(SearchRequest asked)
    {
        if (WorthCounting.Read(asked.Text, key => index.Snapshot.CountPostings(Term.Of(Term.Code, key)) > 0) is not { } text)
            return null;
        var market = asked.Chosen.Where(c => c.Facet == "market").Select(c => c.Value).ToArray() is [var only] ? only : "";
        // An address can name any: what is no market may be anything.
        if (market.Length > 0 && words.Label("market", market, asked.Culture).Culture.Length == 0)
            return null;
        return (new(asked.Culture, market, WorthCounting.KeyOf(text)), text);
    }

    /// <summary>The search that the browser comes from; null for another site's, and for any other page.</summary>
    private (AskedQuery Query, string Text)? ReadBefore(HttpRequest request) =>
        request.Headers.Referer is [{ } referer] && Uri.TryCreate(referer, UriKind.Absolute, out var from)
            && from.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase) && IsSearch(from.AbsolutePath)
            ? Read(reader.Read(new QueryCollection(QueryHelpers.ParseQuery(from.Query)), CultureOf(from.AbsolutePath)!, [])) : null;

    private static bool IsLoadedAhead(HttpRequest request) => request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);

    private static bool IsSearch(string? path) => path is not null && path.EndsWith("/" + SearchPage, StringComparison.Ordinal) && CultureOf(path) is { } culture && path.Length == culture.Length + SearchPage.Length + 2;

    // A subject's page stands below its list's; nothing else that a search page leads to stands as deep but what follows the search itself.
    private static bool IsResult(string path) => CultureOf(path) is not null && path.Split('/') is [_, _, { Length: > 0 } list, { Length: > 0 }] && list != SearchPage;

    private static string? CultureOf(string path) => path.Split('/', 3) is ["", var first, _] && PortalCultures.Find(first) is { } culture && culture.Tag == first ? first : null;
}
