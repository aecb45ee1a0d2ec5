namespace ExportPortal.Search.Index;

/// <summary>The sorted terms of a segment, one after another in a single array: no object per term.</summary>
internal sealed class TermDictionary(char[] chars, int[] starts)
{
    public int Count => starts.Length - 1;

    public char[] Chars => chars;

    public int[] Starts => starts;

    public ReadOnlySpan<char> this[int ordinal] => chars.AsSpan(starts[ordinal], starts[ordinal + 1] - starts[ordinal]);

    /// <summary>The ordinal of a term; -1 if the segment does not hold it.</summary>
    public int Find(ReadOnlySpan<char> term)
    {
        var at = LowerBound(term);
        return at < Count && this[at].SequenceEqual(term) ? at : -1;
    }

    /// <summary>The ordinals of the terms that begin with a prefix; the end is exclusive.</summary>
    public (int Begin, int End) FindPrefix(ReadOnlySpan<char> prefix)
    {
        var begin = LowerBound(prefix);
        int low = begin, high = Count;
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (this[middle].StartsWith(prefix, StringComparison.Ordinal))
                low = middle + 1;
            else
                high = middle;
        }
        return (begin, low);
    }

    private int LowerBound(ReadOnlySpan<char> term)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (this[middle].SequenceCompareTo(term) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
