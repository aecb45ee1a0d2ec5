using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Glossaries;

/// <summary>
/// The concepts of the glossary, ready to be found in texts: a tree of words as their stems, without those a phrase can do without,
/// so that other forms of the words and "pump for insulin" beside "pump of insulin" are found too. Never changes.
/// </summary>
internal sealed class Glossary
{
    /// <summary>Longer phrases are cut; a character of a script without spaces counts as a word.</summary>
    public const int MaxWords = 16;

    private static readonly StemLanguage[] LatinLanguages = [StemLanguage.English, StemLanguage.French, StemLanguage.None];
    private static readonly StemLanguage[] ArabicLanguages = [StemLanguage.Persian, StemLanguage.Arabic];

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wordLookup;
    private readonly Dictionary<(int Node, int Word), int> _steps = [];
    private readonly List<List<int>?> _ends = [null];
    private readonly HashSet<int> _abbreviations = [];
    private readonly string[] _ids;
    private readonly HashSet<string>[] _starts;
    private readonly Lazy<GlossaryTerms> _terms;
    private readonly Lazy<NearTerms> _nearTerms;

    public static Glossary Empty { get; } = new([]);

    public Glossary(IEnumerable<SearchConcept> concepts)
    {
        _wordLookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var ordered = concepts.OrderBy(c => c.Id, StringComparer.Ordinal).ToArray();
        _ids = Array.ConvertAll(ordered, c => c.Id);
        _starts = Array.ConvertAll(ordered, _ => new HashSet<string>(StringComparer.Ordinal));
        var analyser = new Analyser();
        for (var concept = 0; concept < ordered.Length; concept++)
            foreach (var term in ordered[concept].Terms)
                Add(concept, term.Text, analyser);
        Version = MakeVersion(ordered);
        _terms = new(() => new(ordered));
        _nearTerms = new(() => new(_terms.Value));
    }

    /// <summary>All words, as they are written.</summary>
    public GlossaryTerms Terms => _terms.Value;

    /// <summary>The words, to be found by what is near to them.</summary>
    public NearTerms NearTerms => _nearTerms.Value;

    /// <summary>Differs between glossaries of different content.</summary>
    public string Version { get; }

    public int Count => _ids.Length;

    public string IdOf(int concept) => _ids[concept];

    /// <summary>The stems, or words as they are written, with which a concept's terms begin: a text without any of them does not name it.</summary>
    public IReadOnlyCollection<string> StartsOf(string id) => Array.BinarySearch(_ids, id, StringComparer.Ordinal) is >= 0 and var concept ? _starts[concept] : [];

    /// <summary>True for an abbreviation that the glossary has as a word by itself, folded: it has no other forms. "AIDS" beside another word leaves hearing aids alone.</summary>
    public bool IsAbbreviation(ReadOnlySpan<char> word, CharClass script) => _abbreviations.Contains(AbbreviationOf(word, script));

    /// <summary>True for an abbreviation in any words of the glossary, folded: it is no word typed wrongly.</summary>
    public bool HasAbbreviation(ReadOnlySpan<char> word, CharClass script) => AbbreviationOf(word, script) >= 0;

    private int AbbreviationOf(ReadOnlySpan<char> word, CharClass script)
    {
        Span<char> key = stackalloc char[Analyser.MaxTermLength + 8];
        return script is CharClass.Latin or CharClass.Cyrillic && ExactWords.MayBe(word, script, StemLanguage.None) ? WordOf(key[..ExactWords.Key(word, StemLanguage.None, key)]) : Unknown;
    }

    /// <summary>The concepts that a text read by the analyser names, long and short ones, as a text of a culture is written.</summary>
    public void Find(Analyser analyser, string culture, List<FoundConcept> found) =>
        Find(analyser, script => Stemmer.LanguageFor(culture, script), found);

    /// <summary>The concepts that a query names, whose language nobody knows.</summary>
    public IReadOnlyCollection<FoundConcept> FindInQuery(Analyser analyser)
    {
        if (Count == 0)
            return [];
        var found = new List<FoundConcept>();
        foreach (var latin in analyser.Tokens.Any(t => t.Script == CharClass.Latin) ? LatinLanguages : LatinLanguages[..1])
            foreach (var arabic in analyser.Tokens.Any(t => t.Script == CharClass.Arabic) ? ArabicLanguages : ArabicLanguages[..1])
                Find(analyser, script => LanguageOf(script, latin, arabic), found);
        return found.ToHashSet();
    }

    private void Find(Analyser analyser, Func<CharClass, StemLanguage> languageOf, List<FoundConcept> found)
    {
        if (Count == 0)
            return;
        var tokens = CollectionsMarshal.AsSpan((List<Token>)analyser.Tokens);
        Span<int> stems = tokens.Length <= 1024 ? stackalloc int[tokens.Length] : new int[tokens.Length];
        Span<int> exact = tokens.Length <= 1024 ? stackalloc int[tokens.Length] : new int[tokens.Length];
        Span<char> key = stackalloc char[Analyser.MaxTermLength + 8];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!IsRead(tokens, i, analyser))
            {
                stems[i] = exact[i] = Skipped;
                continue;
            }
            var word = analyser.Term(tokens[i]);
            var language = languageOf(tokens[i].Script);
            stems[i] = WordOf(key[..Stemmer.Stem(language, word, key)]);
            exact[i] = ExactWords.MayBe(word, tokens[i].Script, language) ? WordOf(key[..ExactWords.Key(word, language, key)]) : Unknown;
            if (exact[i] == Unknown && ExactWords.IsPlural(word, tokens[i].Script))
                exact[i] = WordOf(key[..ExactWords.Key(word[..^1], language, key)]);
        }
        var first = found.Count;
        for (var i = 0; i < tokens.Length; i++)
            if (stems[i] != Skipped)
                Follow(new(stems, exact, i, found.Count), node: 0, at: i, found);
        RemoveWithinWords(tokens, found, first);
    }

    // Where a path through the tree began, and what had been found before.
    private readonly ref struct Path(ReadOnlySpan<int> stems, ReadOnlySpan<int> exact, int begin, int before)
    {
        public ReadOnlySpan<int> Stems { get; } = stems;

        public ReadOnlySpan<int> Exact { get; } = exact;

        public int Begin { get; } = begin;

        public int Before { get; } = before;
    }

    private void Follow(in Path path, int node, int at, List<FoundConcept> found)
    {
        while (at < path.Stems.Length && path.Stems[at] == Skipped)
            at++;
        if (at == path.Stems.Length)
            return;
        Step(path, node, path.Exact[at], at, found);
        Step(path, node, path.Stems[at], at, found);
    }

    private void Step(in Path path, int node, int word, int at, List<FoundConcept> found)
    {
        if (word < 0 || !_steps.TryGetValue((node, word), out var next))
            return;
        foreach (var concept in _ends[next] ?? [])
            if (new FoundConcept(concept, path.Begin, at) is var one && found.IndexOf(one, path.Before) < 0)
                found.Add(one);
        Follow(path, next, at + 1, found);
    }

    // Where no space divides words, a concept that a longer one holds between its ends, or crosses, is none: 甲酸 in 苯甲酸钠.
    private static void RemoveWithinWords(ReadOnlySpan<Token> tokens, List<FoundConcept> found, int first)
    {
        for (var i = found.Count - 1; i >= first; i--)
            if (tokens[found[i].First].Kind == TokenKind.Single && IsWithinWord(found, first, i))
                found.RemoveAt(i);
    }

    // The list is in the order of where concepts begin.
    private static bool IsWithinWord(List<FoundConcept> found, int first, int at)
    {
        const int mostTokens = 2 * MaxWords;
        var concept = found[at];
        bool IsLonger(FoundConcept other) => other.First <= concept.Last && concept.First <= other.Last
            && other.First != concept.First && other.Last != concept.Last && other.Last - other.First > concept.Last - concept.First;
        for (var i = at - 1; i >= first && concept.First - found[i].First < mostTokens; i--)
            if (IsLonger(found[i]))
                return true;
        for (var i = at + 1; i < found.Count && found[i].First <= concept.Last; i++)
            if (IsLonger(found[i]))
                return true;
        return false;
    }

    private const int Skipped = -2, Unknown = -1;

    private int WordOf(ReadOnlySpan<char> key) => _wordLookup.TryGetValue(key, out var word) ? word : Unknown;

    private void Add(int concept, string term, Analyser analyser)
    {
        analyser.Read(term);
        var all = CollectionsMarshal.AsSpan((List<Token>)analyser.Tokens);
        var tokens = new List<Token>();
        for (var i = 0; i < all.Length && tokens.Count < MaxWords; i++)
            if (IsRead(all, i, analyser))
                tokens.Add(all[i]);
        Span<char> buffer = stackalloc char[Analyser.MaxTermLength + 8];
        foreach (var latin in LatinLanguages)
        {
            foreach (var arabic in ArabicLanguages)
            {
                var node = 0;
                foreach (var token in tokens)
                {
                    var word = analyser.Term(token);
                    var language = LanguageOf(token.Script, latin, arabic);
                    var isExact = ExactWords.Are(term, token, word, language);
                    var key = buffer[..(isExact ? ExactWords.Key(word, language, buffer) : Stemmer.Stem(language, word, buffer))];
                    if (node == 0)
                        _starts[concept].Add((isExact ? key[1..] : key).ToString());
                    node = Grow(node, key);
                    if (isExact && tokens.Count == 1)
                        _abbreviations.Add(WordOf(key));
                }
                if (node == 0)
                    continue;
                var ends = _ends[node] ??= [];
                if (!ends.Contains(concept))
                    ends.Add(concept);
            }
        }
    }

    private int Grow(int node, ReadOnlySpan<char> key)
    {
        if (!_wordLookup.TryGetValue(key, out var word))
            _wordLookup[key] = word = _words.Count;
        if (_steps.TryGetValue((node, word), out var next))
            return next;
        _ends.Add(null);
        return _steps[(node, word)] = _ends.Count - 1;
    }

    // A small word beside a number is a part of a name: beta-1a, N95.
    private static bool IsRead(ReadOnlySpan<Token> tokens, int at, Analyser analyser) =>
        tokens[at].Kind is TokenKind.Word or TokenKind.Single
        && (!WordLists.Default.IsLight(analyser.Term(tokens[at])) || IsNumberBeside(tokens, at, at - 1) || IsNumberBeside(tokens, at, at + 1));

    private static bool IsNumberBeside(ReadOnlySpan<Token> tokens, int at, int other) =>
        other >= 0 && other < tokens.Length && tokens[other].Word == tokens[at].Word && tokens[other].Script == CharClass.Digit;

    private static StemLanguage LanguageOf(CharClass script, StemLanguage latin, StemLanguage arabic) => script switch
    {
        CharClass.Latin => latin,
        CharClass.Cyrillic => StemLanguage.Russian,
        CharClass.Arabic => arabic,
        _ => StemLanguage.None,
    };

    private static string MakeVersion(SearchConcept[] concepts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var concept in concepts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{concept.Id}\n"));
            foreach (var term in concept.Terms.OrderBy(t => t.Culture, StringComparer.Ordinal).ThenBy(t => t.Text, StringComparer.Ordinal))
                hash.AppendData(Encoding.UTF8.GetBytes($"{term.Culture}\t{term.Text}\n"));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}

/// <summary>A concept that a text names.</summary>
/// <param name="Concept">Its number in the glossary.</param>
/// <param name="First">The first token of its words.</param>
/// <param name="Last">The last token of its words.</param>
internal readonly record struct FoundConcept(int Concept, int First, int Last);
