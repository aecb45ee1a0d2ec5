using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>
/// Mends characters typed wrongly where no space divides words: 输夜泵 for 输液泵. A character is taken for wrong when it stands beside
/// neither of its neighbours in any text, and is replaced by one that stands between them together.
/// </summary>
internal sealed class CharacterRepair(Snapshot snapshot, Analyser analyser)
{
    private const int MinCharacters = 3;
    private const int MostMended = 3;

    // A question holds many characters that no text has beside each other, and they are right.
    private const int MostCharacters = 10;

    private const int MostCompared = 5;

    // What fewer texts hold is chance.
    private const int MinHolding = 3;

    public string Repair(string text)
    {
        analyser.Read(text);
        if (analyser.Tokens.Count(t => t.Kind == TokenKind.Single) > MostCharacters)
            return text;
        var runs = analyser.Tokens.Where(t => t.Kind == TokenKind.Single).GroupBy(t => t.Word).Select(r => r.ToArray());
        var mended = text.ToCharArray();
        var count = 0;
        foreach (var run in runs.Where(r => r.Length >= MinCharacters && Array.TrueForAll(r, t => t.Length == 1 && t.To - t.From == 1)))
        {
            var characters = Array.ConvertAll(run, t => analyser.Term(t)[0]);
            for (var i = 0; i < characters.Length && count < MostMended; i++)
            {
                if (!IsWrong(characters, i) || !(Swap(characters, i) || Replace(characters, i)))
                    continue;
                count++;
                for (var j = i; j < Math.Min(i + 2, run.Length); j++)
                    if (characters[j] != analyser.Term(run[j])[0])
                        mended[run[j].From] = characters[j];
            }
        }
        return count == 0 ? text : new(mended);
    }

    private bool IsWrong(char[] run, int at) =>
        (at == 0 || Count(run[at - 1], run[at]) == 0) && (at == run.Length - 1 || Count(run[at], run[at + 1]) == 0);

    // Two characters in the wrong order.
    private bool Swap(char[] run, int at)
    {
        if (at + 1 == run.Length || !IsWrong(run, at + 1))
            return false;
        var (first, second) = (run[at + 1], run[at]);
        if (Count(first, second) == 0 || (at > 0 && Count(run[at - 1], first) == 0) || (at + 2 < run.Length && Count(second, run[at + 2]) == 0))
            return false;
        (run[at], run[at + 1]) = (first, second);
        return true;
    }

    private bool Replace(char[] run, int at)
    {
        if (WordLists.Default.IsAlone(run.AsSpan(at, 1)))
            return false;
        // At an edge one neighbour alone tells little: the two characters beside it must be followed, or led, by this one mostly.
        var best = at == 0 ? Best(Before(run[1]), c => [c, run[1], run[2]], Math.Max(MinHolding, CountSaid(run[1], run[2]) / 2 + 1))
            : at == run.Length - 1 ? Best(After(run[at - 1]), c => [run[at - 2], run[at - 1], c], Math.Max(MinHolding, CountSaid(run[at - 2], run[at - 1]) / 2 + 1))
            : Best(After(run[at - 1]), c => [run[at - 1], c, run[at + 1]], atLeast: 1);
        if (best is { } character)
            run[at] = character;
        return best is not null;
    }

    /// <summary>The character with which the three stand in the most texts, and in at least so many.</summary>
    private char? Best(IEnumerable<char> candidates, Func<char, char[]> three, int atLeast)
    {
        var best = new List<(char Character, List<(Segment Segment, int Section)> Together)>();
        // The three stand together in no more texts than either pair does: once that is too few, so is all that follows.
        foreach (var (candidate, most) in candidates.Select(c => (Character: c, Most: MostTogether(three(c)))).Where(c => c.Most >= atLeast).OrderByDescending(c => c.Most))
        {
            if (best.Count == MostCompared && most < best[^1].Together.Count)
                break;
            var together = Together(three(candidate));
            if (together.Count < atLeast)
                continue;
            best.Add((candidate, together));
            best = [.. best.OrderByDescending(b => b.Together.Count).ThenBy(b => b.Character).Take(MostCompared)];
        }
        foreach (var (candidate, together) in best)
            if (together.Take(MostCompared).Any(t => Holds(t.Segment, t.Section, three(candidate))))
                return candidate;
        return null;
    }

    private int MostTogether(char[] three) => Math.Min(Count(three[0], three[1]), Count(three[1], three[2]));

    // Both pairs stand in the text, but perhaps not beside each other.
    private static bool Holds(Segment segment, int section, char[] three)
    {
        using var document = segment.ReadDocument(segment.SectionDocument[section]);
        return document.Holds([.. three.Select(c => WordSequence.SignOf([c]))]);
    }

    private IEnumerable<char> After(char first) => snapshot.Segments.SelectMany(s =>
    {
        var terms = s.Segment.Terms;
        var (begin, end) = terms.FindPrefix([Term.Word, first]);
        return Enumerable.Range(begin, end - begin).Where(t => terms[t].Length == 3).Select(t => terms[t][2]).ToArray();
    }).Distinct();

    private IEnumerable<char> Before(char second) => snapshot.Segments.SelectMany(s =>
    {
        var terms = s.Segment.Terms;
        var (begin, end) = terms.FindPrefix([Term.Word]);
        return Enumerable.Range(begin, end - begin).Where(t => terms[t].Length == 3 && terms[t][2] == second).Select(t => terms[t][1]).ToArray();
    }).Distinct();

    private int Count(char first, char second) => CountSaid(first, second) + snapshot.CountPostings([Term.Class, Term.Word, first, second]);

    private int CountSaid(char first, char second) => snapshot.CountPostings([Term.Word, first, second]);

    private List<(Segment Segment, int Section)> Together(char[] three) => snapshot.Together([Term.Word, three[0], three[1]], [Term.Word, three[1], three[2]]);
}
