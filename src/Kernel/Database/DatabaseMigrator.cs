using ExportPortal.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Kernel.Database;

/// <summary>Brings the database's schema to that of this build.</summary>
public sealed class DatabaseMigrator(IServiceScopeFactory scopes, DataFolder folder, ILogger<DatabaseMigrator> log)
{
    private static readonly TimeSpan LockWait = TimeSpan.FromMinutes(5);

    /// <summary>Migrations of this build that the database has not had.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return [.. await Context(scope).Database.GetPendingMigrationsAsync(cancellation)];
    }

    /// <summary>At the start of a process: migrates SQLite; leaves PostgreSQL to the <c>migrate</c> command.</summary>
    public async Task MigrateAtStartAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!Context(scope).IsPostgres)
            await MigrateAsync(cancellation);
    }

    /// <summary>Applies what is pending. One process does at a time; the others wait.</summary>
    /// <returns>The migrations applied.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Context(scope);
        if (db.IsPostgres)
            return await ApplyAsync(db, cancellation);

        using var mine = FileLock.Take(Path.Combine(folder.Path, "migrate.lock"), LockWait);
        await ClearStaleLockAsync(db, cancellation);
        return await ApplyAsync(db, cancellation);
    }

    private async Task<IReadOnlyList<string>> ApplyAsync(PortalDbContext db, CancellationToken cancellation)
    {
        string[] pending = [.. await db.Database.GetPendingMigrationsAsync(cancellation)];
        if (pending.Length > 0)
        {
            log.Migrating(pending.Length);
            await db.Database.MigrateAsync(cancellation);
        }
        // At each start: one that was killed right after its migration has not come to it.
        if (!db.IsPostgres)
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", cancellation);
        return pending;
    }

    // EF marks a running migration by a row, and waits for ever for one whose process was killed.
    // While the file lock is held nobody else migrates, so a row that is there is such a one.
    private async Task ClearStaleLockAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var exists = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellation);
        if (exists > 0 && await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", cancellation) > 0)
            log.StaleMigrationLockCleared();
    }

    private static PortalDbContext Context(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<PortalDbContext>();
}
