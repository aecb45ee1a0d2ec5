using System.Runtime.InteropServices;
using ExportPortal.Search.Analysis;

namespace ExportPortal.Search.Index;

/// <summary>Gives terms numbers while a segment is built, and counts their occurrences in the field at hand.</summary>
internal sealed class TermNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _terms = [];
    private readonly List<int> _counts = [];
    private readonly List<int> _counted = [];
    private readonly Dictionary<(StemLanguage, int), int> _stems = [];

    public TermNumbers() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The terms that occur in the field at hand.</summary>
    public ReadOnlySpan<int> Counted => CollectionsMarshal.AsSpan(_counted);

    public int CountOf(int term) => _counts[term];

    public int NumberOf(ReadOnlySpan<char> term)
    {
        if (_lookup.TryGetValue(term, out var number))
            return number;
        number = _terms.Count;
        var text = term.ToString();
        _numbers.Add(text, number);
        _terms.Add(text);
        _counts.Add(0);
        return number;
    }

    public int NumberOf(char what, ReadOnlySpan<char> text)
    {
        Span<char> term = stackalloc char[text.Length + 1];
        term[0] = what;
        text.CopyTo(term[1..]);
        return NumberOf(term);
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
        if (CollectionsMarshal.AsSpan(_counts)[term]++ == 0)
            _counted.Add(term);
    }

    public void ResetCounts()
    {
        var counts = CollectionsMarshal.AsSpan(_counts);
        foreach (var term in _counted)
            counts[term] = 0;
        _counted.Clear();
    }

    public bool TryStem(StemLanguage language, int term, out int stem) => _stems.TryGetValue((language, term), out stem);

    public void KeepStem(StemLanguage language, int term, int stem) => _stems[(language, term)] = stem;

    /// <summary>The place of each number in the sorted dictionary.</summary>
    public int[] Rank(out TermDictionary dictionary)
    {
        var order = new int[_terms.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var terms = _terms.ToArray();
        Array.Sort(terms, order, StringComparer.Ordinal);
        var starts = new int[terms.Length + 1];
        for (var i = 0; i < terms.Length; i++)
            starts[i + 1] = starts[i] + terms[i].Length;
        var chars = new char[starts[^1]];
        var ranks = new int[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i].CopyTo(chars.AsSpan(starts[i]));
            ranks[order[i]] = i;
        }
        dictionary = new(chars, starts);
        return ranks;
    }
}
