namespace ExportPortal.Search.Index;

/// <summary>
/// Which values of a facet each document of a segment has, as one number: documents have their values in few combinations, as markets
/// have their countries, so that a document is counted once for all its values.
/// </summary>
internal sealed class FacetCombinations
{
    private readonly ushort[] _ofDocument;
    private readonly List<int[]> _values = [[]];

    private FacetCombinations(int documents) => _ofDocument = new ushort[documents];

    /// <summary>The combinations of some values; null if there are too many for it to be worth while.</summary>
    /// <param name="documents">How many documents the segment has.</param>
    /// <param name="values">The values, each with its documents.</param>
    public static FacetCombinations? Of(int documents, IEnumerable<(int Value, BitSet Documents)> values)
    {
        const int fewest = 16;
        var combinations = new FacetCombinations(documents);
        return combinations.AddAll(values, Math.Min(documents / fewest, ushort.MaxValue)) ? combinations : null;
    }

    /// <summary>Adds to each value's count how many documents of a set have it.</summary>
    /// <param name="within">The documents that are counted.</param>
    /// <param name="places">Where each value is counted.</param>
    /// <param name="counts">The counts.</param>
    public void Count(BitSet within, ReadOnlySpan<int> places, Span<int> counts)
    {
        var found = new int[_values.Count];
        foreach (var document in within)
            found[_ofDocument[document]]++;
        for (var combination = 0; combination < found.Length; combination++)
            if (found[combination] > 0)
                foreach (var value in _values[combination])
                    counts[places[value]] += found[combination];
    }

    private bool AddAll(IEnumerable<(int Value, BitSet Documents)> values, int most)
    {
        foreach (var (value, documents) in values)
        {
            var with = new Dictionary<ushort, ushort>();
            foreach (var document in documents)
            {
                ref var combination = ref _ofDocument[document];
                if (!with.TryGetValue(combination, out var next))
                {
                    if (_values.Count >= most)
                        return false;
                    with[combination] = next = (ushort)_values.Count;
                    _values.Add([.. _values[combination], value]);
                }
                combination = next;
            }
        }
        return true;
    }
}
