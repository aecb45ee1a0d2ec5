using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Net.Http.Json;
using ExportPortal.Testing;
using Microsoft.Data.Sqlite;

namespace ExportPortal.WebTests.Serving;

/// <summary>Commands beside a serving portal, and starts and stops.</summary>
public sealed class CommandTests
{
    private static readonly string SampleFeed = Path.Combine(AppContext.BaseDirectory, "media", "sample", "feed.jsonl");
    private const string Applied = "SELECT COUNT(*) FROM __EFMigrationsHistory";
    private static readonly TimeSpan Visible = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task An_edited_line_imported_beside_the_serving_portal_shows_on_page_and_in_search_within_two_seconds_and_nothing_else_changes()
    {
        using var folder = new TemporaryFolder();
        await using var portal = await PortalProcess.StartAsync(folder["data"]);
        using var client = new HttpClient { BaseAddress = new Uri(portal.Url) };
        var before = await SearchAsync(client, "");

        var line = JsonNode.Parse(File.ReadLines(SampleFeed).First(l => l.Contains("\"id\":\"pezhvak-aed-d1\"", StringComparison.Ordinal) && l.Contains("\"type\":\"product\"", StringComparison.Ordinal)))!;
        foreach (var files in new[] { "images", "documents" })
            foreach (var file in line[files]?.AsArray() ?? [])
            {
                var name = (string)file!["file"]!;
                Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
                File.Copy(Path.Combine(Path.GetDirectoryName(SampleFeed)!, name), folder[name]);
            }
        var names = new Queue<string>(["Zephyrine", "Ozymandia", "Quillerine"]);
        await PromisedTime.IsKeptAsync(Visible, "showing an edit", async () =>
        {
            var name = names.Dequeue();
            line["names"]!["en"] = name + " rescue defibrillator";
            await File.WriteAllTextAsync(folder["edit.jsonl"], line.ToJsonString(), Cancellation);
            var (exit, output, errors) = await PortalProcess.RunAsync("import", folder["edit.jsonl"], "--data", folder["data"]);
            var ended = Stopwatch.StartNew();
            exit.ShouldBe(0, errors);
            output.ShouldContain("0 new, 1 changed, 0 unchanged");

            JsonArray hits = [];
            await Patience.UntilAsync(async () => (hits = await SearchAsync(client, name)).Count > 0, () => name + " is not found");
            hits.ShouldHaveSingleItem();
            (await client.GetStringAsync((string)hits[0]!["url"]!, Cancellation)).ShouldContain(name + " rescue defibrillator");
            return ended.Elapsed;
        });

        var after = await SearchAsync(client, "");
        static Dictionary<string, string> Others(JsonArray items) => items.Where(i => (string)i!["id"]! != "pezhvak-aed-d1").ToDictionary(i => (string)i!["id"]!, i => i!["name"] + "|" + i["url"] + "|" + i["summary"]);
        Others(after).ShouldBe(Others(before), ignoreOrder: true);
    }

    [Fact]
    public async Task A_second_start_imports_nothing_again_and_a_stop_is_clean()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await PortalProcess.StartAsync(folder.Path))
        {
            first.Output.ShouldContain("Importing the sample catalogue");
            (await first.StopAsync()).ShouldBe(0, first.Output);
        }
        await using var second = await PortalProcess.StartAsync(folder.Path);
        second.Output.ShouldNotContain("Importing");
        second.SamplePassword.Length.ShouldBeGreaterThan(10);
        (await second.StopAsync()).ShouldBe(0, second.Output);
    }

    [Fact]
    public async Task An_empty_portal_has_sectors_and_no_products_and_no_sample_users_and_tells_who_runs_it()
    {
        using var folder = new TemporaryFolder();
        await using var portal = await PortalProcess.StartAsync(folder.Path, "--empty", "--Portal:Operator", "Office <One>, Tehran", "--Portal:Contact", "office@portal.example");
        using var client = new HttpClient { BaseAddress = new Uri(portal.Url) };
        (await SearchAsync(client, "")).Count.ShouldBe(0);
        portal.SamplePassword.ShouldBeEmpty();
        (await client.GetStringAsync("/en/sectors", Cancellation)).ShouldContain("Chemicals");
        foreach (var page in (string[])["about", "privacy", "accessibility"])
        {
            var html = await client.GetStringAsync("/fa/" + page, Cancellation);
            html.ShouldContain("Office &lt;One&gt;, Tehran");
            html.ShouldContain("mailto:office@portal.example");
        }
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_portal_that_began_empty_or_with_a_feed_of_its_own_never_gets_the_sample_catalogue_nor_its_users_and_shows_where_products_come_from(bool startedEmpty)
    {
        using var folder = new TemporaryFolder();
        if (startedEmpty)
        {
            await using var first = await PortalProcess.StartAsync(folder["data"], "--empty");
            (await first.StopAsync()).ShouldBe(0, first.Output);
        }
        else
        {
            (await PortalProcess.RunAsync("migrate", "--data", folder["data"])).ExitCode.ShouldBe(0);
            // As a copy of another portal's public feed does, it brings its sectors along.
            (await PortalProcess.RunAsync("import", Path.Combine(AppContext.BaseDirectory, "media", "reference", "feed.jsonl"), "--data", folder["data"])).ExitCode.ShouldBe(0);
        }
        await File.WriteAllLinesAsync(folder["feed.jsonl"],
        [
            // A copy of a portal with the sample catalogue says that its firms are samples.
            startedEmpty ? """{"type":"firm","id":"ararat","names":{"en":"Ararat"},"country":"AM"}""" : """{"type":"firm","id":"ararat","names":{"en":"Ararat"},"country":"AM","sample":true}""",
            """{"type":"product","id":"acetone","firm":"ararat","sector":"chemicals","names":{"en":"Acetone"}}""",
        ], Cancellation);
        (await PortalProcess.RunAsync("import", folder["feed.jsonl"], "--data", folder["data"])).ExitCode.ShouldBe(0);

        await using var second = await PortalProcess.StartAsync(folder["data"]);
        second.Output.ShouldNotContain("Importing the sample");
        second.SamplePassword.ShouldBeEmpty();
        using var client = new HttpClient { BaseAddress = new Uri(second.Url) };
        (await SearchAsync(client, "")).Select(i => (string)i!["id"]!).ShouldBe(["acetone"]);
        (await client.GetStringAsync("/en/products/acetone", Cancellation)).ShouldSatisfyAllConditions(
            page => page.ShouldContain("Country of origin: Armenia"),
            page => page.ShouldContain("\"identifier\":\"AM\""));
        var russian = await client.GetStringAsync("/ru/products/acetone", Cancellation);
        russian.ShouldContain("Страна происхождения: Армения");
        russian.ShouldContain("<dd>Армения</dd>");
        russian.ShouldNotContain("Сделано в Иране");
    }

    [Fact]
    public async Task A_feed_that_cannot_be_read_is_told_plainly()
    {
        using var folder = new TemporaryFolder();
        (await PortalProcess.RunAsync("migrate", "--data", folder["data"])).ExitCode.ShouldBe(0);
        var (exit, _, errors) = await PortalProcess.RunAsync("import", folder["data"], "--data", folder["data"]);
        exit.ShouldBe(2);
        errors.ShouldContain($"There is no file '{folder["data"]}'.");

        File.CreateSymbolicLink(folder["gone.jsonl"], folder["nowhere.jsonl"]);
        // Opens, and fails when it is read, as a file on a failing disk does, whoever reads it.
        foreach (var feed in new[] { folder["gone.jsonl"], "/proc/self/mem" })
        {
            (exit, _, errors) = await PortalProcess.RunAsync("import", feed, "--data", folder["data"]);
            exit.ShouldBeOneOf(1, 2);
            errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem(errors);
            errors.ShouldNotContain("   at ");
        }
    }

    [Fact]
    public async Task Killed_at_random_moments_of_its_first_start_the_portal_starts_whole_the_next_time()
    {
        using var folder = new TemporaryFolder();
        foreach (var milliseconds in new[] { 300, 500, 650, 800, 1000, 1400, 2000 })
        {
            await using var portal = PortalProcess.Launch(folder.Path);
            await Task.Delay(milliseconds, Cancellation);
            await portal.KillAsync();
        }
        await using var last = await PortalProcess.StartAsync(folder.Path);
        using var client = new HttpClient { BaseAddress = new Uri(last.Url) };
        (await SearchAsync(client, "")).Count.ShouldBeGreaterThanOrEqualTo(16);
    }

    [Fact]
    public async Task Killed_in_the_middle_of_a_migration_the_portal_starts_whole_the_next_time()
    {
        using var folder = new TemporaryFolder();
        (await PortalProcess.RunAsync("migrate", "--data", folder["whole"])).ExitCode.ShouldBe(0);
        var (applied, all) = (0L, await ReadAsync(Path.Combine(folder["whole"], "portal.db"), Applied));
        // On a busy machine the moment may be missed.
        for (var attempt = 0; attempt < 50 && (applied == 0 || applied == all); attempt++)
        {
            foreach (var file in Directory.GetFiles(folder.Path, "portal.db*"))
                File.Delete(file);
            await using var portal = PortalProcess.Launch(folder.Path, "--empty");
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            wait.CancelAfter(Longest);
            while (await ReadAsync(folder["portal.db"], Applied) == 0)
                wait.Token.ThrowIfCancellationRequested();
            // Who holds the file for writing stops the migrations between two of them.
            await using var connection = await OpenAsync(folder["portal.db"], SqliteOpenMode.ReadWrite);
            await using (connection.BeginTransaction())
            {
                if (await ReadAsync(folder["portal.db"], "SELECT COUNT(*) FROM __EFMigrationsLock") == 1)
                    applied = await ReadAsync(folder["portal.db"], Applied);
                await portal.KillAsync();
            }
        }
        applied.ShouldBeInRange(1, all - 1);
        await using var last = await PortalProcess.StartAsync(folder.Path, "--empty");
        (await ReadAsync(folder["portal.db"], Applied)).ShouldBe(all);
        using var client = new HttpClient { BaseAddress = new Uri(last.Url) };
        (await client.GetStringAsync("/en/sectors", Cancellation)).ShouldContain("Chemicals");
    }

    [Fact]
    public async Task A_migration_lock_left_by_a_killed_process_does_not_hang_the_next_start()
    {
        using var folder = new TemporaryFolder();
        (await PortalProcess.RunAsync("migrate", "--data", folder.Path)).ExitCode.ShouldBe(0);
        await using (var connection = await OpenAsync(folder["portal.db"], SqliteOpenMode.ReadWrite))
        {
            await using var command = connection.CreateCommand();
            // As it stands after a kill in the middle: the lock's row is there, and a migration is pending.
            command.CommandText = "INSERT INTO __EFMigrationsLock(Id, Timestamp) VALUES(1, '2026-01-01'); DELETE FROM __EFMigrationsHistory; DROP TABLE kernel_keys;";
            await command.ExecuteNonQueryAsync(Cancellation);
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Longest);
        var (_, _, errors) = await PortalProcess.RunAsync("migrate", "--data", folder.Path).WaitAsync(limit.Token);
        // It ends, here with the fault of tables that are there already, instead of waiting for a lock nobody holds.
        errors.ShouldContain("already exists");
    }

    [Fact]
    public async Task Wrong_use_is_told_with_exit_code_2_and_refused_lines_with_1()
    {
        using var folder = new TemporaryFolder();
        (await PortalProcess.RunAsync("fly", "--data", folder["data"])).ExitCode.ShouldBe(2);
        (await PortalProcess.RunAsync("import", "--data", folder["data"])).ExitCode.ShouldBe(2);
        (await PortalProcess.RunAsync("import", folder["nothing.jsonl"], "--data", folder["data"])).ExitCode.ShouldBe(2);
        await File.WriteAllTextAsync(folder["bad.jsonl"], "{\"type\":\"firm\"}", Cancellation);
        var (exit, _, errors) = await PortalProcess.RunAsync("import", folder["bad.jsonl"], "--data", folder["data"], "--culture", "fa");
        exit.ShouldBe(1);
        errors.ShouldContain("سطر ۱، id");
        (await PortalProcess.RunAsync("help")).Output.ShouldContain("import FEED");
        (await PortalProcess.RunAsync("check", "--data", folder["data"])).Output.ShouldContain("database: ok");
    }

    /// <summary>The number a query answers; 0 as long as there is no such file or table.</summary>
    private static async Task<long> ReadAsync(string file, string query)
    {
        try
        {
            await using var connection = await OpenAsync(file, SqliteOpenMode.ReadOnly);
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written here.
            command.CommandText = query;
#pragma warning restore CA2100
            return (long)(await command.ExecuteScalarAsync(Cancellation))!;
        }
        catch (SqliteException)
        {
            return 0;
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(Cancellation);
            // The database asks again within milliseconds, the provider not before 150 of them.
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout = 5000";
            await command.ExecuteNonQueryAsync(Cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<JsonArray> SearchAsync(HttpClient client, string text) =>
        (await client.GetFromJsonAsync<JsonObject>($"/api/v1/search?q={Uri.EscapeDataString(text)}&culture=en&pageSize=100&sort=name", Cancellation))!["items"]!.AsArray();
}
