using System.Runtime.InteropServices;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;

namespace ExportPortal.Search.Index;

/// <summary>Makes one segment of documents added one by one. Not for several threads; several builders may run at once.</summary>
internal sealed class SegmentBuilder(Glossary glossary)
{
    private readonly record struct ReadText(SearchText Text, List<ushort> Words);

    private readonly record struct SharedWords(int[] Terms, int Count);

    private readonly record struct Occurrence(int Term, int Section, byte Field, byte Count);

    private readonly Analyser _analyser = new();
    private readonly TermNumbers _terms = new();
    private readonly List<FoundConcept> _concepts = [];
    private readonly List<Occurrence> _occurrences = [];
    private readonly List<string> _cultures = [];
    private readonly List<int> _sectionDocument = [];
    private readonly List<byte> _sectionCulture = [];
    private readonly List<byte>[] _lengths = [.. Enumerable.Range(0, Segment.FieldCount).Select(_ => new List<byte>())];
    private readonly Dictionary<(string Culture, string Text), SharedWords> _shared = [];
    private readonly List<int> _identities = [];
    private readonly List<long> _published = [];
    private readonly List<byte[]> _stored = [];
    private readonly FacetsBuilder _facets = new();
    private readonly SortKeysBuilder _sortKeys = new();

    public int DocumentCount => _stored.Count;

    /// <summary>How much has been gathered; a measure of the memory in use.</summary>
    public int OccurrenceCount => _occurrences.Count;

    /// <summary>Adds a document. The same one must not be added twice.</summary>
    public void Add(SearchDocument document)
    {
        var number = DocumentCount;
        var first = _sectionDocument.Count;
        var texts = document.Texts.Select(t => new ReadText(t, [])).ToArray();
        foreach (var culture in texts.GroupBy(t => t.Text.Culture, StringComparer.Ordinal))
            AddSection(number, culture.Key, culture);
        if (_sectionDocument.Count == first)
            AddSection(number, document.Cards[0].Culture, []);

        var identity = _terms.NumberOf(Term.Of(new DocumentKey(document.Kind, document.Id)));
        _identities.Add(identity);
        AddOnce(identity, first);
        foreach (var code in document.Codes)
            AddCode(code, first);
        _facets.Add(number, document);
        _sortKeys.Add(document.Cards);
        _published.Add(document.Published.UtcTicks);
        _stored.Add(StoredDocument.Write(document, texts.Where(t => !SharedTexts.IsShared(t.Text.Field)).Select(t => t.Words)));
    }

    private void AddSection(int document, string culture, IEnumerable<ReadText> texts)
    {
        var section = _sectionDocument.Count;
        _sectionDocument.Add(document);
        _sectionCulture.Add(CultureNumber(culture));
        Array.ForEach(_lengths, l => l.Add(0));
        foreach (var field in texts.GroupBy(t => t.Text.Field).OrderBy(f => f.Key))
        {
            var words = 0;
            foreach (var (text, sequence) in field)
            {
                if (SharedTexts.IsShared(field.Key))
                {
                    words += CountShared(culture, text.Text);
                    continue;
                }
                words += CountTerms(culture, text.Text, sounds: field.Key is SearchField.Name or SearchField.Keywords or SearchField.Organisation);
                WordSequence.Append(_analyser, sequence);
                if (field.Key == SearchField.Name && Folding.NameKey(text.Text) is { Length: > 0 } name)
                    AddOnce(_terms.NumberOf(Term.Of(Term.Name, name)), section);
            }
            _lengths[(int)field.Key][section] = FieldLength.CodeOf(words);
            foreach (var term in _terms.Counted)
                _occurrences.Add(new(term, section, (byte)field.Key, (byte)Math.Min(_terms.CountOf(term), Postings.MaxCount)));
            _terms.ResetCounts();
        }
    }

    private int CountTerms(string culture, string text, bool sounds)
    {
        _analyser.Read(text);
        Span<char> stem = stackalloc char[Sounds.MaxKeyLength];
        var words = 0;
        foreach (var token in CollectionsMarshal.AsSpan((List<Token>)_analyser.Tokens))
        {
            if (token.Kind is TokenKind.Word or TokenKind.Single)
                words++;
            var word = _analyser.Term(token);
            var number = _terms.Count(Term.Word, word);
            if (token.Kind is TokenKind.Single or TokenKind.Pair || token.Script == CharClass.Digit)
                continue;
            if (sounds && Sounds.Key(token.Script, word, stem) is var length and > 0)
                _terms.Count(Term.Sound(token.Script), stem[..length]);
            var language = Stemmer.LanguageFor(culture, token.Script);
            if (language == StemLanguage.None)
                continue;
            if (!_terms.TryStem(language, number, out var known))
            {
                // A word that is its own stem is not written twice: a query for the stem asks for the word too.
                var stemmed = stem[..Stemmer.Stem(language, word, stem)];
                known = word.SequenceEqual(stemmed) ? -1 : _terms.NumberOf(Term.Stem(language), stemmed);
                _terms.KeepStem(language, number, known);
            }
            if (known >= 0)
                _terms.Count(known);
        }
        _concepts.Clear();
        glossary.Find(_analyser, culture, _concepts);
        foreach (var found in _concepts)
            _terms.Count(Term.Concept, glossary.IdOf(found.Concept));
        return words;
    }

    // Read once for all the documents that share it.
    private int CountShared(string culture, string text)
    {
        if (!_shared.TryGetValue((culture, text), out var words))
            _shared.Add((culture, text), words = ReadShared(culture, text));
        foreach (var term in words.Terms)
            _terms.Count(term);
        return words.Count;
    }

    private SharedWords ReadShared(string culture, string text)
    {
        _analyser.Read(text);
        Span<char> stem = stackalloc char[2 * Analyser.MaxTermLength];
        var (terms, count) = (new List<int>(), 0);
        foreach (var token in _analyser.Tokens)
        {
            if (token.Kind is TokenKind.Word or TokenKind.Single)
                count++;
            var word = _analyser.Term(token);
            terms.Add(_terms.NumberOf(Term.Class, Term.Of(Term.Word, word)));
            var language = token.Kind is TokenKind.Single or TokenKind.Pair || token.Script == CharClass.Digit ? StemLanguage.None : Stemmer.LanguageFor(culture, token.Script);
            if (language != StemLanguage.None && stem[..Stemmer.Stem(language, word, stem)] is var stemmed && !word.SequenceEqual(stemmed))
                terms.Add(_terms.NumberOf(Term.Class, Term.Of(Term.Stem(language), stemmed)));
        }
        // Said once or in the name of each wider class: it is the same class.
        return new([.. terms.Distinct()], count);
    }

    private void AddCode(SearchCode code, int section)
    {
        var key = Folding.CodeKey(code.Code);
        if (key.Length == 0)
            return;
        AddOnce(_terms.NumberOf(Term.Of(Term.Code, key)), section);
        if (!code.Field.Equals("hs", StringComparison.Ordinal))
            return;
        foreach (var digits in Ranking.HsHeadings)
            if (key.Length > digits)
                AddOnce(_terms.NumberOf(Term.Of(Term.HsHeading, key.AsSpan(0, digits))), section);
    }

    private void AddOnce(int term, int section) => _occurrences.Add(new(term, section, 0, 1));

    private byte CultureNumber(string culture)
    {
        var number = _cultures.IndexOf(culture);
        if (number < 0)
        {
            // The two hundred and fifty-sixth language shares its number with the last: it is found, but not preferred.
            if (_cultures.Count == byte.MaxValue)
                return byte.MaxValue - 1;
            number = _cultures.Count;
            _cultures.Add(culture);
        }
        return (byte)number;
    }

    public Segment Build()
    {
        var ranks = _terms.Rank(out var dictionary);
        var (sorted, starts) = SortByTerm(ranks);
        var writer = new PostingsWriter(sorted.Length * 3);
        var postingStarts = new int[ranks.Length + 1];
        var postingCounts = new int[ranks.Length];
        for (var term = 0; term < ranks.Length; term++)
        {
            writer.BeginTerm();
            var section = -1;
            var field = -1;
            foreach (ref readonly var occurrence in sorted.AsSpan(starts[term], starts[term + 1] - starts[term]))
            {
                if (occurrence.Section != section)
                {
                    writer.BeginSection(section = occurrence.Section);
                    postingCounts[term]++;
                    field = -1;
                }
                if (occurrence.Field != field)
                    writer.AddField(field = occurrence.Field, occurrence.Count);
            }
            postingStarts[term + 1] = writer.Length;
        }
        return new(new StoredBytes.InMemory(_stored.ToArray()))
        {
            Terms = dictionary,
            PostingCounts = postingCounts,
            PostingStarts = postingStarts,
            PostingBytes = writer.ToArray(),
            Cultures = _cultures.ToArray(),
            SectionDocument = _sectionDocument.ToArray(),
            SectionCulture = _sectionCulture.ToArray(),
            Lengths = Array.ConvertAll(_lengths, l => l.ToArray()),
            IdentityTerms = _identities.Select(i => ranks[i]).ToArray(),
            Published = _published.ToArray(),
            Facets = _facets.Build(DocumentCount),
            SortKeys = _sortKeys.Build(),
            Shared = new(_shared.Keys.Select(s => s.Text)),
        };
    }

    // Counting sort: stable, so sections and fields stay in the order in which they were added.
    private (Occurrence[] Sorted, int[] Starts) SortByTerm(int[] ranks)
    {
        var starts = new int[ranks.Length + 1];
        var occurrences = CollectionsMarshal.AsSpan(_occurrences);
        foreach (ref readonly var occurrence in occurrences)
            starts[ranks[occurrence.Term] + 1]++;
        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        var next = starts.AsSpan().ToArray();
        var sorted = new Occurrence[occurrences.Length];
        foreach (ref readonly var occurrence in occurrences)
            sorted[next[ranks[occurrence.Term]]++] = occurrence;
        return (sorted, starts);
    }
}
