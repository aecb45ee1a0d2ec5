using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Values;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Search.Saving;

/// <summary>Opens saved searches by the links in their readers' mails.</summary>
internal sealed class SavedAccess(PortalDbContext db, TimeProvider time)
{
    /// <summary>The saved search behind a link that was mailed to be confirmed; null when the link opens nothing, or nothing any more.</summary>
    public Task<SavedSearch?> FindAsync(string token, CancellationToken cancellation) => Behind(token, SavedLinkPurpose.Confirm).AsNoTracking().SingleOrDefaultAsync(cancellation);

    /// <summary>True when a link, of whatever mail, opens a saved search.</summary>
    public Task<bool> OpensAsync(string token, CancellationToken cancellation) => Behind(token).AnyAsync(cancellation);

    /// <summary>Notes that the address is its reader's; from now on the search is looked at. The second time changes nothing.</summary>
    public async Task ConfirmAsync(string token, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await Behind(token, SavedLinkPurpose.Confirm).Where(s => s.ConfirmedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, now).SetProperty(s => s.DueAt, now), cancellation);
    }

    /// <summary>Stops and erases what is behind a link: address, search, and mails that have not left. False when that was done before, or the link is none.</summary>
    public async Task<bool> StopAsync(string token, CancellationToken cancellation) =>
        await Behind(token).SingleOrDefaultAsync(cancellation) is { } saved && await db.ForgetSavedAsync(saved, db.Set<SavedSearch>(), cancellation);

    private IQueryable<SavedSearch> Behind(string token, SavedLinkPurpose? purpose = null)
    {
        var hash = SecretToken.Hash(token);
        return db.Set<SavedSearch>().Where(s => db.Set<SavedLink>().Any(l => l.Hash == hash && l.SavedId == s.Id && (purpose == null || l.Purpose == purpose)));
    }
}
