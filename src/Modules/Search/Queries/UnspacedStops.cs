using System.Text;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>
/// Takes words that need not be found out of runs of characters without spaces: 碘价格 asks for 碘. Left where texts go on over an edge of the
/// word, as in 价格管理, and where nothing else is asked for.
/// </summary>
internal sealed class UnspacedStops(Snapshot snapshot, Analyser analyser)
{
    public string TakeOff(string text)
    {
        analyser.Read(text);
        var left = new StringBuilder(text);
        foreach (var run in analyser.Tokens.Where(t => t.Kind == TokenKind.Single).GroupBy(t => t.Word).Select(r => r.ToArray()))
            for (var i = 0; i < run.Length; i++)
                if (LengthAt(run, i) is > 0 and var length)
                {
                    for (var at = run[i].From; at < run[i + length - 1].To; at++)
                        left[at] = ' ';
                    i += length - 1;
                }
        return left.ToString() is var rest && string.IsNullOrWhiteSpace(rest) ? text : rest;
    }

    private int LengthAt(Token[] run, int at)
    {
        foreach (var word in WordLists.Default.UnspacedStops)
            if (at + word.Length <= run.Length && Reads(run.AsSpan(at, word.Length), word) && !GoesOn(run, at) && !GoesOn(run, at + word.Length))
                return word.Length;
        return 0;
    }

    private bool Reads(ReadOnlySpan<Token> characters, string word)
    {
        for (var i = 0; i < word.Length; i++)
            if (analyser.Term(characters[i]) is not [var character] || character != word[i])
                return false;
        return true;
    }

    // Whether some text holds the two characters on both sides of an edge.
    private bool GoesOn(Token[] run, int edge) =>
        edge > 0 && edge < run.Length && snapshot.CountPostings(Term.Of(Term.Word, analyser.Terms(run[edge - 1].Start, run[edge].Start + run[edge].Length))) > 0;
}
