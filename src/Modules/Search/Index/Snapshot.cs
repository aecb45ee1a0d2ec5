using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExportPortal.Search.Glossaries;

namespace ExportPortal.Search.Index;

/// <summary>A segment and which of its documents are deleted, at one moment.</summary>
internal sealed class SegmentView(Segment segment, BitSet? deleted)
{
    public Segment Segment => segment;

    /// <summary>Null if none is deleted. Not to be changed.</summary>
    public BitSet? Deleted => deleted;

    public int LiveCount { get; } = segment.DocumentCount - (deleted?.Count() ?? 0);

    public bool IsLive(int document) => deleted is null || !deleted[document];

    public BitSet Live()
    {
        var live = BitSet.All(segment.DocumentCount);
        if (deleted is not null)
            live.AndNot(deleted);
        return live;
    }
}

/// <summary>The whole index at one moment. Never changes: a search works on one from beginning to end, while changes make the next.</summary>
internal sealed class Snapshot
{
    private static long _last;

    public static Snapshot Empty { get; } = new([], 0, Glossary.Empty, ready: false);

    /// <summary>One that holds something else than those before.</summary>
    public Snapshot(ImmutableArray<SegmentView> segments, long position, Glossary glossary, bool ready) : this(segments, position, glossary, ready, Interlocked.Increment(ref _last))
    {
    }

    private Snapshot(ImmutableArray<SegmentView> segments, long position, Glossary glossary, bool ready, long content)
    {
        (Segments, Position, Glossary, Ready, Content) = (segments, position, glossary, ready, content);
        DocumentCount = segments.Sum(s => s.LiveCount);
        FieldWeights = MeasureLengths(segments);
        ConceptCounts = new(segments);
    }

    /// <summary>A number that rises when a document is added, changed or gone, or no longer counts in how rare words are. What is found, and in which order, stays the same while it does.</summary>
    public long Content { get; }

    /// <summary>A number that also rises when documents come to stand elsewhere. Their places stay the same while it does.</summary>
    public long Layout { get; private init; } = Interlocked.Increment(ref _last);

    public ImmutableArray<SegmentView> Segments { get; }

    public long Position { get; }

    /// <summary>The concepts that were looked for when the documents were read.</summary>
    public Glossary Glossary { get; }

    public bool Ready { get; }

    public int DocumentCount { get; }

    /// <summary>The same, when the log has told nothing new up to a position.</summary>
    public Snapshot At(long position) => new(Segments, position, Glossary, Ready, Content) { Layout = Layout, ConceptCounts = ConceptCounts, _facetValues = _facetValues };

    /// <summary>The same documents in other segments.</summary>
    public Snapshot Rearranged(ImmutableArray<SegmentView> segments) => new(segments, Position, Glossary, Ready, Content);

    /// <summary>The same documents in other segments, in which what was deleted no longer counts.</summary>
    public Snapshot Cleared(ImmutableArray<SegmentView> segments) => new(segments, Position, Glossary, Ready);

    /// <summary>How many products name each concept.</summary>
    public ConceptCounts ConceptCounts { get; private init; }

    /// <summary>What words in each field count, by culture; measured against its average length where it is not empty.</summary>
    public Dictionary<string, FieldWeights> FieldWeights { get; }

    /// <summary>The values of a facet. Only those of facets that there are stay: addresses may name any.</summary>
    public FacetValues FacetValues(string facet) =>
        Segments.Any(s => s.Segment.Facet(facet) is not null) ? _facetValues.GetOrAdd(facet, f => new(f, Segments)) : new(facet, Segments);

    /// <summary>How many facets' values are kept.</summary>
    public int KeptFacets => _facetValues.Count;

    private ConcurrentDictionary<string, FacetValues> _facetValues = new(StringComparer.Ordinal);

    /// <summary>How many sections hold a term, deleted documents included.</summary>
    public int CountPostings(ReadOnlySpan<char> term)
    {
        var count = 0;
        foreach (var view in Segments)
        {
            var ordinal = view.Segment.Terms.Find(term);
            if (ordinal >= 0)
                count += view.Segment.PostingCounts[ordinal];
        }
        return count;
    }

    /// <summary>The sections that hold both terms, deleted documents included.</summary>
    public List<(Segment Segment, int Section)> Together(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var together = new List<(Segment, int)>();
        foreach (var view in Segments)
        {
            var (one, other) = (view.Segment.Terms.Find(first), view.Segment.Terms.Find(second));
            if (one >= 0 && other >= 0)
                together.AddRange(Postings.Together(view.Segment.PostingsOf(one), view.Segment.PostingsOf(other)).Select(s => (view.Segment, s)));
        }
        return together;
    }

    /// <summary>True if a live document holds the first term and not the second.</summary>
    public bool AnyHoldsOnly(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        foreach (var view in Segments)
        {
            if (view.Segment.Terms.Find(first) is not (>= 0 and var one))
                continue;
            var (holding, others) = (new BitSet(view.Segment.DocumentCount), new BitSet(view.Segment.DocumentCount));
            view.Segment.AddDocuments(one, holding);
            if (view.Segment.Terms.Find(second) is >= 0 and var other)
                view.Segment.AddDocuments(other, others);
            holding.AndNot(others);
            holding.And(view.Live());
            if (holding.Count() > 0)
                return true;
        }
        return false;
    }

    private static Dictionary<string, FieldWeights> MeasureLengths(ImmutableArray<SegmentView> segments)
    {
        var sums = new Dictionary<string, (long[] Words, long[] Sections)>(StringComparer.Ordinal);
        foreach (var view in segments)
        {
            foreach (var (culture, words, sections) in view.Segment.LengthSums)
            {
                if (!sums.TryGetValue(culture, out var sum))
                    sums[culture] = sum = (new long[Segment.FieldCount], new long[Segment.FieldCount]);
                for (var field = 0; field < Segment.FieldCount; field++)
                {
                    sum.Words[field] += words[field];
                    sum.Sections[field] += sections[field];
                }
            }
        }
        return sums.ToDictionary(
            s => s.Key,
            s => new FieldWeights([.. s.Value.Words.Zip(s.Value.Sections, (words, sections) => sections == 0 ? 1f : (float)words / sections)]),
            StringComparer.Ordinal);
    }
}
