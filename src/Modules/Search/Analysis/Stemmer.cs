using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Search.Analysis;

/// <summary>The languages whose endings are known.</summary>
internal enum StemLanguage : byte { None, English, French, Russian, Persian, Arabic }

/// <summary>Takes off endings by the table endings.tsv, and brings plurals of another shape to their word by plurals.tsv. A stem is no word: it only brings the forms of a word together.</summary>
internal sealed class Stemmer
{
    private const int MinLength = 4;
    private const int FirstLetters = 2;
    private const string Joined = "وفبکل";

    private sealed record Ending(bool AtStart, string Text, int Remaining, string Replacement);

    private readonly Ending[][] _passes;
    private readonly Ending[][] _beginnings;
    private readonly int _firstLettersStayFrom;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _stemsOfPlurals;

    private static readonly ILookup<StemLanguage, string[]> Plurals = AnalysisData.Read("plurals.tsv").ToLookup(l => Language(l[0]));

    private static readonly Dictionary<StemLanguage, Stemmer> All = AnalysisData.Read("endings.tsv")
        .GroupBy(l => Language(l[0]))
        .ToDictionary(g => g.Key, g => new Stemmer(g, Plurals[g.Key]));

    private Stemmer(IEnumerable<string[]> lines, IEnumerable<string[]> plurals)
    {
        _passes = lines.GroupBy(l => l[1])
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g
                .Select(l => new Ending(l[2] == "start", Folding.Fold(l[3]), l[4][0] - '0', l.Length > 5 ? Folding.Fold(l[5]) : ""))
                .OrderByDescending(e => e.Text.Length).ToArray())
            .ToArray();
        _beginnings = Array.FindAll(_passes, p => Array.TrueForAll(p, e => e.AtStart));
        _stemsOfPlurals = new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> stem = stackalloc char[Analyser.MaxTermLength];
        foreach (var line in plurals)
        {
            var word = Folding.Fold(line[1]);
            word.CopyTo(stem);
            var length = word.Length;
            for (var pass = 0; pass < _passes.Length && word.Length >= MinLength; pass++)
                length = Apply(_passes[pass], stem, length);
            foreach (var plural in line[2].Split(' '))
                _stemsOfPlurals.Dictionary.Add(Folding.Fold(plural), stem[..length].ToString());
        }
        _firstLettersStayFrom = Enumerable.Range(1, Analyser.MaxTermLength).Where(l => LettersThatStay(l, 0) < FirstLetters).DefaultIfEmpty().Max() + 1;
    }

    /// <summary>True if a word and its stem begin with the same two letters, whatever the others are.</summary>
    public static bool FirstLettersStay(StemLanguage language, ReadOnlySpan<char> word) =>
        !All.TryGetValue(language, out var stemmer)
        || ((word.Length < MinLength || word.Length >= stemmer._firstLettersStayFrom) && !stemmer._stemsOfPlurals.ContainsKey(word));

    /// <summary>The language in which a word of this script is stemmed, in a text of this culture.</summary>
    public static StemLanguage LanguageFor(string culture, CharClass script)
    {
        var language = Language(CultureTag.Language(culture));
        return script switch
        {
            CharClass.Latin => language is StemLanguage.French || Unstemmed(culture) ? language : StemLanguage.English,
            CharClass.Cyrillic => StemLanguage.Russian,
            CharClass.Arabic => language is StemLanguage.Arabic ? language : StemLanguage.Persian,
            _ => StemLanguage.None,
        };
    }

    /// <summary>The languages a word of a query may be in: a reader often types another language than the page's.</summary>
    public static ReadOnlySpan<StemLanguage> LanguagesOf(CharClass script) => script switch
    {
        CharClass.Latin => [StemLanguage.English, StemLanguage.French],
        CharClass.Cyrillic => [StemLanguage.Russian],
        CharClass.Arabic => [StemLanguage.Persian, StemLanguage.Arabic],
        _ => [],
    };

    /// <summary>Writes the stem of a folded word and gives its length; the word itself if no ending fits. The target holds at least the word's length and four more.</summary>
    public static int Stem(StemLanguage language, ReadOnlySpan<char> word, Span<char> target)
    {
        word.CopyTo(target);
        if (!All.TryGetValue(language, out var stemmer))
            return word.Length;
        // Behind a letter that Arabic joins to a word, too.
        if (stemmer._stemsOfPlurals.TryGetValue(word, out var stem)
            || (language == StemLanguage.Arabic && word.Length > MinLength && Joined.Contains(word[0]) && stemmer._stemsOfPlurals.TryGetValue(word[1..], out stem)))
            return Write(stem, target);
        if (word.Length < MinLength)
            return word.Length;
        var length = word.Length;
        foreach (var pass in stemmer._passes)
        {
            length = Apply(pass, target, length);
            // Behind the article, and before another ending.
            if (length < word.Length && (pass[0].AtStart || length >= MinLength) && stemmer._stemsOfPlurals.TryGetValue(target[..length], out stem))
                return Write(stem, target);
        }
        return length;
    }

    private static int Write(string stem, Span<char> target)
    {
        stem.CopyTo(target);
        return stem.Length;
    }

    /// <summary>Writes a folded word without what stands joined before it, and gives its length; the target holds at least the word's.</summary>
    public static int TakeOffBeginning(StemLanguage language, ReadOnlySpan<char> word, Span<char> target)
    {
        word.CopyTo(target);
        var length = word.Length;
        if (length >= MinLength && All.TryGetValue(language, out var stemmer))
            foreach (var pass in stemmer._beginnings)
                length = Apply(pass, target, length);
        return length;
    }

    private static int Apply(Ending[] pass, Span<char> word, int length)
    {
        foreach (var ending in pass)
        {
            var rest = length - ending.Text.Length;
            if (rest < ending.Remaining)
                continue;
            if (ending.AtStart && word[..length].StartsWith(ending.Text, StringComparison.Ordinal))
            {
                word[ending.Text.Length..length].CopyTo(word[ending.Replacement.Length..]);
                ending.Replacement.CopyTo(word);
                return rest + ending.Replacement.Length;
            }
            if (!ending.AtStart && word[..length].EndsWith(ending.Text, StringComparison.Ordinal))
            {
                ending.Replacement.CopyTo(word[rest..]);
                return rest + ending.Replacement.Length;
            }
        }
        return length;
    }

    // How many letters at the beginning of a word of so many are untouched by the passes from one on, at the least.
    private int LettersThatStay(int length, int pass)
    {
        if (pass == _passes.Length)
            return length;
        var least = LettersThatStay(length, pass + 1);
        foreach (var ending in _passes[pass])
            if (length - ending.Text.Length is var rest && rest >= ending.Remaining)
                least = ending.AtStart ? 0 : Math.Min(least, Math.Min(rest, LettersThatStay(rest + ending.Replacement.Length, pass + 1)));
        return least;
    }

    // A Latin word in a text of German or Turkish is not English; in Persian, Chinese or Russian text it mostly is.
    private static bool Unstemmed(string culture) =>
        Language(CultureTag.Language(culture)) == StemLanguage.None && !CultureTag.Language(culture).Equals("zh", StringComparison.Ordinal);

    private static StemLanguage Language(string code) => code switch
    {
        "en" => StemLanguage.English,
        "fr" => StemLanguage.French,
        "ru" => StemLanguage.Russian,
        "fa" => StemLanguage.Persian,
        "ar" => StemLanguage.Arabic,
        _ => StemLanguage.None,
    };
}
