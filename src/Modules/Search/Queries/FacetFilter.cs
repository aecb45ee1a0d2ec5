using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>
/// What the reader chose. Values of one facet are alternatives, facets hold together, and each facet is counted
/// as if nothing were chosen in it: its numbers say what choosing another of its values would give.
/// </summary>
internal sealed class FacetFilter
{
    private readonly ILookup<string, string> _chosen;

    public FacetFilter(IEnumerable<FacetValue> chosen) =>
        _chosen = chosen.Distinct().ToLookup(c => c.Facet, c => c.Value, StringComparer.Ordinal);

    /// <summary>The documents of a segment that hold all choices.</summary>
    public BitSet Apply(Segment segment, BitSet found) => Apply(segment, found, except: null);

    /// <summary>The counts of the facets over all segments.</summary>
    /// <param name="snapshot">What is searched.</param>
    /// <param name="found">For each segment the documents that match the words.</param>
    /// <param name="filtered">Those of them that hold all choices.</param>
    /// <param name="query">Says which facets to count.</param>
    public IReadOnlyList<FacetCount> Count(Snapshot snapshot, BitSet[] found, BitSet[] filtered, SearchQuery query)
    {
        var within = Array.ConvertAll(filtered, f => new CountedSet(f));
        return [.. query.Facets.Select(f => Count(snapshot, f, query.MostValues, _chosen.Contains(f) ? [.. found.Select((d, i) => new CountedSet(Apply(snapshot.Segments[i].Segment, d, except: f)))] : within))];
    }

    private FacetCount Count(Snapshot snapshot, string facet, int most, CountedSet[] within)
    {
        var values = snapshot.FacetValues(facet);
        var counts = values.Count(within);
        var selected = _chosen[facet].ToHashSet(StringComparer.Ordinal);
        var places = FacetValues.InOrder(counts, most);
        var beside = selected.Select(values.PlaceOf).Where(place => place >= 0 && counts[place] > 0).Except(places).OrderByDescending(place => counts[place]).ThenBy(place => place);
        var told = places.Concat(beside).Select(place => new FacetValueCount(values.All[place], counts[place], selected.Contains(values.All[place])));
        var without = selected.Where(v => values.PlaceOf(v) is var place && (place < 0 || counts[place] == 0)).Order(StringComparer.Ordinal);
        return new(facet, [.. told, .. without.Select(v => new FacetValueCount(v, 0, true))]);
    }

    private BitSet Apply(Segment segment, BitSet found, string? except)
    {
        BitSet? filtered = null;
        foreach (var choice in _chosen)
        {
            if (choice.Key.Equals(except, StringComparison.Ordinal))
                continue;
            filtered ??= found.Copy();
            filtered.And(segment.Facet(choice.Key)?.Any(choice) ?? new BitSet(found.Size));
        }
        return filtered ?? found;
    }
}
