using System.Globalization;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ExportPortal.Search.Asking;

/// <summary>Reads what an address asks for. The text never is wrong, nor is a value of a facet; the rest may be.</summary>
internal sealed class SearchRequestReader(IEnumerable<ISearchSource> sources)
{
    // Each facet is counted with the others applied, so that the work grows with the square of their number.
    private const int MostFacets = 32;

    private readonly string[] _kinds = [.. sources.SelectMany(s => s.Kinds).Distinct()];

    /// <summary>The kinds that can be asked for.</summary>
    public IReadOnlyList<string> Kinds => _kinds;

    /// <param name="query">The address's query.</param>
    /// <param name="culture">The reader's culture.</param>
    /// <param name="refusals">Gets what is malformed, by field.</param>
    public SearchRequest Read(IQueryCollection query, string culture, ICollection<Refusal> refusals)
    {
        var typed = string.Join(' ', query["q"].Where(q => q is not null));
        var text = Searcher.IsBlank(typed) ? "" : string.Concat(typed.Select(c => char.IsControl(c) ? ' ' : c));
        var cut = Searcher.Cut(text);
        return new()
        {
            Text = cut,
            TextCut = cut.Length < text.Length,
            TextEmpty = typed.Length > 0 && text.Length == 0,
            Culture = culture,
            Kinds = ReadKinds(query["kind"], refusals),
            Chosen = ReadChosen(query, refusals),
            Sort = ReadSort(query["sort"], refusals),
            Page = ReadNumber(query["page"], "page", 1, SearchRequest.LastPage, refusals),
            PageSize = ReadNumber(query["pageSize"], "pageSize", SearchRequest.DefaultPageSize, SearchQuery.MaxPageSize, refusals),
        };
    }

    private static IReadOnlyList<FacetValue> ReadChosen(IQueryCollection query, ICollection<Refusal> refusals)
    {
        FacetValue[] chosen = [.. query.Where(p => SearchFacets.IsFacet(p.Key)).SelectMany(p => p.Value, (p, value) => new FacetValue(p.Key, value ?? "")).Where(c => c.Value.Length > 0).Distinct()];
        if (chosen.Select(c => c.Facet).Distinct(StringComparer.Ordinal).Skip(MostFacets).FirstOrDefault() is not { } beyond)
            return chosen;
        refusals.Add(new("Search.Refused.Facets", beyond, ("most", MostFacets)));
        return [];
    }

    private IReadOnlyList<string> ReadKinds(StringValues given, ICollection<Refusal> refusals)
    {
        if (given.Count == 0)
            return [SearchRequest.DefaultKind];
        if (given.All(k => k == SearchRequest.AllKinds || _kinds.Contains(k)))
            return [.. given.Select(k => k!).Distinct()];
        refusals.Add(new("Search.Refused.Kind", "kind", ("kinds", string.Join(", ", _kinds.Append(SearchRequest.AllKinds)))));
        return [SearchRequest.DefaultKind];
    }

    private static SearchSort ReadSort(StringValues given, ICollection<Refusal> refusals)
    {
        if (given.Count == 0)
            return SearchSort.Relevance;
        if (given.Count == 1 && SearchSorts.Find(given[0]) is { } sort)
            return sort;
        refusals.Add(new("Search.Refused.Sort", "sort", ("sorts", string.Join(", ", SearchSorts.All.Select(s => s.Tag())))));
        return SearchSort.Relevance;
    }

    private static int ReadNumber(StringValues given, string field, int otherwise, int most, ICollection<Refusal> refusals)
    {
        if (given.Count == 0)
            return otherwise;
        var isNumber = long.TryParse(given[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (given.Count > 1 || !isNumber || number < 1 || number > most)
            refusals.Add(new("Search.Refused.Number", field, ("most", most)));
        return isNumber ? (int)Math.Clamp(number, 1, most) : otherwise;
    }
}
