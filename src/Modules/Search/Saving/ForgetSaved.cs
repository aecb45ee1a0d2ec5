using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ExportPortal.Search.Saving;

/// <summary>Forgets saved searches in time: those nobody confirmed, and those kept for as long as their readers were told.</summary>
internal sealed class ForgetSaved(PortalDbContext db, TimeProvider time, IOptions<SearchOptions> options)
{
    /// <returns>How many were forgotten.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var (asked, confirmed) = (time.GetUtcNow() - SavedSearch.KeptUnconfirmed, time.GetUtcNow().AddDays(-options.Value.SavedDays));
        var old = db.Set<SavedSearch>().Where(s => s.ConfirmedAt == null ? s.AskedAt < asked : s.ConfirmedAt < confirmed);
        var forgotten = 0;
        foreach (var saved in await old.AsNoTracking().ToListAsync(cancellation))
            // With the condition once more: its reader may confirm it at this moment.
            if (await db.ForgetSavedAsync(saved, old, cancellation))
                forgotten++;
        return forgotten;
    }
}

/// <summary>Erases one saved search.</summary>
internal static class SavedErasing
{
    /// <summary>Deletes its row and links, and takes back its mails, in one transaction. False when it was not, or no longer, among those that may be deleted.</summary>
    public static async Task<bool> ForgetSavedAsync(this PortalDbContext db, SavedSearch saved, IQueryable<SavedSearch> among, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // The row first: whoever queues a mail about it must have it too.
        if (await among.Where(s => s.Id == saved.Id).ExecuteDeleteAsync(cancellation) == 0)
            return false;
        await db.ForgetMailsAsync(saved.Reference, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
