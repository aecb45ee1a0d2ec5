using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Kernel.Database;

/// <summary>The database's own clock, by which leases are judged, so that nodes whose clocks differ agree.</summary>
public class DatabaseClock(TimeProvider time)
{
    /// <summary>Now, UTC. On SQLite, which has no server, the process's clock.</summary>
    public virtual async Task<DateTimeOffset> NowAsync(PortalDbContext db, CancellationToken cancellation) => db.IsPostgres
        ? await db.Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancellation)
        : time.GetUtcNow();
}
