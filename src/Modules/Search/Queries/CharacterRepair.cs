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

    // What fewer texts hold is chance.
    private const int MinHolding = 3;

    public string Repair(string text)
    {
        analyser.Read(text);
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
        !WordLists.Default.IsStop(run.AsSpan(at, 1)) && (at == 0 || Count(run[at - 1], run[at]) == 0) && (at == run.Length - 1 || Count(run[at], run[at + 1]) == 0);

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
        var best = at == 0 ? Best(Before(run[1]), run[1], run[2], c => [c, run[1]])
            : at == run.Length - 1 ? Best(After(run[at - 1]), run[at - 2], run[at - 1], c => [run[at - 1], c])
            : Best(After(run[at - 1]), c => Together([run[at - 1], c], [c, run[at + 1]]));
        if (best is { } character)
            run[at] = character;
        return best is not null;
    }

    // At an edge one neighbour alone tells little: the two characters beside it must be followed, or led, by this one mostly.
    private char? Best(IEnumerable<char> candidates, char first, char second, Func<char, char[]> pair)
    {
        var known = Count(first, second);
        return known < MinHolding ? null : Best(candidates, c => Together([first, second], pair(c)) is var together && 2 * together > known ? together : 0);
    }

    private static char? Best(IEnumerable<char> candidates, Func<char, int> count)
    {
        var (best, most) = ('\0', 0);
        foreach (var candidate in candidates)
            if (count(candidate) is var found && found > most)
                (best, most) = (candidate, found);
        return most == 0 ? null : best;
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

    private int Count(char first, char second) => snapshot.CountPostings([Term.Word, first, second]);

    private int Together(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => snapshot.CountTogether([Term.Word, .. first], [Term.Word, .. second]);
}
