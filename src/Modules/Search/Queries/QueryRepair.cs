using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>What is looked for in place of a text that holds words nobody wrote.</summary>
/// <param name="Text">The text with its unknown words replaced by the likeliest known ones.</param>
/// <param name="Others">What a word that was put in may have been as well, by the word.</param>
internal sealed record RepairedQuery(string Text, IReadOnlyDictionary<string, IReadOnlyList<QueryTerm>> Others)
{
    public static RepairedQuery Unchanged(string text) => new(text, new Dictionary<string, IReadOnlyList<QueryTerm>>());
}

/// <summary>Mends what was typed wrongly: with another keyboard layout switched on, or with letters left out, doubled, swapped. Codes and numbers are never touched.</summary>
internal sealed class QueryRepair(Snapshot snapshot, Analyser analyser, string culture)
{
    private const int MinLetters = 4;
    private const int MinLettersForTwo = 8;
    private const int MostWords = 8;
    private const int MostNear = 6;

    private readonly WordForms _forms = new(snapshot, culture);

    private sealed record Unknown(string Word, CharClass Script, int From, int To);

    public RepairedQuery Repair(string text)
    {
        var unknown = FindUnknown(text, out var words);
        if (unknown.Count == 0 || IsCode(text))
            return RepairedQuery.Unchanged(text);
        if (unknown.Count == words && Keyboards.Retype(text).FirstOrDefault(IsKnown) is { } retyped)
            return RepairedQuery.Unchanged(retyped);
        var put = new Dictionary<string, IReadOnlyList<QueryTerm>>(StringComparer.Ordinal);
        // From the end, so that the places before stay right.
        foreach (var word in unknown.Take(MostWords).Reverse())
        {
            if (FindNear(word.Word) is not [var best, .. var others])
                continue;
            text = string.Concat(text.AsSpan(0, word.From), best.Word, text.AsSpan(word.To));
            put[best.Word] = [.. others.SelectMany(o => _forms.Of(o.Word, word.Script, isLast: false, Ranking.Near)), .. _forms.SoundingLike(word.Word, word.Script)];
        }
        return new(text, put);
    }

    private bool IsKnown(string text) => FindUnknown(text, out var words).Count == 0 && words > 0;

    private bool IsCode(string text) => Folding.CodeKey(text) is { Length: > 0 } key && snapshot.CountPostings(Term.Of(Term.Code, key)) > 0;

    // A word that stands in no text, by itself or written together with its neighbours, and in no concept.
    private List<Unknown> FindUnknown(string text, out int words)
    {
        analyser.Read(text);
        var tokens = analyser.Tokens;
        var concepts = snapshot.Glossary.FindInQuery(analyser).Select(c => (tokens[c.First].From, tokens[c.Last].To)).ToArray();
        var found = new List<Unknown>();
        words = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind != TokenKind.Word || token.Script is CharClass.Digit or CharClass.Unspaced || IsOfCode(token))
                continue;
            words++;
            var word = analyser.Term(token).ToString();
            var isLast = token.Word == tokens[^1].Word;
            if (concepts.Any(c => c.From <= token.From && c.To >= token.To) || WordLists.Default.IsLight(word)
                || _forms.Occurs(_forms.Of(word, token.Script, isLast)) || _forms.SplitInTwo(word, token.Script) is not null
                || IsWrittenTogether(token))
                continue;
            found.Add(new(word, token.Script, token.From, token.To));
        }
        return found;
    }

    private bool IsOfCode(Token token) => analyser.Tokens.Any(t => t.Word == token.Word && t.Script == CharClass.Digit);

    private bool IsWrittenTogether(Token token)
    {
        foreach (var other in analyser.Tokens)
        {
            if (other.Kind == TokenKind.Joined && other.From <= token.From && other.To >= token.To && Stands(analyser.Term(other)))
                return true;
            if (other.Kind == TokenKind.Word && (other.Word == token.Word + 1 && Stands(analyser.Terms(token.Start, other.Start + other.Length))
                || other.Word == token.Word - 1 && Stands(analyser.Terms(other.Start, token.Start + token.Length))))
                return true;
        }
        return false;
    }

    private bool Stands(ReadOnlySpan<char> word) => word.Length <= Analyser.MaxTermLength && snapshot.CountPostings(Term.Of(Term.Word, word)) > 0;

    private NearWord[] FindNear(string word)
    {
        if (word.Length is < MinLetters or > Analyser.MaxTermLength)
            return [];
        var counts = new Dictionary<string, NearWord>(StringComparer.Ordinal);
        foreach (var view in snapshot.Segments)
        {
            var segment = view.Segment;
            foreach (var (term, edits) in segment.NearWords.Find(word, word.Length < MinLettersForTwo ? 1 : 2))
            {
                var near = segment.Terms[term][1..].ToString();
                counts[near] = new(near, edits, segment.PostingCounts[term] + counts.GetValueOrDefault(near).Count);
            }
        }
        return [.. counts.Values.Where(n => !n.Word.Any(char.IsAsciiDigit))
            .OrderBy(n => n.Edits).ThenByDescending(n => n.Word[0] == word[0]).ThenByDescending(n => n.Count).ThenBy(n => n.Word, StringComparer.Ordinal).Take(MostNear)];
    }
}
