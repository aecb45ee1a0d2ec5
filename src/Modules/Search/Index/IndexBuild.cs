using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;

namespace ExportPortal.Search.Index;

/// <summary>
/// Builds a whole index from documents that stream in: while one batch is read, others are made into segments on the other cores,
/// and at the end segments are merged to few. The index in use is not touched.
/// </summary>
internal sealed class IndexBuild(Glossary glossary)
{
    private const int BatchSize = 1000;

    private readonly HashSet<DocumentKey> _seen = [];
    private readonly List<Task<Segment>> _segments = [];
    private readonly SemaphoreSlim _workers = new(Environment.ProcessorCount);
    private List<SearchDocument> _batch = [];

    public int DocumentCount => _seen.Count;

    /// <summary>
    /// Adds a document; waits while all cores are busy. One that comes twice (it was moved while the source was read) is taken once:
    /// the change log brings its last form.
    /// </summary>
    public async Task AddAsync(SearchDocument document, CancellationToken cancellation)
    {
        if (document.Cards.Count == 0 || !_seen.Add(new(document.Kind, document.Id)))
            return;
        _batch.Add(document);
        if (_batch.Count == BatchSize)
            await StartBatchAsync(cancellation);
    }

    public async Task<IReadOnlyList<Segment>> CompleteAsync(CancellationToken cancellation)
    {
        if (_batch.Count > 0)
            await StartBatchAsync(cancellation);
        var segments = await Task.WhenAll(_segments);
        var groups = new List<List<Segment>> { new() };
        var count = 0;
        foreach (var segment in segments)
        {
            if (count + segment.DocumentCount > MergePolicy.MaxDocuments)
            {
                groups.Add([]);
                count = 0;
            }
            groups[^1].Add(segment);
            count += segment.DocumentCount;
        }
        return await Task.WhenAll(groups.Where(g => g.Count > 0).Select(g => Task.Run(
            () => g.Count == 1 ? g[0] : SegmentMerger.Merge(g.ConvertAll(s => new SegmentView(s, null))), cancellation)));
    }

    private async Task StartBatchAsync(CancellationToken cancellation)
    {
        await _workers.WaitAsync(cancellation);
        var batch = _batch;
        _batch = [];
        _segments.Add(Task.Run(
            () =>
            {
                try
                {
                    var builder = new SegmentBuilder(glossary);
                    foreach (var document in batch)
                        builder.Add(document);
                    return builder.Build();
                }
                finally
                {
                    _workers.Release();
                }
            },
            cancellation));
    }
}
