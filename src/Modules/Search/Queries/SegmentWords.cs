using System.Numerics;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>Which words of one query the documents of a segment hold: sets of documents, one for each group of terms.</summary>
internal sealed class SegmentWords(Segment segment)
{
    private readonly List<(ulong Words, BitSet Documents)> _groups = [];

    /// <summary>Adds a group: its words are found in the documents that hold any of its terms.</summary>
    public void Add(ulong words, IReadOnlyCollection<int> terms)
    {
        if (terms.Count == 0)
            return;
        var documents = new BitSet(segment.DocumentCount);
        foreach (var term in terms)
            segment.AddDocuments(term, documents);
        _groups.Add((words, documents));
    }

    /// <summary>The documents in which all the words were found; without words, those in which any group was.</summary>
    public BitSet WithAll(ulong words, BitSet within)
    {
        if (words == 0)
            return WithAny(ulong.MaxValue, within);
        var found = within.Copy();
        var held = new BitSet(segment.DocumentCount);
        for (; words != 0; words &= words - 1)
        {
            held.Clear();
            AddHolding(words & (~words + 1), held);
            found.And(held);
        }
        return found;
    }

    /// <summary>The documents in which any of the words was found.</summary>
    public BitSet WithAny(ulong words, BitSet within)
    {
        var found = new BitSet(segment.DocumentCount);
        AddHolding(words, found);
        found.And(within);
        return found;
    }

    /// <summary>Documents of a set, each with the words that were found in it.</summary>
    public IEnumerable<(int Document, ulong Words)> WordsOf(BitSet documents)
    {
        var words = new ulong[64];
        for (var place = 0; place < documents.Words.Length; place++)
        {
            var among = documents.Words[place];
            if (among == 0)
                continue;
            Array.Clear(words);
            foreach (var group in _groups)
                for (var rest = group.Documents.Words[place] & among; rest != 0; rest &= rest - 1)
                    words[BitOperations.TrailingZeroCount(rest)] |= group.Words;
            for (; among != 0; among &= among - 1)
                yield return ((place << 6) + BitOperations.TrailingZeroCount(among), words[BitOperations.TrailingZeroCount(among)]);
        }
    }

    /// <summary>The words that were found in a document.</summary>
    public ulong WordsOf(int document)
    {
        var words = 0UL;
        foreach (var group in _groups)
            if (group.Documents[document])
                words |= group.Words;
        return words;
    }

    private void AddHolding(ulong words, BitSet to)
    {
        foreach (var group in _groups)
            if ((group.Words & words) != 0)
                to.Or(group.Documents);
    }
}
