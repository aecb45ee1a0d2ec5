using System.Runtime.InteropServices;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>Finds the words of one query in the original texts of results.</summary>
internal sealed class Highlighter
{
    private const int MaxHighlights = 3;

    private readonly record struct Match(int From, int To, ulong Words);

    private sealed record Section(string Culture, bool Own, IEnumerable<StoredDocument.StoredText> Texts, ReadOnlyMemory<ulong> Words, ulong Anywhere)
    {
        /// <summary>The words that may stand in a field.</summary>
        public ulong WordsOf(SearchField field) => Words.Span[(int)field] | Anywhere;
    }

    private sealed record Found(SearchField Field, string Culture, string Text, List<Match> Matches, (int From, int To) Window, ulong Words);

    private readonly Glossary _glossary;
    private readonly List<FoundConcept> _concepts = [];
    private readonly Analyser _analyser;
    private readonly IReadOnlyList<string> _chain;
    private readonly ulong _wanted;
    private readonly Dictionary<string, ulong> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<(string Prefix, ulong Words)> _prefixes = [];
    private readonly HashSet<string> _conceptStarts = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _startLookup;
    private readonly FirstLetters _firstLetters = new();
    private readonly IReadOnlyDictionary<int, FoundFields> _fields;
    private readonly bool _sounds;
    private char[] _room = [];

    /// <param name="plan">What is looked for.</param>
    /// <param name="glossary">The concepts.</param>
    /// <param name="analyser">Reads the texts.</param>
    /// <param name="chain">The cultures that the reader reads.</param>
    /// <param name="fields">In which fields of the results the words stand, by segment.</param>
    public Highlighter(QueryPlan plan, Glossary glossary, Analyser analyser, IReadOnlyList<string> chain, IReadOnlyDictionary<int, FoundFields> fields)
    {
        _fields = fields;
        _glossary = glossary;
        _analyser = analyser;
        _chain = chain;
        _wanted = plan.Required;
        _lookup = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
        _startLookup = _conceptStarts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var group in plan.Groups.Where(g => !g.Fixed))
        {
            foreach (var term in group.Terms.Where(t => t.Term[0] != Term.Class))
            {
                if (term.Prefix)
                    _prefixes.Add((term.Term, group.Words));
                else
                    _terms[term.Term] = _terms.GetValueOrDefault(term.Term) | group.Words;
                _sounds |= Term.IsSound(term.Term);
                if (term.Term[0] == Term.Concept)
                    _conceptStarts.UnionWith(glossary.StartsOf(term.Term[1..]));
                else
                    _firstLetters.Add(term.Term.AsSpan(1));
            }
        }
        foreach (var start in _conceptStarts)
            _firstLetters.Add(start);
    }

    /// <summary>
    /// The name if it holds a word, and the passages that show most, first in the culture the result is shown in,
    /// then in others for words that are found only there.
    /// </summary>
    public IReadOnlyList<SearchHighlight> Highlight(Candidate hit, StoredDocument document, string culture)
    {
        var shown = new List<SearchHighlight>();
        ulong covered = 0;
        var sections = Sections(hit, document, culture).OrderBy(s => s.Own ? 0 : PlaceOf(s.Culture));
        // One culture after another, and only texts that show more: reading them again is the dear part of an answer.
        foreach (var section in sections)
        {
            if (shown.Count == MaxHighlights)
                break;
            covered |= Pick(shown, document, section, covered);
        }
        return shown;
    }

    private IEnumerable<Section> Sections(Candidate hit, StoredDocument document, string culture)
    {
        var fields = _fields[hit.Segment];
        var words = fields.Of(hit.Document);
        foreach (var texts in document.Texts.GroupBy(t => t.Culture))
        {
            var name = document.Text(texts.Key);
            var own = name.Equals(culture, StringComparison.OrdinalIgnoreCase);
            yield return new(name, own, texts, words[..Segment.FieldCount], own ? fields.Anywhere & _wanted : 0);
            words = words[Segment.FieldCount..];
        }
    }

    private int PlaceOf(string culture)
    {
        for (var i = 0; i < _chain.Count; i++)
            if (culture.Equals(_chain[i], StringComparison.OrdinalIgnoreCase))
                return i + 1;
        return int.MaxValue;
    }

    private ulong Pick(List<SearchHighlight> shown, StoredDocument document, Section section, ulong covered)
    {
        var beside = 0UL;
        for (var field = SearchField.Name + 1; (int)field < Segment.FieldCount; field++)
            beside |= section.WordsOf(field);
        if (!section.Own && ((beside | section.WordsOf(SearchField.Name)) & ~covered) == 0)
            return covered;
        var found = new List<Found>();
        foreach (var text in section.Texts.Where(t => section.WordsOf(t.Field) != 0).OrderBy(t => t.Field))
        {
            if (Find(document, text, section.Culture) is not { } one)
                continue;
            found.Add(one);
            // None of those that are left shows more.
            if (one.Field != SearchField.Name && (beside & ~one.Words) == 0)
                break;
        }
        if (section.Own && found.Find(f => f.Field == SearchField.Name) is { } name)
        {
            shown.Add(Show(name));
            covered |= name.Words;
            found.Remove(name);
        }
        found.RemoveAll(f => f.Field == SearchField.Classification && (f.Words & ~covered) == 0);
        // One passage beside the name is shown even where it adds no word: it tells what the result is about.
        for (var first = section.Own; shown.Count < MaxHighlights && found.Count > 0; first = false)
        {
            var best = found.MaxBy(f => (ulong.PopCount(f.Words & ~covered), ulong.PopCount(f.Words), -(int)f.Field))!;
            if (!first && (best.Words & ~covered) == 0)
                break;
            shown.Add(Show(best));
            covered |= best.Words;
            found.Remove(best);
        }
        return covered;
    }

    private Found? Find(StoredDocument document, StoredDocument.StoredText stored, string culture)
    {
        _analyser.Read(document.Text(stored.Text, ref _room));
        List<Match>? matches = null;
        var mayNameConcept = false;
        var (script, language) = (CharClass.Other, Stemmer.LanguageFor(culture, CharClass.Other));
        foreach (var token in CollectionsMarshal.AsSpan((List<Token>)_analyser.Tokens))
        {
            if (token.Script != script)
                (script, language) = (token.Script, Stemmer.LanguageFor(culture, token.Script));
            if (!MayBeWanted(token, language))
                continue;
            var words = WordsOf(token, language) & _wanted;
            if (words != 0)
                (matches ??= []).Add(new(token.From, token.To, words));
            mayNameConcept = mayNameConcept || MayBeginConcept(token, language);
        }
        if (mayNameConcept)
            AddConcepts(culture, ref matches);
        if (matches is null)
            return null;
        var text = document.Text(stored.Text);
        matches.Sort((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : b.To.CompareTo(a.To));
        (int From, int To, ulong Words)[] places = [.. matches.Select(m => (m.From, m.To, m.Words))];
        var window = stored.Field switch
        {
            SearchField.Name => (0, text.Length),
            SearchField.Classification => Passage.Line(text, places),
            _ => Passage.Choose(text, places),
        };
        var inside = matches.Where(m => m.From >= window.Item1 && m.From < window.Item2).Aggregate(0UL, (words, m) => words | m.Words);
        return new(stored.Field, culture, text, matches, window, inside);
    }

    private void AddConcepts(string culture, ref List<Match>? matches)
    {
        _concepts.Clear();
        _glossary.Find(_analyser, culture, _concepts);
        foreach (var concept in _concepts)
        {
            var (from, to) = (_analyser.Tokens[concept.First].From, _analyser.Tokens[concept.Last].To);
            // Where the typed words stand themselves, they are shown, and not what lies between them.
            if (_terms.TryGetValue(Term.Of(Term.Concept, _glossary.IdOf(concept.Concept)), out var words) && (words & _wanted) != 0
                && matches?.Exists(m => m.From < to && m.To > from) != true)
                (matches ??= []).Add(new(from, to, words & _wanted));
        }
    }

    // A name's sounds say nothing of how it is written.
    private bool MayBeWanted(in Token token, StemLanguage language)
    {
        var term = _analyser.Term(token);
        return _sounds || _firstLetters.MayBegin(term) || !Stemmer.FirstLettersStay(language, term);
    }

    private bool MayBeginConcept(in Token token, StemLanguage language)
    {
        if (_conceptStarts.Count == 0)
            return false;
        Span<char> start = stackalloc char[Analyser.MaxTermLength + 8];
        var term = _analyser.Term(token);
        return _startLookup.Contains(start[..Stemmer.Stem(language, term, start)]) || _startLookup.Contains(start[..Stemmer.TakeOffBeginning(language, term, start)]);
    }

    private ulong WordsOf(in Token token, StemLanguage language)
    {
        var term = _analyser.Term(token);
        Span<char> key = stackalloc char[term.Length + 9];
        key[0] = Term.Word;
        term.CopyTo(key[1..]);
        var word = key[..(term.Length + 1)];
        _lookup.TryGetValue(word, out var words);
        foreach (var (prefix, bits) in _prefixes)
            if (word.StartsWith(prefix, StringComparison.Ordinal))
                words |= bits;
        if (words != 0 || token.Script is CharClass.Digit or CharClass.Unspaced)
            return words;
        if (language == StemLanguage.None)
            return 0;
        key[0] = Term.Stem(language);
        var length = Stemmer.Stem(language, term, key[1..]);
        if (_lookup.TryGetValue(key[..(length + 1)], out words) || !_sounds)
            return words;
        Span<char> sounds = stackalloc char[Sounds.MaxKeyLength + 1];
        length = Sounds.Key(token.Script, term, sounds[1..]);
        if (length == 0)
            return 0;
        sounds[0] = Term.Sound(token.Script);
        _lookup.TryGetValue(sounds[..(length + 1)], out words);
        return words;
    }

    private static SearchHighlight Show(Found found)
    {
        var (from, to) = found.Window;
        var ranges = new List<(int Start, int Length)>();
        foreach (var match in found.Matches)
        {
            var (start, end) = (Math.Max(match.From, from) - from, Math.Min(match.To, to) - from);
            if (start >= end)
                continue;
            if (ranges.Count > 0 && ranges[^1] is var last && last.Start + last.Length >= start)
                ranges[^1] = (last.Start, Math.Max(last.Length, end - last.Start));
            else
                ranges.Add((start, end - start));
        }
        var isPart = found.Field != SearchField.Classification;
        return new(found.Field, found.Culture, found.Text[from..to], ranges) { CutBefore = isPart && from > 0, CutAfter = isPart && to < found.Text.Length };
    }
}
