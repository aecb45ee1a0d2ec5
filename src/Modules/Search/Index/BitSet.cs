using System.Numerics;

namespace ExportPortal.Search.Index;

/// <summary>A set of document numbers of one segment.</summary>
internal sealed class BitSet
{
    private readonly ulong[] _words;

    public BitSet(int size)
    {
        Size = size;
        _words = new ulong[(size + 63) / 64];
    }

    private BitSet(int size, ulong[] words)
    {
        Size = size;
        _words = words;
    }

    public int Size { get; }

    /// <summary>The bits, lowest first; those from <see cref="Size"/> on are never set.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    public static BitSet All(int size)
    {
        var set = new BitSet(size);
        set._words.AsSpan().Fill(ulong.MaxValue);
        set.ClearTail();
        return set;
    }

    public static BitSet FromWords(int size, ReadOnlySpan<ulong> words)
    {
        var set = new BitSet(size, words.ToArray());
        if (set._words.Length != (size + 63) / 64)
            throw new InvalidDataException("A bit set has another size than its segment.");
        set.ClearTail();
        return set;
    }

    public bool this[int index] => (_words[index >> 6] >> index & 1) != 0;

    public void Set(int index) => _words[index >> 6] |= 1UL << index;

    public void Clear(int index) => _words[index >> 6] &= ~(1UL << index);

    public void Clear() => _words.AsSpan().Clear();

    public BitSet Copy() => new(Size, _words.AsSpan().ToArray());

    public void And(BitSet other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] &= other._words[i];
    }

    public void AndNot(BitSet other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] &= ~other._words[i];
    }

    public void Or(BitSet other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] |= other._words[i];
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in _words)
            count += BitOperations.PopCount(word);
        return count;
    }

    public int CountAnd(BitSet other)
    {
        var count = 0;
        for (var i = 0; i < _words.Length; i++)
            count += BitOperations.PopCount(_words[i] & other._words[i]);
        return count;
    }

    public Enumerator GetEnumerator() => new(_words);

    private void ClearTail()
    {
        if ((Size & 63) != 0)
            _words[^1] &= (1UL << Size) - 1;
    }

    public struct Enumerator(ulong[] words)
    {
        private int _word = -1;
        private ulong _rest;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (++_word >= words.Length)
                    return false;
                _rest = words[_word];
            }
            Current = (_word << 6) + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
