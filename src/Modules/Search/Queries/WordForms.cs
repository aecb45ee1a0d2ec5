using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>The forms under which a typed word may stand in the index, for a reader of a culture.</summary>
internal sealed class WordForms(Snapshot snapshot, string culture)
{
    private const int MinPrefixLetters = 2;
    private const int MinPrefixDigits = 3;

    // Names with the same consonants are some hundred at most; it bounds the time that made-up ones take.
    private const int MostSounding = 1_000;

    private readonly string _language = CultureTag.Language(culture);

    /// <summary>The word, its stems, and if the reader may be typing it still the words that go on from it.</summary>
    public List<QueryTerm> Of(string term, CharClass script, bool isLast, double weight = 1)
    {
        var forms = new List<QueryTerm> { new(Term.Of(Term.Word, term), Ranking.Exact * weight) };
        forms.AddRange(LookAlikes.Twins(term).Select(twin => new QueryTerm(Term.Of(Term.Word, twin), Ranking.Exact * weight)));
        Span<char> buffer = stackalloc char[Analyser.MaxTermLength + 8];
        foreach (var language in Stemmer.LanguagesOf(script))
        {
            // A part number has no endings.
            if (term.Length > Analyser.MaxTermLength || term.Any(char.IsAsciiDigit))
                break;
            var stem = buffer[..Stemmer.Stem(language, term, buffer)];
            // TENS is not "ten".
            if (!stem.SequenceEqual(term) && snapshot.Glossary.IsAbbreviation(term, script))
                continue;
            // French endings on English words find chance likenesses, so the reader's own language counts more.
            var stemmed = Ranking.Stemmed * weight * (IsReaders(language) ? 1 : 0.8);
            forms.Add(new(Term.Of(Term.Stem(language), stem), stemmed));
            if (!stem.SequenceEqual(term))
                forms.Add(new(Term.Of(Term.Word, stem), stemmed));
        }
        if (isLast && term.Length >= (script == CharClass.Digit ? MinPrefixDigits : MinPrefixLetters) && script != CharClass.Unspaced)
            forms.Add(new(Term.Of(Term.Word, term), Ranking.Prefix * weight, Prefix: true));
        return forms;
    }

    /// <summary>The same forms in the names of classes.</summary>
    public static IEnumerable<QueryTerm> InClasses(IEnumerable<QueryTerm> forms) => forms.Select(f => f with { Term = Term.Of(Term.Class, f.Term) });

    /// <summary>The names written in other scripts that sound like the word.</summary>
    public IEnumerable<QueryTerm> SoundingLike(string term, CharClass script)
    {
        var buffer = new char[Sounds.MaxKeyLength];
        var sounds = buffer.AsSpan(0, Sounds.Begin(script, term, buffer)).ToString();
        if (sounds.Length == 0)
            return [];
        var alike = new HashSet<string>(StringComparer.Ordinal);
        foreach (var other in Sounds.Scripts.Where(s => s != script))
            AddAlike(Term.Of(Term.Sound(other), sounds), Sounds.LikenessOf(script, term, other), alike);
        return alike.Select(t => new QueryTerm(t, Ranking.Sounding));
    }

    private void AddAlike(string sounds, Sounds.SpanPredicate isAlike, HashSet<string> to)
    {
        foreach (var view in snapshot.Segments)
        {
            var terms = view.Segment.Terms;
            var (begin, end) = terms.FindPrefix(sounds);
            for (var i = begin; i < Math.Min(end, begin + MostSounding); i++)
                if (isAlike(Sounds.WordOf(terms[i])))
                    to.Add(terms[i].ToString());
        }
    }

    public bool Occurs(IEnumerable<QueryTerm> forms) => forms.Any(Occurs);

    /// <summary>
    /// A word nobody wrote may be two, typed without the space or half-space between them: پیشبینی for پیش بینی. Some text must hold both. Null if it is not.
    /// </summary>
    public (string First, string Second)? SplitInTwo(string term, CharClass script)
    {
        const int minHalf = 2, minWhole = 5;
        if (term.Length < minWhole || script is CharClass.Digit or CharClass.Unspaced)
            return null;
        (string, string)? best = null;
        var most = 0;
        for (var i = minHalf; i <= term.Length - minHalf; i++)
        {
            // "huile" is no "hui le".
            if (WordLists.Default.IsArticle(term.AsSpan(0, i)) || WordLists.Default.IsArticle(term.AsSpan(i)))
                continue;
            var both = snapshot.Together(Term.Of(Term.Word, term.AsSpan(0, i)), Term.Of(Term.Word, term.AsSpan(i))).Count;
            if (both > most)
                (most, best) = (both, (term[..i], term[i..]));
        }
        return best;
    }

    private bool Occurs(QueryTerm form) => form.Prefix
        ? snapshot.Segments.Any(s => s.Segment.Terms.FindPrefix(form.Term) is var (begin, end) && end > begin)
        : snapshot.CountPostings(form.Term) > 0;

    private bool IsReaders(StemLanguage language) => language switch
    {
        StemLanguage.French => _language is "fr",
        StemLanguage.Arabic => _language is "ar",
        StemLanguage.English => _language is not "fr",
        _ => _language is not "ar",
    };
}
