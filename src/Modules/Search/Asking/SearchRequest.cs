using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;
using ExportPortal.Search.Queries;

namespace ExportPortal.Search.Asking;

/// <summary>What an address asks for. Page and API read it alike.</summary>
internal sealed record SearchRequest
{
    public const string DefaultKind = "product";
    public const string AllKinds = "all";
    public const int DefaultPageSize = 20;
    public const int LastPage = 100_000;
    private const int MostShown = 80;

    public string Text { get; init; } = "";

    /// <summary>True if more was asked than is read.</summary>
    public bool TextCut { get; init; }

    /// <summary>True if something was typed and none of it can be searched for.</summary>
    public bool TextEmpty { get; init; }

    /// <summary>The text as titles show it: not longer than a reader takes in.</summary>
    public string ShownText => Text.Length <= MostShown ? Text.Trim() : Searcher.Cut(Text.Trim(), MostShown).TrimEnd() + "…";

    public required string Culture { get; init; }

    /// <summary>As asked: kinds, or <see cref="AllKinds"/>.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [DefaultKind];

    public IReadOnlyList<FacetValue> Chosen { get; init; } = [];

    public SearchSort Sort { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = DefaultPageSize;

    /// <summary>The question to the index. With one sector chosen, its sheet's facets are counted too.</summary>
    public SearchQuery ToQuery(SearchIndex index)
    {
        var chosen = Chosen.Select(c => c.Facet).Distinct();
        var sheet = Chosen.Count(c => c.Facet == SearchFacets.Sector) == 1 ? index.FacetsWith(SearchFacets.AttributePrefix) : [];
        return new()
        {
            Text = Text,
            Culture = Culture,
            Kinds = Kinds.Contains(AllKinds) ? [] : Kinds,
            Chosen = Chosen,
            Facets = [.. SearchFacets.All.Concat(sheet).Union(chosen)],
            MostValues = SearchFacets.MostValues,
            Sort = Sort,
            Page = Page,
            PageSize = PageSize,
        };
    }
}

/// <summary>The facets readers choose by.</summary>
internal static class SearchFacets
{
    public const string Sector = "sector";

    /// <summary>Facets made of a sector's sheet begin with this.</summary>
    public const string AttributePrefix = "attribute.";

    /// <summary>More values of a facet are not told, unless they are chosen.</summary>
    public const int MostValues = 200;

    public static readonly IReadOnlyList<string> All = [Sector, "market", "country", "readiness", "certificate", "firm"];

    public static bool IsFacet(string parameter) => All.Contains(parameter) || parameter.StartsWith(AttributePrefix, StringComparison.Ordinal);
}
