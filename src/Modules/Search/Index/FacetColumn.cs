namespace ExportPortal.Search.Index;

/// <summary>
/// The documents of each value of one facet in one segment. A value that many documents have is kept as a bit set, a rare one
/// as a list: counting costs no more than the smaller of both, also for a facet of thousands of firms.
/// </summary>
internal sealed class FacetColumn
{
    // A bit set of n bits counts as fast as a list of about n/32 numbers, and is no larger.
    private const int DenseFraction = 32;

    private readonly int _documents;
    private readonly BitSet?[] _dense;

    public FacetColumn(string facet, string[] values, int[] starts, int[] members, int documents)
    {
        (Facet, Values, Starts, Members, _documents) = (facet, values, starts, members, documents);
        _dense = new BitSet?[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (MembersOf(i).Length <= documents / DenseFraction)
                continue;
            var set = _dense[i] = new BitSet(documents);
            foreach (var document in MembersOf(i))
                set.Set(document);
        }
    }

    public string Facet { get; }

    /// <summary>In ordinal order.</summary>
    public string[] Values { get; }

    public int[] Starts { get; }

    public int[] Members { get; }

    public ReadOnlySpan<int> MembersOf(int value) => Members.AsSpan(Starts[value], Starts[value + 1] - Starts[value]);

    /// <summary>The documents that have a value, in order; none for one it does not know.</summary>
    public ReadOnlySpan<int> MembersOf(string value) => Array.BinarySearch(Values, value, StringComparer.Ordinal) is >= 0 and var at ? MembersOf(at) : [];

    /// <summary>How many documents of a set have the value.</summary>
    public int Count(int value, BitSet within)
    {
        if (_dense[value] is { } dense)
            return dense.CountAnd(within);
        var count = 0;
        foreach (var document in MembersOf(value))
            count += within[document] ? 1 : 0;
        return count;
    }

    /// <summary>The documents that have any of the values.</summary>
    public BitSet Any(IEnumerable<string> values)
    {
        var any = new BitSet(_documents);
        foreach (var value in values)
        {
            foreach (var document in MembersOf(value))
                any.Set(document);
        }
        return any;
    }
}
