using System.Diagnostics;
using ExportPortal.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ExportPortal.Web.Backups;

/// <summary>Copies the database as it stands at one moment, while others read and write.</summary>
internal sealed class DatabaseCopy(IOptions<PortalOptions> options, DataFolder folder)
{
    private bool IsPostgres => options.Value.Database.Length > 0;

    /// <summary>The name the copy has within a backup.</summary>
    public string Entry => IsPostgres ? BackupFile.PostgresEntry : BackupFile.SqliteEntry;

    /// <summary>Writes the copy to a new file.</summary>
    public async Task WriteAsync(string file, CancellationToken cancellation)
    {
        if (IsPostgres)
        {
            await RunAsync("pg_dump", ["--format=custom", "--no-owner", "--file=" + file], cancellation);
            return;
        }
        await using var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.Database, Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
        await using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        await from.OpenAsync(cancellation);
        await to.OpenAsync(cancellation);
        from.BackupDatabase(to);
    }

    /// <summary>Puts a copy in the place of an empty database.</summary>
    public async Task ReadAsync(string file, CancellationToken cancellation)
    {
        if (IsPostgres)
            await RunAsync("pg_restore", ["--no-owner", "--exit-on-error", "--single-transaction", "--dbname=" + new NpgsqlConnectionStringBuilder(options.Value.Database).Database, file], cancellation);
        else
            File.Move(file, folder.Database);
    }

    // The password goes through the environment: a command line can be read by everybody on the machine.
    private async Task RunAsync(string tool, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.Value.Database);
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true };
        start.Environment["PGHOST"] = connection.Host;
        start.Environment["PGPORT"] = connection.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = connection.Username;
        start.Environment["PGPASSWORD"] = connection.Password;
        start.Environment["PGDATABASE"] = connection.Database;
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
            throw new IOException($"{tool} failed: {errors.Trim()}");
    }
}
