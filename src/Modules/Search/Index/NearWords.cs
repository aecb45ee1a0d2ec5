using System.Numerics;
using ExportPortal.Search.Analysis;

namespace ExportPortal.Search.Index;

/// <summary>A word of the index near to one that was typed.</summary>
/// <param name="Word">The word, folded.</param>
/// <param name="Distance">How far it is from what was typed, by the costs of Slips.</param>
/// <param name="Count">In how many sections it stands.</param>
internal readonly record struct NearWord(string Word, int Distance, int Count);

/// <summary>
/// Finds the words of a segment's dictionary that a typing error or two divide from what was typed. The sounds of each word's letters
/// are kept as a set of 64 bits, of which an error changes at most two: a pass over the sets leaves few words to be compared letter by letter.
/// </summary>
internal sealed class NearWords
{
    private readonly TermDictionary _terms;
    private readonly int _begin;
    private readonly int _skip;
    private readonly ulong[] _letters;

    /// <param name="terms">The dictionary.</param>
    /// <param name="what">What its terms of the kind wanted begin with.</param>
    public NearWords(TermDictionary terms, ReadOnlySpan<char> what)
    {
        (_terms, _skip) = (terms, what.Length);
        (_begin, var end) = terms.FindPrefix(what);
        _letters = new ulong[end - _begin];
        for (var i = 0; i < _letters.Length; i++)
            _letters[i] = LettersOf(WordOf(_begin + i));
    }

    /// <summary>The word of an ordinal.</summary>
    public ReadOnlySpan<char> WordOf(int term) => _terms[term][_skip..];

    /// <summary>The ordinals of words at most so far away, each with its distance.</summary>
    public IEnumerable<(int Term, int Distance)> Find(string word, int most)
    {
        var letters = LettersOf(word);
        // Letters that sound alike are one in the sets.
        var mostErrors = most / Slips.Likely;
        for (var i = 0; i < _letters.Length; i++)
        {
            if (BitOperations.PopCount(_letters[i] ^ letters) > 2 * mostErrors)
                continue;
            var candidate = WordOf(_begin + i);
            if (Math.Abs(candidate.Length - word.Length) > mostErrors)
                continue;
            var distance = Distance(word, candidate, most);
            if (distance <= most)
                yield return (_begin + i, distance);
        }
    }

    /// <summary>The cost of the errors that make one word of the other (optimal string alignment); more than the most if it is more.</summary>
    public static int Distance(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant, int most)
    {
        Span<int> before = stackalloc int[meant.Length + 1], row = stackalloc int[meant.Length + 1], next = stackalloc int[meant.Length + 1];
        for (var j = 1; j < row.Length; j++)
            row[j] = row[j - 1] + CostOfOne(meant, j - 1);
        var leastBefore = 0;
        for (var i = 1; i <= typed.Length; i++)
        {
            var tooMany = CostOfOne(typed, i - 1);
            var least = next[0] = row[0] + tooMany;
            for (var j = 1; j <= meant.Length; j++)
            {
                var cost = Math.Min(next[j - 1] + CostOfOne(meant, j - 1), row[j] + tooMany);
                if (row[j - 1] < cost)
                    cost = Math.Min(cost, row[j - 1] + Slips.Cost(typed[i - 1], meant[j - 1]));
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                    cost = Math.Min(cost, before[j - 2] + Slips.Likely);
                next[j] = cost;
                least = Math.Min(least, cost);
            }
            if (Math.Min(least, leastBefore) > most)
                return most + 1;
            leastBefore = least;
            var spare = before;
            before = row;
            row = next;
            next = spare;
        }
        return row[meant.Length];
    }

    // A letter typed twice, or once where it stands twice, is a likely error.
    private static int CostOfOne(ReadOnlySpan<char> word, int at) => at > 0 && word[at] == word[at - 1] ? Slips.Likely : Slips.Any;

    /// <summary>The set of a word's letters by their sounds, of which an error changes at most two bits.</summary>
    public static ulong LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0UL;
        foreach (var c in word)
            letters |= 1UL << (int)((Slips.SoundOf(c) * 0x9E3779B1u) >> 26);
        return letters;
    }
}
