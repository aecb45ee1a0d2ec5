using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Saving;

/// <summary>Finds what is new for saved searches.</summary>
internal sealed class FindNew(SearchIndex index, ReadSaved read, ChangeLog changes, DatabaseClock clock, PortalDbContext db)
{
    /// <summary>How long publishing may take: a subject is dated, by the database's clock, when that begins, and shows when it ends.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    /// <summary>The instant up to which everything that was first published is in this node's index; null while that can't be told.</summary>
    public async Task<DateTimeOffset?> CompleteUntilAsync(CancellationToken cancellation)
    {
        var (now, held) = (await clock.NowAsync(db, cancellation), index.State);
        if (!held.Ready)
            return null;
        return held.Position >= await changes.NewestAsync(cancellation) ? now - Settling
            : (await changes.FindAsync(held.Position, cancellation))?.At - Settling;
    }

    /// <summary>True when anything at all was first published between two instants.</summary>
    public bool IsAnything(DateTimeOffset after, DateTimeOffset until) =>
        index.Search(new() { Culture = PortalCultures.Default.Tag, PageSize = 1, PublishedAfter = after, PublishedUntil = until, Highlights = false }).Total > 0;

    /// <summary>What fits a search with all its words and was first published since it was looked at, up to an instant.</summary>
    public SearchAnswer Find(SavedSearch saved, DateTimeOffset until) => index.Search(read.Read(saved).ToQuery(index) with
    {
        Facets = [],
        Sort = SearchSort.Newest,
        PageSize = SavedMails.MostListed,
        PublishedAfter = saved.LookedAt,
        PublishedUntil = until,
        AllWords = true,
        Highlights = false,
    });
}
