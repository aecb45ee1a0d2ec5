using System.Numerics;

namespace ExportPortal.Search.Index;

/// <summary>Gives the members of a set that no longer changes places from 0, in their order.</summary>
internal sealed class RankedSet
{
    private readonly BitSet _set;
    private readonly int[] _before;

    public RankedSet(BitSet set)
    {
        _set = set;
        var words = set.Words;
        _before = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            _before[i] = Count;
            Count += BitOperations.PopCount(words[i]);
        }
    }

    /// <summary>How many members there are.</summary>
    public int Count { get; }

    /// <summary>The place of a member.</summary>
    public int this[int member] => _before[member >> 6] + BitOperations.PopCount(_set.Words[member >> 6] & ((1UL << member) - 1));
}
