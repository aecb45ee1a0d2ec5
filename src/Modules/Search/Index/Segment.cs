using System.Collections.Concurrent;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Index;

/// <summary>
/// A part of the index that never changes: documents numbered from 0, each with one or more sections (its texts of one culture).
/// Readers share it without locks; changes make further segments and mark documents of this one as deleted, outside of it.
/// </summary>
internal sealed class Segment
{
    public const int FieldCount = (int)SearchField.Classification + 1;

    private volatile StoredBytes _stored;

    public Segment(StoredBytes stored) => _stored = stored;

    public int DocumentCount => IdentityTerms.Length;

    public int SectionCount => SectionCulture.Length;

    public required TermDictionary Terms { get; init; }

    /// <summary>How many postings each term has.</summary>
    public required int[] PostingCounts { get; init; }

    public required int[] PostingStarts { get; init; }

    public required byte[] PostingBytes { get; init; }

    public required string[] Cultures { get; init; }

    public required int[] SectionDocument { get; init; }

    public required byte[] SectionCulture { get; init; }

    /// <summary>How many words each field has in each section, as <see cref="FieldLength"/> writes it: a field's sections follow each other, as a search asks for one field of very many.</summary>
    public required byte[][] Lengths { get; init; }

    /// <summary>The term that is each document's identity.</summary>
    public required int[] IdentityTerms { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long[] Published { get; init; }

    public required FacetColumn[] Facets { get; init; }

    /// <summary>For each interface culture, in the order of PortalCultures.All.</summary>
    public required SortKeys[] SortKeys { get; init; }

    /// <summary>The documents as stored. Moves from memory to the file when the segment is written.</summary>
    public StoredBytes Stored
    {
        get => _stored;
        set => _stored = value;
    }

    /// <summary>The texts that its documents share.</summary>
    public required SharedTexts Shared { get; init; }

    /// <summary>By culture and field: all words, and the sections that have any.</summary>
    public IReadOnlyList<(string Culture, long[] Words, long[] Sections)> LengthSums => _lengthSums ??= SumLengths();

    private IReadOnlyList<(string Culture, long[] Words, long[] Sections)>? _lengthSums;

    /// <summary>Its words, to be found with typing errors.</summary>
    public NearWords NearWords => LazyInitializer.EnsureInitialized(ref _nearWords, ref _nearWordsGate, () => new(Terms, [Term.Word]));

    // Made by one reader while others wait: they are large.
    private NearWords? _nearWords;
    private object? _nearWordsGate;

    // Short ones are read as fast as places in them are found.
    private const int LeastSkipped = 4 * PostingSkips.Distance;

    private readonly ConcurrentDictionary<int, PostingSkips> _skips = new();

    /// <summary>A reader of a term's postings. Where reading may begin in those of frequent terms is kept once it was asked for.</summary>
    public PostingsCursor CursorOf(int term) =>
        new(PostingsOf(term), PostingCounts[term] < LeastSkipped ? null : _skips.GetOrAdd(term, static (t, segment) => new(segment.PostingsOf(t), segment.PostingCounts[t]), this));

    // From so many postings on, a set of documents is no larger than they are, and many times as fast to add.
    private const int DenseFraction = 16, LeastDense = 64;

    private readonly ConcurrentDictionary<int, BitSet> _dense = new(), _denseNamed = new();

    /// <summary>Adds the documents that hold a term to a set. Those of frequent terms are kept as sets once they were asked for.</summary>
    public void AddDocuments(int term, BitSet to) => Add(term, to, _dense, ReadDocuments);

    /// <summary>Adds the documents that hold a term in their names to a set.</summary>
    public void AddNamed(int term, BitSet to) => Add(term, to, _denseNamed, ReadNamed);

    private void Add(int term, BitSet to, ConcurrentDictionary<int, BitSet> kept, Action<int, BitSet> read)
    {
        if (PostingCounts[term] < Math.Max(LeastDense, DocumentCount / DenseFraction))
            read(term, to);
        else
            to.Or(kept.GetOrAdd(term, t =>
            {
                var documents = new BitSet(DocumentCount);
                read(t, documents);
                return documents;
            }));
    }

    private void ReadNamed(int term, BitSet to)
    {
        var postings = PostingsOf(term);
        for (int at = 0, section = 0; at < postings.Length;)
        {
            section += Postings.ReadDistance(postings, ref at);
            // Fields stand in order.
            if (Postings.FieldOf(postings[at]) == (int)SearchField.Name)
                to.Set(SectionDocument[section]);
            Postings.SkipEntries(postings, ref at);
        }
    }

    private void ReadDocuments(int term, BitSet to)
    {
        var postings = PostingsOf(term);
        for (int at = 0, section = 0; at < postings.Length;)
            to.Set(SectionDocument[section = Postings.NextSection(postings, ref at, section)]);
    }

    /// <summary>The words of its classes' names.</summary>
    public NearWords NearClassWords => LazyInitializer.EnsureInitialized(ref _nearClassWords, ref _nearClassWordsGate, () => new(Terms, [Term.Class, Term.Word]));

    private NearWords? _nearClassWords;
    private object? _nearClassWordsGate;

    public ReadOnlySpan<byte> PostingsOf(int term) =>
        PostingBytes.AsSpan(PostingStarts[term], PostingStarts[term + 1] - PostingStarts[term]);

    public ReadOnlySpan<char> IdentityOf(int document) => Terms[IdentityTerms[document]];

    /// <summary>The number of a document; -1 if the segment does not hold it.</summary>
    public int Find(DocumentKey key)
    {
        var term = Terms.Find(Term.Of(key));
        return term < 0 ? -1 : FirstDocument(term);
    }

    /// <summary>The first document that holds a term.</summary>
    public int FirstDocument(int term)
    {
        var at = 0;
        return SectionDocument[Postings.ReadDistance(PostingsOf(term), ref at)];
    }

    /// <summary>The first section of a document, and how many it has.</summary>
    public (int First, int Count) SectionsOf(int document)
    {
        var at = 0;
        var first = Postings.ReadDistance(PostingsOf(IdentityTerms[document]), ref at);
        var next = first;
        while (next < SectionCount && SectionDocument[next] == document)
            next++;
        return (first, next - first);
    }

    public FacetColumn? Facet(string facet) => Array.Find(Facets, f => f.Facet.Equals(facet, StringComparison.Ordinal));

    public StoredDocument ReadDocument(int document) => new(Stored, Shared, document);

    private (string Culture, long[] Words, long[] Sections)[] SumLengths()
    {
        var sums = Array.ConvertAll(Cultures, c => (Culture: c, Words: new long[FieldCount], Sections: new long[FieldCount]));
        for (var field = 0; field < FieldCount; field++)
        {
            for (var section = 0; section < SectionCount; section++)
            {
                var (_, words, sections) = sums[SectionCulture[section]];
                var length = FieldLength.WordsOf(Lengths[field][section]);
                words[field] += length;
                sections[field] += length > 0 ? 1 : 0;
            }
        }
        return sums;
    }
}

/// <summary>The documents' names as a culture sorts them, as bytes that compare in that order.</summary>
internal sealed record SortKeys(int[] Starts, byte[] Bytes)
{
    public ReadOnlySpan<byte> this[int document] => Bytes.AsSpan(Starts[document], Starts[document + 1] - Starts[document]);
}
