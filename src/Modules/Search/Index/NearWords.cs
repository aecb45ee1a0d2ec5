using System.Numerics;

namespace ExportPortal.Search.Index;

/// <summary>A word of the index near to one that was typed.</summary>
/// <param name="Word">The word, folded.</param>
/// <param name="Edits">How many letters must be changed, left out, put in or swapped with their neighbour.</param>
/// <param name="Count">In how many sections it stands.</param>
internal readonly record struct NearWord(string Word, int Edits, int Count);

/// <summary>
/// Finds the words of a segment's dictionary that differ by a few edits from one that was typed. The letters of each word are kept as a
/// set of 64 bits: an edit changes at most two of them, so a pass over the sets leaves few words to be compared letter by letter.
/// </summary>
internal sealed class NearWords
{
    private readonly TermDictionary _terms;
    private readonly int _begin;
    private readonly ulong[] _letters;

    public NearWords(TermDictionary terms)
    {
        _terms = terms;
        (_begin, var end) = terms.FindPrefix([Term.Word]);
        _letters = new ulong[end - _begin];
        for (var i = 0; i < _letters.Length; i++)
            _letters[i] = LettersOf(terms[_begin + i][1..]);
    }

    /// <summary>The ordinals of words at most so many edits away, each with its edits.</summary>
    public IEnumerable<(int Term, int Edits)> Find(string word, int mostEdits)
    {
        var letters = LettersOf(word);
        for (var i = 0; i < _letters.Length; i++)
        {
            if (BitOperations.PopCount(_letters[i] ^ letters) > 2 * mostEdits)
                continue;
            var candidate = _terms[_begin + i][1..];
            if (Math.Abs(candidate.Length - word.Length) > mostEdits)
                continue;
            var edits = Edits(word, candidate, mostEdits);
            if (edits <= mostEdits)
                yield return (_begin + i, edits);
        }
    }

    /// <summary>The edits from one word to the other (optimal string alignment); more than the most if there are more.</summary>
    public static int Edits(ReadOnlySpan<char> from, ReadOnlySpan<char> to, int most)
    {
        Span<int> before = stackalloc int[to.Length + 1], row = stackalloc int[to.Length + 1], next = stackalloc int[to.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            next[0] = i;
            var least = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var edits = Math.Min(Math.Min(next[j - 1], row[j]) + 1, row[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    edits = Math.Min(edits, before[j - 2] + 1);
                next[j] = edits;
                least = Math.Min(least, edits);
            }
            if (least > most)
                return most + 1;
            var spare = before;
            before = row;
            row = next;
            next = spare;
        }
        return row[to.Length];
    }

    private static ulong LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0UL;
        foreach (var c in word)
            letters |= 1UL << (int)((c * 0x9E3779B1u) >> 26);
        return letters;
    }
}
