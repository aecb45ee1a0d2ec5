using System.Numerics;

namespace ExportPortal.Search.Index;

/// <summary>A set of documents that is counted together with many others: where it has few, the empty stretches are passed over.</summary>
internal sealed class CountedSet
{
    private readonly ulong[] _words;
    private readonly int[]? _places;

    public CountedSet(BitSet set)
    {
        Set = set;
        var places = new List<int>();
        for (var i = 0; i < set.Words.Length; i++)
        {
            if (set.Words[i] == 0)
                continue;
            places.Add(i);
            Count += BitOperations.PopCount(set.Words[i]);
        }
        _places = places.Count < set.Words.Length / 2 ? [.. places] : null;
        _words = _places is null ? set.Words.ToArray() : Array.ConvertAll(_places, p => Set.Words[p]);
    }

    public BitSet Set { get; }

    /// <summary>How many documents it has.</summary>
    public int Count { get; }

    /// <summary>How many documents both sets have.</summary>
    public int CountAnd(BitSet other)
    {
        if (_places is null)
            return Set.CountAnd(other);
        var count = 0;
        var words = other.Words;
        for (var i = 0; i < _places.Length; i++)
            count += BitOperations.PopCount(_words[i] & words[_places[i]]);
        return count;
    }
}
