using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>A word of a query that nobody wrote.</summary>
/// <param name="Word">The word, folded.</param>
/// <param name="Script">Its script.</param>
/// <param name="From">Where it starts in the query.</param>
/// <param name="To">Where it ends there, exclusive.</param>
internal sealed record UnknownWord(string Word, CharClass Script, int From, int To);

/// <summary>Finds the words that stand in no text, by themselves or written together with their neighbours, and in no concept.</summary>
internal sealed class UnknownWords(Snapshot snapshot, Analyser analyser, string culture)
{
    private readonly WordForms _forms = new(snapshot, culture);
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>The unknown words, and how many words there are; those of codes and of scripts without spaces are not counted.</summary>
    public List<UnknownWord> Find(string text, out int words)
    {
        var found = Find(text, isGuess: false);
        words = _words;
        return found;
    }

    /// <summary>True if a text that is guessed has words, and each is known as it stands: neither begun nor two written as one.</summary>
    public bool AreNone(string text) => Find(text, isGuess: true).Count == 0 && _words > 0;

    private int _words;

    private List<UnknownWord> Find(string text, bool isGuess)
    {
        analyser.Read(text);
        var tokens = analyser.Tokens;
        var coded = tokens.Where(t => t.Script == CharClass.Digit).Select(t => t.Word).ToHashSet();
        var concepts = snapshot.Glossary.FindInQuery(analyser).Select(c => (tokens[c.First].From, tokens[c.Last].To)).Distinct().ToArray();
        var found = new List<UnknownWord>();
        _words = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind != TokenKind.Word || token.Script is CharClass.Digit or CharClass.Unspaced || coded.Contains(token.Word))
                continue;
            _words++;
            var word = analyser.Term(token).ToString();
            if ((isGuess ? Stands(word, token.Script, isLast: false) : IsKnown(word, token.Script, isLast: token.Word == tokens[^1].Word && !char.IsWhiteSpace(text[^1])))
                || Array.Exists(concepts, c => c.From <= token.From && c.To >= token.To) || IsWrittenTogether(i))
                continue;
            found.Add(new(word, token.Script, token.From, token.To));
            if (isGuess)
                break;
        }
        return found;
    }

    private bool IsKnown(string word, CharClass script, bool isLast)
    {
        if (isLast)
            return LookUp(word, script, isLast);
        if (!_known.TryGetValue(word, out var known))
            _known[word] = known = LookUp(word, script, isLast);
        return known;
    }

    private bool LookUp(string word, CharClass script, bool isLast) =>
        Stands(word, script, isLast) || snapshot.Glossary.HasAbbreviation(word, script) || _forms.SplitInTwo(word, script) is not null;

    private bool Stands(string word, CharClass script, bool isLast)
    {
        if (WordLists.Default.IsSmall(word))
            return true;
        var forms = _forms.Of(word, script, isLast);
        return _forms.Occurs(forms) || _forms.Occurs(WordForms.InClasses(forms));
    }

    private bool IsWrittenTogether(int at)
    {
        var tokens = analyser.Tokens;
        for (var i = at - 1; i >= 0 && tokens[i].Word >= tokens[at].Word - 1; i--)
            if (AreWrittenTogether(tokens[i], tokens[at]))
                return true;
        for (var i = at + 1; i < tokens.Count && tokens[i].Word <= tokens[at].Word + 1; i++)
            if (AreWrittenTogether(tokens[at], tokens[i]))
                return true;
        return false;
    }

    private bool AreWrittenTogether(in Token first, in Token second) =>
        second.Kind == TokenKind.Joined ? second.Start <= first.Start && second.Start + second.Length >= first.Start + first.Length && Stands(analyser.Term(second))
        : second.Kind == TokenKind.Word && first.Kind == TokenKind.Word && first.Word != second.Word && Stands(analyser.Terms(first.Start, second.Start + second.Length));

    private bool Stands(ReadOnlySpan<char> word) => word.Length <= Analyser.MaxTermLength && snapshot.CountPostings(Term.Of(Term.Word, word)) > 0;
}
