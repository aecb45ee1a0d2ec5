using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>
/// Takes words that need not be found out of runs of characters without spaces: 碘价格 asks for 碘. Left where texts go on over an edge of the
/// word, as in 价格管理, within a concept, behind what denies it, as in 不需要, and where nothing else but small words is asked for.
/// </summary>
internal sealed class UnspacedStops(Snapshot snapshot, Analyser analyser)
{
    private const string Denials = "不无没";

    /// <summary>The text, of the same length, with blanks in place of such words.</summary>
    public string TakeOff(string text)
    {
        analyser.Read(text);
        var characters = analyser.Tokens.Where(t => t.Kind == TokenKind.Single).ToArray();
        var left = text.ToCharArray();
        var concepts = snapshot.Glossary.FindInQuery(analyser).Select(c => (analyser.Tokens[c.First].From, analyser.Tokens[c.Last].To)).Distinct().ToArray();
        for (var i = 0; i < characters.Length; i++)
            if (LengthAt(text, characters, i) is > 0 and var length && !Array.Exists(concepts, c => c.From < characters[i + length - 1].To && c.To > characters[i].From))
            {
                left.AsSpan(characters[i].From..characters[i + length - 1].To).Fill(' ');
                i += length - 1;
            }
        var rest = new string(left);
        return rest == text || !AsksForMore(rest) ? text : rest;
    }

    private bool AsksForMore(string rest)
    {
        analyser.Read(rest);
        return analyser.Tokens.Any(t => t.Kind is TokenKind.Word or TokenKind.Single && !WordLists.Default.IsAlone(analyser.Term(t)));
    }

    private int LengthAt(string text, Token[] characters, int at)
    {
        foreach (var word in WordLists.Default.UnspacedStops)
            if (at + word.Length <= characters.Length && !IsDenied(characters, at) && Reads(characters.AsSpan(at, word.Length), word) && !GoesOn(text, characters, at) && !GoesOn(text, characters, at + word.Length))
                return word.Length;
        return 0;
    }

    private bool IsDenied(Token[] characters, int at) =>
        at > 0 && characters[at - 1].Word == characters[at].Word && analyser.Term(characters[at - 1]) is [var before] && Denials.Contains(before);

    private bool Reads(ReadOnlySpan<Token> characters, string word)
    {
        for (var i = 0; i < word.Length; i++)
            if (characters[i].Word != characters[0].Word || analyser.Term(characters[i]) is not [var character] || character != word[i])
                return false;
        return true;
    }

    // Whether some text holds the two characters on both sides of an edge, with nothing but blanks between them.
    private bool GoesOn(string text, Token[] characters, int edge) =>
        edge > 0 && edge < characters.Length && string.IsNullOrWhiteSpace(text[characters[edge - 1].To..characters[edge].From])
        && snapshot.CountPostings(Term.Of(Term.Word, string.Concat(analyser.Term(characters[edge - 1]), analyser.Term(characters[edge])))) > 0;
}
