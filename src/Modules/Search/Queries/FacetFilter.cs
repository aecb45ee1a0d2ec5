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
    /// <param name="parts">Each segment with the documents that match the words.</param>
    /// <param name="facets">The facets to count.</param>
    public IReadOnlyList<FacetCount> Count(IReadOnlyList<(Segment Segment, BitSet Found, BitSet Filtered)> parts, IEnumerable<string> facets) =>
        facets.Select(f => Count(parts, f)).ToArray();

    private FacetCount Count(IReadOnlyList<(Segment Segment, BitSet Found, BitSet Filtered)> parts, string facet)
    {
        var selected = _chosen[facet].ToHashSet(StringComparer.Ordinal);
        var counts = selected.ToDictionary(v => v, _ => 0, StringComparer.Ordinal);
        foreach (var (segment, found, filtered) in parts)
        {
            if (segment.Facet(facet) is not { } column)
                continue;
            var within = selected.Count == 0 ? filtered : Apply(segment, found, except: facet);
            for (var i = 0; i < column.Values.Length; i++)
            {
                var count = column.Count(i, within);
                if (count > 0)
                    counts[column.Values[i]] = counts.GetValueOrDefault(column.Values[i]) + count;
            }
        }
        return new(facet, counts
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => new FacetValueCount(c.Key, c.Value, selected.Contains(c.Key)))
            .ToArray());
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
