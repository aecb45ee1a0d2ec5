namespace ExportPortal.Search.Index;

/// <summary>The values that the segments of a snapshot have for one facet, as one list.</summary>
internal sealed class FacetValues
{
    private readonly (FacetColumn Facet, int[] Places)?[] _columns;
    private readonly Lazy<IReadOnlyList<string>> _mostFrequent;

    public FacetValues(string facet, IReadOnlyList<SegmentView> segments)
    {
        var columns = segments.Select(s => s.Segment.Facet(facet)).ToArray();
        All = [.. columns.SelectMany(c => c?.Values ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _columns = Array.ConvertAll<FacetColumn?, (FacetColumn, int[])?>(columns, c => c is null ? null : (c, Array.ConvertAll(c.Values, PlaceOf)));
        _mostFrequent = new(() => [.. InOrder(Count([.. segments.Select(s => new CountedSet(s.Live()))])).Select(place => All[place])]);
    }

    /// <summary>In ordinal order.</summary>
    public string[] All { get; }

    /// <summary>Those that some document has, the most frequent first, then in ordinal order.</summary>
    public IReadOnlyList<string> MostFrequent => _mostFrequent.Value;

    /// <summary>The place of a value in the list; below 0 if no segment has it.</summary>
    public int PlaceOf(string value) => Array.BinarySearch(All, value, StringComparer.Ordinal);

    /// <summary>How many documents have each value.</summary>
    /// <param name="within">Of each segment, those that are counted.</param>
    public int[] Count(CountedSet[] within)
    {
        var counts = new int[All.Length];
        for (var i = 0; i < within.Length; i++)
            if (_columns[i] is { } column)
                column.Facet.Count(within[i], column.Places, counts);
        return counts;
    }

    /// <summary>The places of the values that were counted at least once, the most first, then by value.</summary>
    /// <param name="counts">How often each was counted.</param>
    /// <param name="most">How many are wanted: of thousands of firms, sorting all takes longer than counting them.</param>
    public static int[] InOrder(int[] counts, int most = int.MaxValue)
    {
        // One number for both: it sorts faster than a pair.
        var keys = new List<long>();
        var last = long.MaxValue;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0 || (((long)(int.MaxValue - counts[i]) << 32) | (uint)i) is var key && key > last)
                continue;
            keys.Add(key);
            if (keys.Count / 2 < most)
                continue;
            keys.Sort();
            keys.RemoveRange(most, keys.Count - most);
            last = keys[^1];
        }
        keys.Sort();
        return [.. keys.Take(most).Select(k => (int)k)];
    }
}
