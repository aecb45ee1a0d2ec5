namespace ExportPortal.Search.Index;

/// <summary>
/// The documents of each value of one facet in one segment. A value that many documents have is kept as a bit set, a rare one
/// as a list: counting costs no more than the smaller of both, also for a facet of thousands of firms.
/// </summary>
internal sealed class FacetColumn
{
    // A bit set of n bits counts as fast as a list of about n/32 numbers, and is no larger.
    private const int DenseFraction = 32;

    // Where rare values are many, each document's, as fewer documents than all are mostly counted.
    private const int ManyFraction = 8;

    // To count a document costs about as much as so many words of sixty-four of them.
    private const int WordsPerDocument = 3;

    private readonly int _documents;
    private readonly BitSet?[] _dense;
    private readonly int[] _denseValues;
    private readonly Lazy<FacetCombinations?> _combinations;
    private readonly int[]? _rareStarts;
    private readonly int[]? _rareValues;

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
        _denseValues = [.. Enumerable.Range(0, values.Length).Where(v => _dense[v] is not null)];
        _combinations = new(() => FacetCombinations.Of(documents, _denseValues.Select(v => (v, _dense[v]!))));
        if (Enumerable.Range(0, values.Length).Sum(v => _dense[v] is null ? MembersOf(v).Length : 0) is var rare && rare > documents / ManyFraction)
            (_rareStarts, _rareValues) = RareValues(rare);
    }

    public string Facet { get; }

    /// <summary>In ordinal order.</summary>
    public string[] Values { get; }

    public int[] Starts { get; }

    public int[] Members { get; }

    public ReadOnlySpan<int> MembersOf(int value) => Members.AsSpan(Starts[value], Starts[value + 1] - Starts[value]);

    /// <summary>The documents that have a value, in order; none for one it does not know.</summary>
    public ReadOnlySpan<int> MembersOf(string value) => Array.BinarySearch(Values, value, StringComparer.Ordinal) is >= 0 and var at ? MembersOf(at) : [];

    /// <summary>Adds to each value's count how many documents of a set have it.</summary>
    /// <param name="within">The documents that are counted.</param>
    /// <param name="places">Where each value is counted.</param>
    /// <param name="counts">The counts.</param>
    public void Count(CountedSet within, ReadOnlySpan<int> places, Span<int> counts)
    {
        CountDense(within, places, counts);
        if (_rareStarts is null || _rareValues is null)
        {
            for (var value = 0; value < Values.Length; value++)
                if (_dense[value] is null)
                    foreach (var document in MembersOf(value))
                        counts[places[value]] += within.Set[document] ? 1 : 0;
            return;
        }
        foreach (var document in within.Set)
            for (var at = _rareStarts[document]; at < _rareStarts[document + 1]; at++)
                counts[places[_rareValues[at]]]++;
    }

    private void CountDense(CountedSet within, ReadOnlySpan<int> places, Span<int> counts)
    {
        if ((long)within.Count * WordsPerDocument < (long)within.Set.Words.Length * _denseValues.Length && _combinations.Value is { } combinations)
        {
            combinations.Count(within.Set, places, counts);
            return;
        }
        foreach (var value in _denseValues)
            counts[places[value]] += within.CountAnd(_dense[value]!);
    }

    /// <summary>The documents that have any of the values.</summary>
    public BitSet Any(IEnumerable<string> values)
    {
        var any = new BitSet(_documents);
        foreach (var value in values)
        {
            if (Array.BinarySearch(Values, value, StringComparer.Ordinal) is not (>= 0 and var at))
                continue;
            if (_dense[at] is { } dense)
                any.Or(dense);
            else
                foreach (var document in MembersOf(at))
                    any.Set(document);
        }
        return any;
    }

    // Counting sort by document.
    private (int[] Starts, int[] Values) RareValues(int count)
    {
        var (starts, values) = (new int[_documents + 1], new int[count]);
        void Each(Action<int, int> act)
        {
            for (var value = 0; value < Values.Length; value++)
                if (_dense[value] is null)
                    foreach (var document in MembersOf(value))
                        act(value, document);
        }
        Each((_, document) => starts[document + 1]++);
        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        var next = starts.AsSpan(0, _documents).ToArray();
        Each((value, document) => values[next[document]++] = value);
        return (starts, values);
    }
}
