using System.Data.Common;
using System.Runtime.CompilerServices;
using ExportPortal.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ExportPortal.Kernel.Database;

/// <summary>How the context reaches SQLite or PostgreSQL.</summary>
public static class DatabaseSetup
{
    /// <summary>The assembly with the migrations for SQLite.</summary>
    public const string SqliteMigrations = "ExportPortal.Migrations.Sqlite";

    /// <summary>The assembly with the migrations for PostgreSQL.</summary>
    public const string PostgresMigrations = "ExportPortal.Migrations.Postgres";

    /// <summary>Uses the connection string of the options, or the SQLite file of the data folder when there is none.</summary>
    public static DbContextOptionsBuilder UsePortalDatabase(this DbContextOptionsBuilder builder, PortalOptions options, DataFolder folder) =>
        (options.Database.Length > 0
            ? builder.UseNpgsql(options.Database, o => o.MigrationsAssembly(PostgresMigrations))
            : builder.UsePortalSqlite(folder.Database))
        // A module may well have texts and no entities.
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.NoEntityTypeConfigurationsWarning));

    /// <summary>True for a PostgreSQL connection string that names a host and a database.</summary>
    public static bool IsConnectionString(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text) is { Host.Length: > 0, Database.Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Uses a SQLite file.</summary>
    public static DbContextOptionsBuilder UsePortalSqlite(this DbContextOptionsBuilder builder, string file)
    {
        // The timeout is how long a writer waits for another process, the command line beside the server, say.
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 10, ForeignKeys = true };
        return builder
            .UseSqlite(connection.ConnectionString, o => o.MigrationsAssembly(SqliteMigrations))
            .AddInterceptors(SqlitePragmas.Instance);
    }

    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        // "Saved" is told to people, so each commit reaches the disk.
        private const string Pragmas = "PRAGMA busy_timeout=10000; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;";

        public static readonly SqlitePragmas Instance = new();

        // A pool opens the same connection again and again: what was set stays set.
        private static readonly ConditionalWeakTable<object, object> Set = [];

        private static bool IsSet(DbConnection connection) => connection is SqliteConnection { Handle: { } handle } && Set.TryGetValue(handle, out _);

        private static void Remember(DbConnection connection)
        {
            if (connection is SqliteConnection { Handle: { } handle })
                Set.AddOrUpdate(handle, handle);
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (IsSet(connection))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            Remember(connection);
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (IsSet(connection))
                return;
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
            Remember(connection);
        }
    }
}
