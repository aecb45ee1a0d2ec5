using System.Text.RegularExpressions;
using ExportPortal.Kernel.Cultures;
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
internal sealed partial class QueryRepair(Snapshot snapshot, Analyser analyser, string culture)
{
    // A short one reads as a word on some layout by chance.
    private const int MinLettersRetyped = 4;

    // Who reads Latin letters and types them has seldom meant others.
    private const int MinLettersRetypedOfOwn = 6;

    private const int MostWords = 8;
    private const int MostNear = 6;
    private const int MostCodeWords = 4;
    private const int MinCode = 4;
    private const int KnownThatSpeak = 2;
    private const int KnownInQuestion = 4;

    private readonly UnknownWords _words = new(snapshot, analyser, culture);
    private readonly WordForms _forms = new(snapshot, culture);
    private readonly bool _isReadInLatin = CultureTag.Language(culture) is "en" or "fr";

    public RepairedQuery Repair(string text)
    {
        if (NamedCode.Read(text, analyser) != text)
            return RepairedQuery.Unchanged(text);
        text = new CharacterRepair(snapshot, analyser).Repair(text);
        if (RetypeSigns(text) is var signs && signs != text)
        {
            // Signs show that another layout was on: short words beside them were typed with it too, if they are words there.
            if (Retype(text) is { } whole)
                return RepairedQuery.Unchanged(whole);
            text = signs;
        }
        var unknown = _words.Find(text, out var all);
        unknown.RemoveAll(u => IsNumeral(u.Word));
        if (unknown.Count > 0 && CodesIn(text) is { Count: > 0 } codes)
            unknown.RemoveAll(u => codes.Exists(c => c.From <= u.From && c.To >= u.To));
        if (unknown.Count == 0)
            return RepairedQuery.Unchanged(text);
        var beside = new WordsBeside(snapshot, analyser, _forms, unknown);
        if (unknown.Count == all && Retype(text) is { } retyped)
            return RepairedQuery.Unchanged(retyped);
        var put = new Dictionary<string, IReadOnlyList<QueryTerm>>(StringComparer.Ordinal);
        // From the end, so that the places before stay right.
        foreach (var piece in unknown.Take(MostWords).GroupBy(u => PieceAround(text, u)).OrderByDescending(p => p.Key.From))
        {
            var (from, to) = piece.Key;
            // As it was typed, from blank to blank: a comma is a letter on many layouts.
            if (to - from >= MinLettersRetyped && Retype(text[from..to]) is { } word)
                text = string.Concat(text.AsSpan(0, from), word, text.AsSpan(to));
            else
                text = piece.Reverse().Aggregate(text, (t, u) => Mend(t, u, beside, put));
        }
        return new(text, put);
    }

    private string Mend(string text, UnknownWord word, WordsBeside beside, Dictionary<string, IReadOnlyList<QueryTerm>> put)
    {
        if (FindNear(word, beside) is not [var best, .. var others])
            return text;
        put[best.Word] = [.. others.SelectMany(o => _forms.Of(o.Word, word.Script, isLast: false, Ranking.Near)), .. _forms.SoundingLike(word.Word, word.Script)];
        return string.Concat(text.AsSpan(0, word.From), best.Word, text.AsSpan(word.To));
    }

    // ",h;sk" for واکسن: on other layouts keys of signs are letters, and what stands between them may be a word by chance.
    private string RetypeSigns(string text)
    {
        var tried = 0;
        for (var at = 0; at < text.Length && tried < MostWords; at++)
        {
            var end = EndOfPiece(text, at);
            if (end - at >= MinLettersRetyped && HasSignBeforeLetter(text.AsSpan(at, end - at)))
            {
                tried++;
                if (Retype(text[at..end]) is { } word)
                    text = string.Concat(text.AsSpan(0, at), word, text.AsSpan(end));
            }
            at = end;
        }
        return text;
    }

    private static bool HasSignBeforeLetter(ReadOnlySpan<char> piece)
    {
        for (var i = 0; i + 1 < piece.Length; i++)
            if (Keyboards.IsLetterElsewhere(piece[i]) && char.IsAsciiLetter(piece[i + 1]))
                return true;
        return false;
    }

    private string? Retype(string text) => IsAbbreviation(text) ? null
        : Keyboards.Retype(text).Select(t => KeepNumbered(text, t)).FirstOrDefault(t => StaysWords(text, t) && HasLongWord(t) && _words.AreNone(t));

    // From blank to blank, what has digits may be a code.
    private static string KeepNumbered(string text, string retyped)
    {
        var kept = retyped.ToCharArray();
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfPiece(text, at);
            if (text[at..end].Any(char.IsDigit))
                text.CopyTo(at, kept, at, end - at);
            at = end + 1;
        }
        return new(kept);
    }

    // FDA, CNC: nobody holds the shift key down all along.
    private static bool IsAbbreviation(string text) => text.Any(char.IsAsciiLetterUpper) && !text.Any(char.IsLower);

    private bool HasLongWord(string text)
    {
        var least = _isReadInLatin && !text.Any(char.IsAsciiLetter) ? MinLettersRetypedOfOwn : MinLettersRetyped;
        var letters = 0;
        foreach (var sign in text)
            if ((letters = char.IsLetter(sign) ? letters + 1 : 0) >= least)
                return true;
        return false;
    }

    // A word that falls to pieces on another layout was not typed with it.
    private static bool StaysWords(string text, string retyped) => !text.Where((c, i) => char.IsLetter(c) && !char.IsLetter(retyped[i])).Any();

    private static (int From, int To) PieceAround(string text, UnknownWord word)
    {
        var from = word.From;
        while (from > 0 && !char.IsWhiteSpace(text[from - 1]))
            from--;
        return (from, EndOfPiece(text, word.To));
    }

    private static int EndOfPiece(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    // VIII is no VII with a letter doubled, nor XVIIe XVIIIe.
    private static bool IsNumeral(string word) => Numeral().IsMatch(word);

    // "vie" is a word.
    [GeneratedRegex("^((?=..)x{0,3}(ix|iv|v?i{0,3})|(?=x|....)x{0,3}(ix|iv|v?i{0,3})e)$", RegexOptions.CultureInvariant)]
    private static partial Regex Numeral();

    // Where codes of documents stand in the text: some words with a digit in them, or the whole.
    private List<(int From, int To)> CodesIn(string text)
    {
        var codes = new List<(int From, int To)>();
        analyser.Read(text);
        var words = analyser.Tokens.GroupBy(t => t.Word).Select(w => (w.First().From, To: w.Max(t => t.To))).ToArray();
        for (var i = 0; i < words.Length; i++)
            for (var j = i; j < Math.Min(words.Length, i + MostCodeWords); j++)
                if (Folding.CodeKey(text[words[i].From..words[j].To]) is { Length: >= MinCode } key && key.Any(char.IsAsciiDigit) && IsCode(key))
                    codes.Add((words[i].From, words[j].To));
        if (IsCode(Folding.CodeKey(text)))
            codes.Add((0, text.Length));
        return codes;
    }

    private bool IsCode(string key) => key.Length > 0 && snapshot.CountPostings(Term.Of(Term.Code, key)) > 0;

    private NearWord[] FindNear(UnknownWord unknown, WordsBeside beside)
    {
        if (LikelySlip.MostDistance(unknown.Word, unknown.Script) is not (> 0 and var most))
            return [];
        var near = FindNear(unknown.Word, most, s => s.NearWords, beside);
        // What all of a class are called is so frequent that it would win over what few say themselves.
        return near.Length > 0 ? near : FindNear(unknown.Word, most, s => s.NearClassWords, beside);
    }

    private NearWord[] FindNear(string word, int most, Func<Segment, NearWords> wordsOf, WordsBeside beside)
    {
        var counts = new Dictionary<string, NearWord>(StringComparer.Ordinal);
        foreach (var view in snapshot.Segments)
        {
            var words = wordsOf(view.Segment);
            foreach (var (term, distance) in words.Find(word, most))
            {
                var near = words.WordOf(term).ToString();
                counts[near] = new(near, distance, view.Segment.PostingCounts[term] + counts.GetValueOrDefault(near).Count);
            }
        }
        return [.. counts.Values.Where(n => !n.Word.Any(char.IsAsciiDigit) && !IsNumeral(n.Word) && !WordLists.Default.IsSmall(n.Word) && IsMeant(word, n, beside))
            .OrderBy(n => n.Distance).ThenByDescending(n => n.Word[0] == word[0]).ThenByDescending(n => n.Count).ThenBy(n => n.Word, StringComparer.Ordinal).Take(MostNear)];
    }

    // Where known words stand beside a short one, or several beside any, they must speak for a guess: what holds them is found anyway.
    // In a question the word is rather a good one that the texts do without, so the slip must be slight too.
    private static bool IsMeant(string typed, NearWord near, WordsBeside beside) =>
        LikelySlip.Explains(typed, near.Word, near.Distance)
        && (beside.Count < KnownInQuestion || (near.Distance <= Slips.Any && near.Word[0] == typed[0]))
        && (!(LikelySlip.IsShort(typed) || beside.Count >= KnownThatSpeak) || !beside.Any || beside.StandWith(near.Word));
}
