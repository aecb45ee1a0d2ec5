using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ExportPortal.Kernel.Database;

/// <summary>A lock that one of all nodes over a database holds at a time. The end of the process frees it, however it ends.</summary>
public static class DatabaseLock
{
    /// <summary>Waits for the lock and takes it. Null on SQLite, where one process serves anyway.</summary>
    /// <param name="db">The database.</param>
    /// <param name="name">What it guards; nodes that name the same wait for each other.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IAsyncDisposable?> TakeAsync(PortalDbContext db, string name, CancellationToken cancellation)
    {
        if (!db.IsPostgres)
            return null;
        // A connection of its own, and not from the pool: its end is what frees the lock.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(hashtextextended($1, 0))", connection) { CommandTimeout = 0, Parameters = { new() { Value = name } } };
            await command.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
