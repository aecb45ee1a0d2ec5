using System.Collections.Concurrent;
using System.Net;
using System.Text;
using ExportPortal.Testing;
using Microsoft.Data.Sqlite;

namespace ExportPortal.WebTests.Serving;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Portal:PublicUrl", "portal.example")]
    [InlineData("Portal:Database", "nonsense")]
    [InlineData("Portal:MasterKey", "short")]
    [InlineData("Portal:Contact", "portal.example")]
    [InlineData("Mail:Port", "many")]
    [InlineData("Limits:ReadsPerMinute", "0")]
    [InlineData("PageCache:Megabytes", "-1")]
    [InlineData("Outbox:LeaseSeconds", "10")]
    [InlineData("Serving:DrainSeconds", "-1")]
    [InlineData("Proxies:Trusted", "10.0.0.0/8, nonsense")]
    [InlineData("Telemetry:Endpoint", "localhost")]
    [InlineData("Limits:TrustedAddresses", "nonsense")]
    [InlineData("urls", "nonsense")]
    public async Task A_wrong_setting_is_named_by_check_and_stops_the_start(string setting, string value)
    {
        using var folder = new TemporaryFolder();
        foreach (var command in (string[])["check", "serve"])
        {
            var (exit, _, errors) = await PortalProcess.RunAsync(command, "--data", folder["data"], setting == "urls" ? "--urls" : "--" + setting, value);
            exit.ShouldBe(2, errors);
            errors.ShouldContain("configuration: FAILED.");
            errors.ShouldContain(setting);
            errors.ShouldNotContain("   at ");
        }
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_in_a_line()
    {
        using var folder = new TemporaryFolder();
        var (exit, output, errors) = await PortalProcess.RunAsync("check", "--data", folder["data"], "--database", "Host=127.0.0.1;Port=9;Database=portal;Username=nobody;Timeout=2");
        exit.ShouldBe(1);
        output.ShouldContain("configuration: ok");
        errors.ShouldContain("database: FAILED.");

        (exit, _, errors) = await PortalProcess.RunAsync("migrate", "--data", folder["data"], "--database", "Host=127.0.0.1;Port=9;Database=portal;Username=nobody;Timeout=2");
        exit.ShouldBe(1);
        errors.ShouldContain("migrate failed: ");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Nodes_that_start_at_the_same_moment_over_a_new_database_fill_it_once()
    {
        using var folder = new TemporaryFolder();
        var database = await PostgresServer.Instance.CreateDatabaseAsync();
        var key = Convert.ToBase64String(new byte[32]);
        await using (var first = PortalProcess.Launch(folder["first"], "--database", database, "--Portal:MasterKey", key))
        await using (var second = PortalProcess.Launch(folder["second"], "--database", database, "--Portal:MasterKey", key))
        {
            (await PortalProcess.RunAsync("migrate", "--data", folder["first"], "--database", database)).ExitCode.ShouldBe(0);
            await Task.WhenAll(first.WaitUntilReadyAsync(), second.WaitUntilReadyAsync());
            using var client = new HttpClient();
            (await client.GetStringAsync(first.Url + "/api/v1/search", Cancellation)).ShouldBe(await client.GetStringAsync(second.Url + "/api/v1/search", Cancellation));
        }
        await PostgresServer.Instance.DropDatabaseAsync(database);
    }

    [Fact]
    public async Task A_second_process_does_not_serve_the_same_folder_and_a_taken_port_is_told()
    {
        using var folder = new TemporaryFolder();
        await using var portal = await PortalProcess.StartAsync(folder["data"], "--empty");
        var (exit, _, errors) = await PortalProcess.RunAsync("serve", "--data", folder["data"], "--empty", "--urls", "http://127.0.0.1:0");
        exit.ShouldBe(1);
        errors.ShouldContain("Another portal serves this data folder");

        (exit, _, errors) = await PortalProcess.RunAsync("serve", "--data", folder["other"], "--empty", "--urls", portal.Url);
        exit.ShouldBe(1);
        errors.ShouldContain($"Another program listens at {portal.Url}.");
        Directory.Exists(folder["other"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_database_that_left_write_ahead_logging_is_brought_back_by_the_next_start()
    {
        using var folder = new TemporaryFolder();
        await PortalProcess.RunAsync("migrate", "--data", folder["data"]);
        var database = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder["data"], "portal.db"), Pooling = false };
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync(Cancellation);
            await using var leave = new SqliteCommand("PRAGMA journal_mode=delete", connection);
            (await leave.ExecuteScalarAsync(Cancellation)).ShouldBe("delete");
        }
        await PortalProcess.RunAsync("migrate", "--data", folder["data"]);
        await using var again = new SqliteConnection(database.ConnectionString);
        await again.OpenAsync(Cancellation);
        await using var look = new SqliteCommand("PRAGMA journal_mode", again);
        (await look.ExecuteScalarAsync(Cancellation)).ShouldBe("wal");
    }

    [Theory]
    [InlineData("reindex")]
    [InlineData("export", "out")]
    [InlineData("backup", "out")]
    public async Task A_mistyped_data_folder_does_not_pass_for_an_empty_portal(params string[] command)
    {
        using var folder = new TemporaryFolder();
        if (command.Length > 1)
            command[1] = folder[command[1]];
        var (exit, _, errors) = await PortalProcess.RunAsync([.. command, "--data", folder["dtaa"]]);
        exit.ShouldBe(1);
        errors.ShouldContain("There is no data folder");
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("imprt", "command 'imprt'")]
    [InlineData("--bogus", "option '--bogus'")]
    public async Task An_unknown_word_is_named(string word, string named)
    {
        using var folder = new TemporaryFolder();
        var (exit, _, errors) = await PortalProcess.RunAsync(word, "--data", folder["data"]);
        exit.ShouldBe(2);
        errors.ShouldContain(named);
        Directory.Exists(folder["data"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_told_in_a_line()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["picture.png"], [0x89, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], Cancellation);
        await File.WriteAllBytesAsync(folder["empty"], [], Cancellation);
        foreach (var file in (string[])["picture.png", "empty"])
        {
            var (exit, _, errors) = await PortalProcess.RunAsync("restore", folder[file], "--data", folder["data"]);
            exit.ShouldBe(1);
            errors.Trim().ShouldBe($"'{folder[file]}' is no backup of a portal, or is damaged.");
        }
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        await PortalProcess.RunAsync("migrate", "--data", folder["data"]);
        Directory.CreateDirectory(folder["taken"]);
        var (exit, _, errors) = await PortalProcess.RunAsync("backup", folder["taken"], "--data", folder["data"]);
        exit.ShouldBe(1);
        errors.ShouldStartWith("backup failed: ");
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(folder["data"], "journal")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_collector_gets_the_portals_figures_and_traces_without_what_was_searched_for()
    {
        using var folder = new TemporaryFolder();
        await using var collector = new Collector();
        await using (var portal = await PortalProcess.StartAsync(folder["data"], "--empty", "--Telemetry:Endpoint", collector.Url))
        {
            using var client = new HttpClient();
            (await client.GetAsync(portal.Url + "/en/search?q=unspeakable", Cancellation)).EnsureSuccessStatusCode();
            (await client.GetAsync(portal.Url + "/en/unspeakable", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await portal.StopAsync()).ShouldBe(0);
        }
        collector.Text("/v1/metrics").ShouldContain("portal.search.duration");
        collector.Text("/v1/traces").ShouldContain("{culture:culture}/search");
        foreach (var signal in (string[])["/v1/metrics", "/v1/traces", "/v1/logs"])
            collector.Text(signal).ShouldNotContain("unspeakable");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Keeps what an exporter sends, and says that it has it.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentBag<(string Path, byte[] Body)> _received = [];
        private readonly Task _running;

        public Collector()
        {
            _listener.Prefixes.Add(Url + "/");
            _listener.Start();
            _running = RunAsync();
        }

        public string Url { get; } = $"http://127.0.0.1:{OwnPorts.Take()}";

        public string Text(string path) => string.Concat(_received.Where(r => r.Path == path).Select(r => Encoding.UTF8.GetString(r.Body)));

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _running;
        }

        private async Task RunAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var context = await _listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    _received.Add((context.Request.Url!.AbsolutePath, body.ToArray()));
                    context.Response.Close();
                }
                catch (Exception) when (!_listener.IsListening)
                {
                    return;
                }
            }
        }
    }
}
