using System.Runtime.InteropServices;
using ExportPortal.Search.Analysis;

namespace ExportPortal.Search.Index;

/// <summary>
/// Gives terms numbers while a segment is built, and counts their occurrences in the field at hand. A hash table of its own,
/// as nearly all the time of a build is spent here: the terms stand in one array, without an object for each.
/// </summary>
internal sealed class TermNumbers
{
    private const int Unknown = -2;

    private readonly List<int> _counted = [];
    private readonly List<int>[] _stems = [.. Enum.GetValues<StemLanguage>().Select(_ => new List<int>())];
    private char[] _chars = new char[4096];
    private int[] _starts = new int[1024];
    private uint[] _hashes = new uint[1024];
    private int[] _counts = new int[1024];
    private int[] _table = NewTable(4096);
    private int _termCount;

    /// <summary>The terms that occur in the field at hand.</summary>
    public ReadOnlySpan<int> Counted => CollectionsMarshal.AsSpan(_counted);

    public int CountOf(int term) => _counts[term];

    public int NumberOf(ReadOnlySpan<char> term) => NumberOf(term[0], term[1..]);

    public int NumberOf(char what, ReadOnlySpan<char> text)
    {
        var hash = Hash(what, text);
        for (var slot = hash & (uint)(_table.Length - 1); ; slot = (slot + 1) & (uint)(_table.Length - 1))
        {
            var number = _table[slot];
            if (number < 0)
            {
                _table[slot] = Add(what, text, hash);
                if (_termCount * 2 > _table.Length)
                    Grow();
                return _termCount - 1;
            }
            if (_hashes[number] == hash && TermAt(number) is var term && term[0] == what && term[1..].SequenceEqual(text))
                return number;
        }
    }

    /// <summary>Counts an occurrence and gives the term's number.</summary>
    public int Count(char what, ReadOnlySpan<char> text)
    {
        var number = NumberOf(what, text);
        Count(number);
        return number;
    }

    public void Count(int term)
    {
        if (_counts[term]++ == 0)
            _counted.Add(term);
    }

    public void ResetCounts()
    {
        foreach (var term in _counted)
            _counts[term] = 0;
        _counted.Clear();
    }

    /// <summary>The stem kept for a term; false if none was kept.</summary>
    public bool TryStem(StemLanguage language, int term, out int stem)
    {
        var stems = _stems[(int)language];
        stem = term < stems.Count ? stems[term] : Unknown;
        return stem != Unknown;
    }

    public void KeepStem(StemLanguage language, int term, int stem)
    {
        var stems = _stems[(int)language];
        while (stems.Count <= term)
            stems.Add(Unknown);
        stems[term] = stem;
    }

    /// <summary>The place of each number in the sorted dictionary.</summary>
    public int[] Rank(out TermDictionary dictionary)
    {
        var order = Sort();
        var starts = new int[_termCount + 1];
        var chars = new char[_starts[_termCount]];
        var ranks = new int[_termCount];
        for (var i = 0; i < order.Length; i++)
        {
            var term = TermAt(order[i]);
            term.CopyTo(chars.AsSpan(starts[i]));
            starts[i + 1] = starts[i] + term.Length;
            ranks[order[i]] = i;
        }
        dictionary = new(chars, starts);
        return ranks;
    }

    // By the first four characters as one number, then the few that share them by the rest.
    private int[] Sort()
    {
        var order = new int[_termCount];
        var keys = new ulong[_termCount];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            var term = TermAt(i);
            for (var j = 0; j < 4; j++)
                keys[i] = (keys[i] << 16) | (j < term.Length ? term[j] : '\0');
        }
        Array.Sort(keys, order);
        for (int begin = 0, end; begin < order.Length; begin = end)
        {
            for (end = begin + 1; end < order.Length && keys[end] == keys[begin];)
                end++;
            if (end - begin > 1)
                order.AsSpan(begin, end - begin).Sort((a, b) => TermAt(a).SequenceCompareTo(TermAt(b)));
        }
        return order;
    }

    private ReadOnlySpan<char> TermAt(int number) => _chars.AsSpan(_starts[number], _starts[number + 1] - _starts[number]);

    private int Add(char what, ReadOnlySpan<char> text, uint hash)
    {
        var start = _starts[_termCount];
        if (start + text.Length + 1 > _chars.Length)
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, start + text.Length + 1));
        if (_termCount + 2 > _starts.Length)
        {
            Array.Resize(ref _starts, _starts.Length * 2);
            Array.Resize(ref _hashes, _starts.Length);
            Array.Resize(ref _counts, _starts.Length);
        }
        _chars[start] = what;
        text.CopyTo(_chars.AsSpan(start + 1));
        _hashes[_termCount] = hash;
        _starts[_termCount + 1] = start + 1 + text.Length;
        return _termCount++;
    }

    private void Grow()
    {
        _table = NewTable(_table.Length * 2);
        for (var number = 0; number < _termCount; number++)
        {
            var slot = _hashes[number] & (uint)(_table.Length - 1);
            while (_table[slot] >= 0)
                slot = (slot + 1) & (uint)(_table.Length - 1);
            _table[slot] = number;
        }
    }

    private static int[] NewTable(int size)
    {
        var table = new int[size];
        table.AsSpan().Fill(-1);
        return table;
    }

    private static uint Hash(char what, ReadOnlySpan<char> text)
    {
        ulong hash = what;
        foreach (var c in text)
            hash = (hash ^ c) * 0x9E3779B97F4A7C15;
        return (uint)(hash >> 32);
    }
}
