using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Pages.Searching;

/// <summary>A facet as the page offers it: what is chosen and the most frequent first, the rest folded away.</summary>
internal sealed record FacetView(string Facet, FoundText Name, IReadOnlyList<FacetOption> Shown, IReadOnlyList<FacetOption> Folded)
{
    private const int MostShown = 5;

    // What narrows most buyers' search comes first; a sheet's facets stand by their sector.
    private static readonly string[] Order = [SearchFacets.Sector, "readiness", "certificate", "market", "country", "firm"];

    public static IEnumerable<FacetView> Of(IEnumerable<FacetCount> facets, PortalCulture culture, FacetWords words)
    {
        var byName = StringComparer.Create(culture.Format, ignoreCase: true);
        return facets.Select(f => Of(f, culture, words, byName)).OrderBy(f => Math.Max(0, Array.IndexOf(Order, f.Facet)));
    }

    private static FacetView Of(FacetCount facet, PortalCulture culture, FacetWords words, StringComparer byName)
    {
        var options = facet.Values.Select(v => new FacetOption(new(facet.Facet, v.Value), words.Label(facet.Facet, v.Value, culture.Tag), v.Count, v.Selected))
            .OrderByDescending(o => o.Selected).ThenByDescending(o => o.Count).ThenBy(o => o.Label.Value, byName).ToArray();
        // One more is not worth a fold.
        var shown = options.Length <= MostShown + 1 ? options.Length : Math.Max(MostShown, options.Count(o => o.Selected));
        return new(facet.Facet, words.Name(facet.Facet, culture.Tag), options[..shown], options[shown..]);
    }
}

internal sealed record FacetOption(FacetValue Value, FoundText Label, int Count, bool Selected);

/// <summary>A kind of result with how many there are.</summary>
internal sealed record KindTab(string Kind, int Count, bool Current);
