using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ExportPortal.Search.Saving;

/// <summary>
/// Looks at saved searches that are due, and mails what is new for them. The mail and the moving of the search's last look are one
/// transaction, and the last look is checked in it: however many nodes look and wherever one is killed, each new result is told once.
/// </summary>
internal sealed class LookForNew(PortalDbContext db, FindNew find, SavedMails mails, TimeProvider time, IOptions<SearchOptions> options)
{
    /// <summary>How many searches are looked at together.</summary>
    public const int Batch = 200;

    // Searches for which nothing was new are looked at again after so long.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(30);

    /// <summary>The next confirmed searches that are due, behind one by its number.</summary>
    public Task<List<SavedSearch>> FindDueAsync(long after, DateTimeOffset until, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return db.Set<SavedSearch>().AsNoTracking().Where(s => s.ConfirmedAt != null && s.DueAt <= now && s.LookedAt < until && s.Id > after)
            .OrderBy(s => s.Id).Take(Batch).ToListAsync(cancellation);
    }

    /// <summary>True when anything new may fit some of these searches: where nothing was published, none of them need be made.</summary>
    public bool IsWorthLooking(IEnumerable<SavedSearch> due, DateTimeOffset until) => find.IsAnything(due.Min(s => s.LookedAt), until);

    /// <summary>Mails what is new for a search.</summary>
    /// <param name="saved">As it was read.</param>
    /// <param name="until">What was first published later waits for the next look.</param>
    /// <param name="cancellation">Ends the saving, which is one transaction.</param>
    /// <returns>False when nothing is new.</returns>
    public async Task<bool> TellAsync(SavedSearch saved, DateTimeOffset until, CancellationToken cancellation)
    {
        var found = find.Find(saved, until);
        if (found.Total == 0)
            return false;
        var now = time.GetUtcNow();
        db.Attach(saved);
        (saved.LookedAt, saved.DueAt) = (until, now.AddHours(options.Value.SavedHours));
        mails.Tell(saved, found, now);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault)
        {
            // Another node told it, or its reader stopped it, at this moment: then there is no row to change or to link to.
            db.ChangeTracker.Clear();
            if (fault is not DbUpdateConcurrencyException && await db.Set<SavedSearch>().AnyAsync(s => s.Id == saved.Id, cancellation))
                throw;
        }
        return true;
    }

    /// <summary>Notes that nothing was new for some searches.</summary>
    public Task PassOverAsync(IReadOnlyCollection<long> quiet, DateTimeOffset until, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var next = now + BetweenLooks;
        return db.Set<SavedSearch>().Where(s => quiet.Contains(s.Id) && s.LookedAt < until && s.DueAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LookedAt, until).SetProperty(s => s.DueAt, next), cancellation);
    }
}
