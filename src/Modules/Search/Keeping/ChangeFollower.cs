using ExportPortal.Kernel.Changes;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Files;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Keeping;

/// <summary>What the change log told beside changed subjects.</summary>
/// <param name="Everything">A rebuild of everything was asked for.</param>
/// <param name="Glossary">A concept changed, so that all texts are to be read again.</param>
internal readonly record struct News(bool Everything, bool Glossary);

/// <summary>Takes what the change log tells into an index: the changed subjects are read again from their sources.</summary>
internal sealed class ChangeFollower(IEnumerable<ISearchSource> sources, GlossaryReader glossaries, ChangeLog changes)
{
    /// <summary>An index was made from a database that is not this one: what it holds must not be shown.</summary>
    public const string OtherDatabase = "it is of another database";

    private const int MostAtOnce = 1000;

    /// <summary>What the sources make documents by.</summary>
    public string Form => string.Join(' ', sources.Select(s => s.Form));

    /// <summary>Brings the index up to the end of the log.</summary>
    public async Task<News> CatchUpAsync(SearchIndex index, CancellationToken cancellation)
    {
        var told = new News();
        while (true)
        {
            var news = await changes.ReadAsync(index.Snapshot.Position, MostAtOnce, cancellation);
            if (news.Count == 0)
                return told;
            told = new(told.Everything || news.Any(n => n.Kind == ChangeLog.Everything), told.Glossary || news.Any(n => glossaries.IsConcept(n.Kind)));
            await ApplyAsync(index, news, cancellation);
            if (news.Count < MostAtOnce)
                return told;
        }
    }

    /// <summary>True if the log still tells all that happened since a position.</summary>
    public Task<bool> CanFollowFromAsync(long position, CancellationToken cancellation) => changes.ReachesBackToAsync(position, cancellation);

    /// <summary>What tells a position of this database's log from that of any other.</summary>
    public Task<string> MarkAsync(long position, CancellationToken cancellation) => changes.MarkAsync(position, cancellation);

    /// <summary>Why an index that was kept can't go on from the log: <see cref="OtherDatabase"/>, or that it is too old or made by an older release; null if it can.</summary>
    public async Task<string?> WhyNotFromAsync(SavedIndex saved, CancellationToken cancellation)
    {
        var mark = await changes.MarkAsync(saved.Position, cancellation);
        var isTrimmed = mark.Length == 0 && saved.Position < await changes.NewestAsync(cancellation);
        if (mark != saved.Mark && !isTrimmed)
            return OtherDatabase;
        if (saved.Form != Form)
            return "its documents are made otherwise now";
        return await CanFollowFromAsync(saved.Position, cancellation) ? null : "the change log does not reach back to it";
    }

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
