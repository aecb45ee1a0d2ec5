namespace ExportPortal.Search.Analysis;

/// <summary>words.tsv: words a query can do without, small ones it cannot, articles, words that lose a vowel, affixes that may stand apart from their word, characters that are words, and words before codes.</summary>
internal sealed class WordLists
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _stop;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _needed;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _before;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _after;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _light;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _alone;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _elided;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _article;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _codeWord;

    public static WordLists Default { get; } = new(AnalysisData.Read("words.tsv"));

    private WordLists(IEnumerable<string[]> lines)
    {
        var stops = new HashSet<string>(StringComparer.Ordinal);
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var before = new HashSet<string>(StringComparer.Ordinal);
        var after = new HashSet<string>(StringComparer.Ordinal);
        var alone = new HashSet<string>(StringComparer.Ordinal);
        var elided = new HashSet<string>(StringComparer.Ordinal);
        var articles = new HashSet<string>(StringComparer.Ordinal);
        var codeWords = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            foreach (var word in line[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Folding.Fold))
            {
                switch (line[0])
                {
                    case "stop": stops.Add(word); break;
                    case "needed": needed.Add(word); break;
                    case "affix-before": before.Add(word); break;
                    case "affix-after": after.Add(word); break;
                    case "alone": alone.Add(word); break;
                    case "elided": elided.Add(word); break;
                    case "article": articles.Add(word); break;
                    case "code-word": codeWords.Add(word); break;
                    default: throw new InvalidOperationException($"words.tsv knows no list {line[0]}.");
                }
            }
        }
        _stop = stops.GetAlternateLookup<ReadOnlySpan<char>>();
        _needed = needed.GetAlternateLookup<ReadOnlySpan<char>>();
        _before = before.GetAlternateLookup<ReadOnlySpan<char>>();
        _after = after.GetAlternateLookup<ReadOnlySpan<char>>();
        _alone = alone.GetAlternateLookup<ReadOnlySpan<char>>();
        _elided = elided.GetAlternateLookup<ReadOnlySpan<char>>();
        _article = articles.GetAlternateLookup<ReadOnlySpan<char>>();
        _codeWord = codeWords.GetAlternateLookup<ReadOnlySpan<char>>();
        UnspacedStops = [.. stops.Where(w => w.Length > 1 && w.All(c => CharClasses.Of(c) == CharClass.Unspaced)).OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];
        _light = stops.Union(before).Union(after).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>True for a word that need not be found, in any language: the reader's own is only guessed.</summary>
    public bool IsStop(ReadOnlySpan<char> term) => _stop.Contains(term);

    /// <summary>True for a small word without which a phrase says something else, in any language: "sans".</summary>
    public bool IsNeeded(ReadOnlySpan<char> term) => _needed.Contains(term);

    /// <summary>The words of several characters, of scripts without spaces, that need not be found; the longest first.</summary>
    public IReadOnlyList<string> UnspacedStops { get; }

    /// <summary>True for a small word, whether or not it need be found: nobody means it by another word typed wrongly, nor another by it.</summary>
    public bool IsSmall(ReadOnlySpan<char> term) => _light.Contains(term) || _needed.Contains(term);

    /// <summary>True for a word that a phrase can do without.</summary>
    public bool IsLight(ReadOnlySpan<char> term) => _light.Contains(term);

    /// <summary>True for a character of a script without spaces that may stand beside any other.</summary>
    public bool IsAlone(ReadOnlySpan<char> character) => _alone.Contains(character) || IsStop(character);

    /// <summary>True for a word that lost its vowel before an apostrophe: <c>l'</c>, <c>qu'</c>.</summary>
    public bool IsElided(ReadOnlySpan<char> term) => _elided.Contains(term);

    /// <summary>True for a word that nobody writes together with the one beside it: <c>le</c>.</summary>
    public bool IsArticle(ReadOnlySpan<char> term) => _article.Contains(term);

    /// <summary>True for a word that says that a tariff code follows: <c>HS</c>, <c>税号</c>, <c>code</c>, <c>номер</c>.</summary>
    public bool IsCodeWord(ReadOnlySpan<char> term) => _codeWord.Contains(term);

    public bool IsAffixBefore(ReadOnlySpan<char> term) => _before.Contains(term);

    public bool IsAffixAfter(ReadOnlySpan<char> term) => _after.Contains(term);
}
