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
    /// <param name="facets">The facets to count.</param>
    public IReadOnlyList<FacetCount> Count(Snapshot snapshot, BitSet[] found, BitSet[] filtered, IEnumerable<string> facets)
    {
        var within = Array.ConvertAll(filtered, f => new CountedSet(f));
        return [.. facets.Select(f => Count(snapshot, f, _chosen.Contains(f) ? [.. found.Select((d, i) => new CountedSet(Apply(snapshot.Segments[i].Segment, d, except: f)))] : within))];
    }

    private FacetCount Count(Snapshot snapshot, string facet, CountedSet[] within)
    {
        var known = snapshot.FacetValues(facet);
        var counts = new int[known.Values.Length];
        for (var i = 0; i < within.Length; i++)
        {
            if (known.Columns[i] is not { } column)
                continue;
            var ofSegment = new int[column.Places.Length];
            column.Facet.Count(within[i], ofSegment);
            for (var value = 0; value < ofSegment.Length; value++)
                counts[column.Places[value]] += ofSegment[value];
        }
        var selected = _chosen[facet].ToHashSet(StringComparer.Ordinal);
        var told = new List<FacetValueCount>();
        foreach (var place in InOrder(counts))
            told.Add(new(known.Values[place], counts[place], selected.Contains(known.Values[place])));
        var without = selected.Where(v => Array.BinarySearch(known.Values, v, StringComparer.Ordinal) is var at && (at < 0 || counts[at] == 0));
        return new(facet, [.. told, .. without.Order(StringComparer.Ordinal).Select(v => new FacetValueCount(v, 0, true))]);
    }

    // The most first, then by value: as one number each, which sorts faster than a pair.
    private static IEnumerable<int> InOrder(int[] counts)
    {
        var keys = new List<long>();
        for (var i = 0; i < counts.Length; i++)
            if (counts[i] > 0)
                keys.Add(((long)(int.MaxValue - counts[i]) << 32) | (uint)i);
        keys.Sort();
        return keys.Select(k => (int)k);
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
