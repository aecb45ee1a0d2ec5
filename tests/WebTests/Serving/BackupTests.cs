using System.Data.Common;
using System.Diagnostics;
using ExportPortal.Testing;
using ExportPortal.WebTests.Nodes;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ExportPortal.WebTests.Serving;

/// <summary>A backup of a portal that is at work, restored elsewhere.</summary>
public abstract class BackupTests(TestDatabase database)
{
    public sealed class OnSqlite() : BackupTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : BackupTests(TestDatabase.Postgres);

    [Fact]
    public async Task A_backup_made_under_load_is_restored_whole_elsewhere_with_all_that_was_acknowledged_before_it_began()
    {
        using var folder = new TemporaryFolder();
        string[] from = [.. await PlaceAsync(folder["data"]), "--Inquiries:LimitSends", "100000"], to = await PlaceAsync(folder["restored"]);
        if (database == TestDatabase.Postgres)
            (await PortalProcess.RunAsync(["migrate", .. from])).ExitCode.ShouldBe(0);
        string[] before;
        TimeSpan backup;
        await using (var portal = await PortalProcess.StartAsync(folder["data"], from[2..]))
        {
            var load = Load.Begin(portal.Url, edited: null);
            await load.WaitForAsync(40);
            before = [.. load.Sent.Acknowledged.Values];
            backup = await RunAsync(["backup", folder["backup.tar.gz"], .. from]);
            await load.WaitForAsync(before.Length + 10);
            await load.EndAsync();
            load.Failed.ShouldBeEmpty();
        }
        File.GetUnixFileMode(folder["backup.tar.gz"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var restore = await RunAsync(["restore", folder["backup.tar.gz"], .. to]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{database}: {before.Length} inquiries acknowledged before; backup {backup.TotalSeconds:0.0} s, {new FileInfo(folder["backup.tar.gz"]).Length / 1024} KiB; restore {restore.TotalSeconds:0.0} s");
        (await PortalProcess.RunAsync(["restore", folder["backup.tar.gz"], .. to])).ExitCode.ShouldBe(1, "what is in use is left alone");

        before.ShouldBeSubsetOf(await QueryAsync(to, "SELECT reference FROM inquiries_inquiries"));
        foreach (var key in await QueryAsync(to, "SELECT key FROM media_files"))
            File.Exists(folder[$"restored/media/files/{key[..2]}/{key}"]).ShouldBeTrue(key);
        await RunAsync(["export", folder["one"], .. from]);
        await RunAsync(["export", folder["two"], .. to]);
        (await File.ReadAllBytesAsync(folder["two/feed.jsonl"], Cancellation)).ShouldBe(await File.ReadAllBytesAsync(folder["one/feed.jsonl"], Cancellation));
        await using (var restored = await PortalProcess.StartAsync(folder["restored"], to[2..]))
            restored.Output.ShouldNotContain("Importing");
        foreach (var place in new[] { from, to }.Where(_ => database == TestDatabase.Postgres))
            await PostgresServer.Instance.DropDatabaseAsync(place[3]);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<TimeSpan> RunAsync(string[] command)
    {
        var watch = Stopwatch.StartNew();
        var (exit, output, errors) = await PortalProcess.RunAsync(command);
        exit.ShouldBe(0, output + errors);
        return watch.Elapsed;
    }

    // The options that name a folder, and where there is a server, a database beside it.
    private async Task<string[]> PlaceAsync(string data) =>
        database == TestDatabase.Sqlite ? ["--data", data] : ["--data", data, "--database", await PostgresServer.Instance.CreateDatabaseAsync()];

    private static async Task<List<string>> QueryAsync(string[] place, string sql)
    {
        await using DbConnection connection = place is [_, _, _, var server, ..] ? new NpgsqlConnection(server)
            : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(place[1], "portal.db"), Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are those above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var values = new List<string>();
        while (await reader.ReadAsync(Cancellation))
            values.Add(reader.GetString(0));
        return values;
    }
}
