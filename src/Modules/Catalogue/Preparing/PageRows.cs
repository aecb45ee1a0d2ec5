using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics.Metrics;
using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Measuring;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ExportPortal.Catalogue.Preparing;

/// <summary>
/// Reads the prepared row of a page by its address. Each view of a page that is not kept does this once, so that it goes past all that
/// a context does for a query: the commands stay prepared, on connections that stay open.
/// </summary>
internal sealed class PageRows(IOptions<PortalOptions> options, DataFolder folder) : IDisposable
{
    private const string Sql = "SELECT page FROM catalogue_pages WHERE kind = @kind AND culture = @culture AND slug = @slug";

    private static readonly Counter<long> Asked = PortalMeter.Meter.CreateCounter<long>("portal.pages.rows", "{row}", "Prepared rows of pages asked for");

    // Reading a row takes well below a millisecond; all else goes through the same pool.
    private const int MostOfServer = 8;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    // Who comes beyond these waits for one of them, and not for the pool, which may have none left.
    private readonly SemaphoreSlim _turns = new(options.Value.Database is { Length: > 0 } server
        ? Math.Clamp(new NpgsqlConnectionStringBuilder(server).MaxPoolSize / 2, 1, MostOfServer) : 2 * Environment.ProcessorCount);
    private readonly ConcurrentQueue<DbCommand> _idle = new();

    /// <summary>What the page shows, JSON in UTF-8; null when no page has this address.</summary>
    public async ValueTask<byte[]?> FindAsync(string kind, string culture, string slug, CancellationToken cancellation)
    {
        Asked.Add(1);
        if (!await _turns.WaitAsync(LongestWait, cancellation))
            throw new TimeoutException("The database did not give the rows of other pages in time.");
        try
        {
            return await ReadAsync(TakeIdle() ?? await OpenAsync(cancellation), kind, culture, slug, cancellation);
        }
        catch (DbException fault) when (fault.InnerException is not TimeoutException)
        {
            // The server may have gone since, and come back; then none of the others is of use either.
            CloseIdle();
            return await ReadAsync(await OpenAsync(cancellation), kind, culture, slug, cancellation);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose()
    {
        CloseIdle();
        _turns.Dispose();
    }

    private DbCommand? TakeIdle()
    {
        while (_idle.TryDequeue(out var command))
        {
            // One may have broken while nobody used it.
            if (command.Connection!.State == ConnectionState.Open)
                return command;
            Close(command);
        }
        return null;
    }

    private void CloseIdle()
    {
        while (TakeIdle() is { } command)
            Close(command);
    }

    private async ValueTask<byte[]?> ReadAsync(DbCommand command, string kind, string culture, string slug, CancellationToken cancellation)
    {
        var whole = false;
        try
        {
            (command.Parameters[0].Value, command.Parameters[1].Value, command.Parameters[2].Value) = (kind, culture, slug);
            await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellation);
            var page = await rows.ReadAsync(cancellation) ? rows.GetFieldValue<byte[]>(0) : null;
            whole = true;
            return page;
        }
        finally
        {
            if (whole)
                _idle.Enqueue(command);
            else
                Close(command);
        }
    }

    private async ValueTask<DbCommand> OpenAsync(CancellationToken cancellation)
    {
        DbConnection connection = options.Value.Database.Length > 0 ? new NpgsqlConnection(options.Value.Database)
            : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.Database, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 10 }.ConnectionString);
        var command = connection.CreateCommand();
        try
        {
            await connection.OpenAsync(cancellation);
            command.CommandText = Sql;
            foreach (var name in (string[])["kind", "culture", "slug"])
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, "");
                command.Parameters.Add(parameter);
            }
            await command.PrepareAsync(cancellation);
            return command;
        }
        catch
        {
            Close(command);
            throw;
        }
    }

    private static void Close(DbCommand command)
    {
        command.Dispose();
        command.Connection!.Dispose();
    }
}
