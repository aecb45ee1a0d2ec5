using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Kernel.Changes;

/// <summary>Reads the change log for those who keep something derived: the index, caches, texts.</summary>
public sealed class ChangeLog(IServiceScopeFactory scopes)
{
    /// <summary>How long entries are kept. A reader further behind rebuilds.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>How often readers look.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>The kind that asks readers to rebuild everything they derive.</summary>
    public const string Everything = "*";

    /// <summary>The entries after a position, oldest first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<Change>> ReadAsync(long after, int most, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Changes(scope).Where(c => c.Position > after).OrderBy(c => c.Position).Take(most).ToListAsync(cancellation);
    }

    /// <summary>The position of the newest entry; 0 if there is none.</summary>
    public async Task<long> NewestAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Changes(scope).MaxAsync(c => (long?)c.Position, cancellation) ?? 0;
    }

    /// <summary>
    /// True when a reader at this position can go on from the log; false when entries it needs are no longer kept,
    /// or when the log is younger than the reader (another database stands in its place).
    /// </summary>
    /// <param name="position">0, or that of an entry.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<bool> ReachesBackToAsync(long position, CancellationToken cancellation)
    {
        // Positions have gaps: only an entry that is still there tells that none after it was deleted.
        if (position > 0)
            return await FindAsync(position, cancellation) is not null;
        await using var scope = scopes.CreateAsyncScope();
        return await Changes(scope).MinAsync(c => (long?)c.Position, cancellation) is null or 1;
    }

    /// <summary>The entry at a position; null where none is or none is kept.</summary>
    public async Task<Change?> FindAsync(long position, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Changes(scope).SingleOrDefaultAsync(c => c.Position == position, cancellation);
    }

    /// <summary>The subjects of a kind that changed after a position, each with the position of its first change after it, in that order.</summary>
    public async Task<IReadOnlyList<(string Subject, long First)>> SubjectsAsync(string kind, long after, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await Changes(scope).Where(c => c.Position > after && c.Kind == kind).GroupBy(c => c.Subject)
            .Select(g => new { Subject = g.Key, First = g.Min(c => c.Position) }).OrderBy(s => s.First).ToListAsync(cancellation);
        return [.. rows.Select(r => (r.Subject, r.First))];
    }

    /// <summary>The <see cref="Change.Mark"/> of the entry at a position. Empty at position 0, and where the entry is no longer kept.</summary>
    public async Task<string> MarkAsync(long position, CancellationToken cancellation) => (await FindAsync(position, cancellation))?.Mark ?? "";

    /// <summary>
    /// Deletes entries older than <see cref="Kept"/>, but never the newest of these: whoever stands there has missed nothing that is
    /// deleted, however long nothing was published.
    /// </summary>
    public async Task TrimAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var border = await Changes(scope).Where(c => c.At < now - Kept).MaxAsync(c => (long?)c.Position, cancellation);
        await Changes(scope).Where(c => c.Position < border).ExecuteDeleteAsync(cancellation);
    }

    private static IQueryable<Change> Changes(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<PortalDbContext>().Set<Change>().AsNoTracking();
}
