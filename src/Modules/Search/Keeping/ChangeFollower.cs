using ExportPortal.Kernel.Changes;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Keeping;

/// <summary>Takes what the change log tells into an index: the changed subjects are read again from their sources.</summary>
internal sealed class ChangeFollower(IEnumerable<ISearchSource> sources, ChangeLog changes)
{
    private const int MostAtOnce = 1000;

    /// <summary>Brings the index up to the end of the log. True if a rebuild of everything was asked for on the way.</summary>
    public async Task<bool> CatchUpAsync(SearchIndex index, CancellationToken cancellation)
    {
        var everything = false;
        while (true)
        {
            var news = await changes.ReadAsync(index.Snapshot.Position, MostAtOnce, cancellation);
            if (news.Count == 0)
                return everything;
            everything |= news.Any(n => n.Kind == ChangeLog.Everything);
            await ApplyAsync(index, news, cancellation);
            if (news.Count < MostAtOnce)
                return everything;
        }
    }

    /// <summary>True if the log still tells all that happened since a position.</summary>
    public Task<bool> CanFollowFromAsync(long position, CancellationToken cancellation) => changes.ReachesBackToAsync(position, cancellation);

    /// <summary>True if a position lies behind the log's end, so that an index at it is at most old, and not of another database's future.</summary>
    public async Task<bool> IsPastAsync(long position, CancellationToken cancellation) => position < await changes.NewestAsync(cancellation);

    private async Task ApplyAsync(SearchIndex index, IReadOnlyList<Change> news, CancellationToken cancellation)
    {
        var changed = news.Select(n => new DocumentKey(n.Kind, n.Subject)).Distinct().ToArray();
        var present = new List<SearchDocument>();
        foreach (var kind in changed.GroupBy(c => c.Kind, c => c.Id))
            foreach (var source in sources.Where(s => s.Kinds.Contains(kind.Key)))
                present.AddRange(await source.ReadAsync(kind.Key, [.. kind], cancellation));
        index.Apply(changed, present, news[^1].Position);
    }
}
