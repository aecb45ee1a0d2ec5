using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Limits;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;
using ExportPortal.Search.Queries;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Search.Pages.Searching;

internal sealed class SearchModel(SearchIndex index, SearchRequestReader reader, FacetWords words, ReadLimit limit, PageHead head) : PageModel
{
    private const int MostSectorsToTry = 8;

    public SearchRequest Asked { get; private set; } = null!;

    public SearchLinks Links { get; private set; } = null!;

    /// <summary>Null while the index is not ready.</summary>
    public SearchAnswer? Answer { get; private set; }

    public IReadOnlyList<FacetView> Facets { get; private set; } = [];

    public IReadOnlyList<KindTab> Kinds { get; private set; } = [];

    /// <summary>The sectors that the words name, while nothing is chosen.</summary>
    public IReadOnlyList<FacetOption> NamedSectors { get; private set; } = [];

    public int LastPage => Answer is null ? 1 : Math.Max(1, (Answer.Total + Asked.PageSize - 1) / Asked.PageSize);

    /// <summary>The kind that texts speak of.</summary>
    public string Kind => Asked.Kinds is [var one] ? one : SearchRequest.AllKinds;

    public FacetWords Words => words;

    public IActionResult OnGet([FromServices] NamedSectors namedSectors)
    {
        if (!limit.TryTake(HttpContext))
            return StatusCode(StatusCodes.Status429TooManyRequests);
        var culture = CurrentCulture.Of(HttpContext);
        var refusals = new List<Refusal>();
        Asked = reader.Read(Request.Query, culture.Tag, refusals);
        Links = new(Request.Path.ToUriComponent(), Asked);
        // What is not understood takes its default, under the address that says so; programs are refused instead.
        if (refusals.Count > 0)
            return Redirect(Links.Page(Asked.Page));
        (head.NoSearch, head.SearchText, head.NoIndex) = (true, Asked.Text, Request.Query.Count > 0);
        Response.Headers.CacheControl = "public, no-cache";
        if (!index.Snapshot.Ready)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            (Response.Headers.RetryAfter, Response.Headers.CacheControl) = ("2", "no-store");
            return Page();
        }
        Answer = index.Search(Asked.ToQuery(index));
        // The list may have become shorter since the address was noted down.
        if (Asked.Page > LastPage)
            return Redirect(Links.Page(LastPage));
        Facets = [.. FacetView.Of(Answer.Facets.Where(IsWorthOffering), culture, words)];
        Kinds = [.. reader.Kinds.Select(CountKind)];
        if (Asked.Page == 1 && Asked.Chosen.Count == 0 && Asked.Kinds is [SearchRequest.DefaultKind])
            NamedSectors = FindNamedSectors(Answer.Correction ?? Asked.Text, namedSectors);
        return Page();
    }

    /// <summary>The sectors with the most products, for those who found nothing.</summary>
    public IReadOnlyList<FacetOption> SectorsToTry() => [.. Sectors().Take(MostSectorsToTry)];

    private FacetOption[] FindNamedSectors(string text, NamedSectors namedSectors) =>
        QueryText.Read(text) is { Phrases: [], Unwanted: [] } marked && namedSectors.In(marked.Words, index.Snapshot) is { Count: > 0 } named
            ? [.. Sectors().Where(s => named.Contains(s.Value.Value))] : [];

    private IEnumerable<FacetOption> Sectors()
    {
        var answer = index.Search(new() { Culture = Asked.Culture, Kinds = [SearchRequest.DefaultKind], Facets = [SearchFacets.Sector], PageSize = 1 });
        return FacetView.Of(answer.Facets, CurrentCulture.Of(HttpContext), words).SelectMany(f => f.Shown.Concat(f.Folded));
    }

    // A single value that all results share narrows nothing.
    private bool IsWorthOffering(FacetCount facet) => facet.Values.Any(v => v.Selected || v.Count < Answer!.Total);

    private KindTab CountKind(string kind)
    {
        var current = Asked.Kinds.Contains(kind);
        var count = current && Asked.Chosen.Count == 0 && Asked.Kinds.Count == 1 ? Answer!.Total
            : index.Search(new() { Text = Asked.Text, Culture = Asked.Culture, Kinds = [kind], PageSize = 1 }).Total;
        return new(kind, count, current);
    }
}
