using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Measuring;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Keeping;
using ExportPortal.Search.Queries;
using Microsoft.Extensions.Options;

namespace ExportPortal.Search.Index;

/// <summary>
/// The index in use. Readers take the snapshot of the moment and need no lock; changes come one after another,
/// each making a small segment and the next snapshot.
/// </summary>
/// <param name="options">How much memory it may take beside itself.</param>
internal sealed class SearchIndex(IOptions<SearchOptions> options) : ISearchIndex, IFollowsChanges
{
    private static readonly Histogram<double> Duration = PortalMeter.Meter.CreateHistogram<double>("portal.search.duration", "s", "How long a search took");

    private readonly KeptAnswers<long, SimilarQuery, Candidate[]> _neighbours = new(options.Value.NeighbourMegabytes * 1024L * 1024, SimilarDocuments.SizeOf);
    private readonly Lock _changing = new();
    private volatile Snapshot _snapshot = Snapshot.Empty;
    private int _generation;

    /// <summary>One with the usual settings.</summary>
    public SearchIndex() : this(Options.Create(new SearchOptions()))
    {
    }

    public Snapshot Snapshot => _snapshot;

    public SearchIndexState State
    {
        get
        {
            var now = _snapshot;
            return new(now.DocumentCount, now.Position, now.Ready);
        }
    }

    long IFollowsChanges.Position => _snapshot is { Ready: true } now ? now.Position : -1;

    long IFollowsChanges.Edition => Volatile.Read(ref _generation);

    public SearchAnswer Search(SearchQuery query)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = Searcher.Answer(_snapshot, query);
        Duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        return answer;
    }

    public IReadOnlyList<SearchHit> Similar(SimilarQuery query)
    {
        var snapshot = _snapshot;
        if (_neighbours.Find(snapshot.Layout, query) is not { } found)
            _neighbours.Keep(snapshot.Layout, query, found = new SimilarDocuments(snapshot, query).Find());
        var chain = PortalCultures.Chain(query.Culture);
        return Array.ConvertAll(found, hit => Searcher.ReadHit(snapshot, hit, chain, null));
    }

    /// <summary>The facets whose names begin so, in ordinal order.</summary>
    public IReadOnlyList<string> FacetsWith(string prefix) =>
        [.. _snapshot.Segments.SelectMany(s => s.Segment.Facets).Select(f => f.Facet).Where(f => f.StartsWith(prefix, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Puts a whole new index in place of the present one.</summary>
    public void Replace(BuiltIndex built) =>
        Replace(built.Segments.Where(s => s.DocumentCount > 0).Select(s => new SegmentView(s, null)).ToImmutableArray(), built.Position, built.Glossary);

    public void Replace(ImmutableArray<SegmentView> segments, long position, Glossary glossary)
    {
        lock (_changing)
        {
            _snapshot = new(segments, position, glossary, ready: true);
            // After it: who sees the new generation and then looks into the index sees the new one.
            _generation++;
        }
    }

    /// <summary>Takes in changes: of the changed documents, those present are written anew and the others are gone.</summary>
    public void Apply(IReadOnlyCollection<DocumentKey> changed, IEnumerable<SearchDocument> present, long position)
    {
        var builder = new SegmentBuilder(_snapshot.Glossary);
        foreach (var document in present.Where(d => d.Cards.Count > 0).GroupBy(d => new DocumentKey(d.Kind, d.Id)).Select(g => g.Last()))
            builder.Add(document);
        var added = builder.DocumentCount == 0 ? null : builder.Build();
        lock (_changing)
        {
            var gone = new HashSet<DocumentKey>(changed);
            if (added is not null)
                gone.UnionWith(Enumerable.Range(0, added.DocumentCount).Select(i => Term.KeyOf(added.IdentityOf(i))));
            var segments = _snapshot.Segments.Select(s => Without(s, gone)).Where(s => s.LiveCount > 0);
            if (added is not null)
                segments = segments.Append(new(added, null));
            var whole = segments.ToImmutableArray();
            // Much of the log is about what the index does not hold.
            _snapshot = whole.SequenceEqual(_snapshot.Segments) ? _snapshot.At(position) : new(whole, position, _snapshot.Glossary, _snapshot.Ready);
        }
    }

    /// <summary>Merges segments if there are too many. True if it did; then there may be more to do.</summary>
    public bool Merge()
    {
        ImmutableArray<SegmentView> chosen;
        int generation;
        lock (_changing)
        {
            chosen = MergePolicy.Choose(_snapshot.Segments);
            generation = _generation;
        }
        if (chosen.IsEmpty)
            return false;
        var merged = SegmentMerger.Merge(chosen);
        lock (_changing)
        {
            // While the merge ran, the whole index may have been replaced, or changes may have deleted documents of its parts:
            // a part that is missing has lost them all.
            if (generation != _generation)
                return false;
            var present = _snapshot.Segments;
            var parts = chosen.Select(c => present.FirstOrDefault(p => p.Segment == c.Segment)).ToArray();
            var deleted = DeletedSince(chosen, parts, merged.DocumentCount);
            var rest = present.Where(p => !chosen.Any(c => c.Segment == p.Segment));
            var view = new SegmentView(merged, deleted);
            var whole = (view.LiveCount > 0 ? rest.Prepend(view) : rest).ToImmutableArray();
            _snapshot = chosen.Any(c => c.Deleted is not null) ? _snapshot.Cleared(whole) : _snapshot.Rearranged(whole);
        }
        return true;
    }

    private static SegmentView Without(SegmentView view, HashSet<DocumentKey> gone)
    {
        BitSet? deleted = null;
        foreach (var key in gone)
        {
            var document = view.Segment.Find(key);
            if (document < 0 || !view.IsLive(document))
                continue;
            deleted ??= view.Deleted?.Copy() ?? new BitSet(view.Segment.DocumentCount);
            deleted.Set(document);
        }
        return deleted is null ? view : new(view.Segment, deleted);
    }

    private static BitSet? DeletedSince(ImmutableArray<SegmentView> chosen, SegmentView?[] present, int size)
    {
        BitSet? deleted = null;
        var first = 0;
        for (var i = 0; i < chosen.Length; i++)
        {
            var numbers = SegmentMerger.NewNumbers(chosen[i], first);
            first += chosen[i].LiveCount;
            for (var document = 0; document < numbers.Length; document++)
            {
                if (numbers[document] < 0 || present[i]?.IsLive(document) == true)
                    continue;
                deleted ??= new BitSet(size);
                deleted.Set(numbers[document]);
            }
        }
        return deleted;
    }
}
