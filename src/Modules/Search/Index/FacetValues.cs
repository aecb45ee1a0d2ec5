namespace ExportPortal.Search.Index;

/// <summary>The values that the segments of a snapshot have for one facet, as one list.</summary>
internal sealed class FacetValues
{
    public FacetValues(string facet, IReadOnlyList<SegmentView> segments)
    {
        var columns = segments.Select(s => s.Segment.Facet(facet)).ToArray();
        Values = [.. columns.SelectMany(c => c?.Values ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Columns = Array.ConvertAll(columns, c => c is null ? null : new Column(c, Array.ConvertAll(c.Values, v => Array.BinarySearch(Values, v, StringComparer.Ordinal))));
    }

    /// <summary>In ordinal order.</summary>
    public string[] Values { get; }

    /// <summary>For each segment its column; null where no document of it has a value.</summary>
    public Column?[] Columns { get; }

    /// <summary>The facet in one segment, and the place in the list of each of its values.</summary>
    public sealed record Column(FacetColumn Facet, int[] Places);
}
