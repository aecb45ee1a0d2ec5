using ExportPortal.Kernel.Hosting;

namespace ExportPortal.Kernel.Database;

/// <summary>Whether the database answers and has this build's schema.</summary>
internal sealed class DatabaseReady(DatabaseMigrator migrator) : IReadyCheck
{
    public string Name => "database";

    public bool IsVital => true;

    public async Task<string?> FindFaultAsync(CancellationToken cancellation)
    {
        try
        {
            var pending = await migrator.PendingAsync(cancellation);
            return pending.Count == 0 ? null : $"{pending.Count} migrations are pending: run the command migrate.";
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or TimeoutException or InvalidOperationException)
        {
            return $"The database does not answer ({fault.GetType().Name}): check Portal:Database and the server.";
        }
    }
}
