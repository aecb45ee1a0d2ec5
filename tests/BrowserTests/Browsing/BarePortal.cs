using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ExportPortal.BrowserTests.Browsing;
using ExportPortal.Testing;
using Microsoft.Data.Sqlite;

[assembly: AssemblyFixture(typeof(BarePortal))]

namespace ExportPortal.BrowserTests.Browsing;

/// <summary>A page that a portal in trouble, or without a catalogue, served.</summary>
public sealed record BareAnswer(string Path, int Status, int Expected, string Html);

/// <summary>A portal without the sample catalogue, started for the first that asks: it gets into trouble, and out of it, and then holds texts of all lengths.</summary>
public sealed class BarePortal : IAsyncDisposable
{
    private const string Trusted = "127.0.0.1";
    private const string Stranger = "127.0.0.2";

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<IReadOnlyList<BareAnswer>>> _answers;
    private readonly Lazy<Task<string>> _filled;
    private PortalProcess? _portal;

    public BarePortal() => (_answers, _filled) = (new(AskAllAsync), new(FillAsync));

    /// <summary>What readers are told in every culture while the index is not ready, when they ask for too much, when the database has lost a table, and where nothing is published.</summary>
    public Task<IReadOnlyList<BareAnswer>> AnswersAsync() => _answers.Value;

    /// <summary>Where it answers with a catalogue of <see cref="UnevenCatalogue"/>.</summary>
    public Task<string> FilledAsync() => _filled.Value;

    /// <summary>The path of a subject's page, as the API names it.</summary>
    public async Task<string> PathAsync(string kind, string id, string culture)
    {
        using var client = new HttpClient { BaseAddress = new Uri(await FilledAsync()) };
        var subject = await client.GetFromJsonAsync<JsonObject>($"/api/v1/{kind}/{id}?culture={culture}");
        return new Uri((string)subject!["url"]!).AbsolutePath;
    }

    private async Task<IReadOnlyList<BareAnswer>> AskAllAsync()
    {
        var answers = new List<BareAnswer>();
        Directory.CreateDirectory(_folder["index"]);
        using (new FileStream(Path.Combine(_folder["index"], "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            _portal = PortalProcess.Launch(_folder.Path, "--empty", "--Limits:ReadsPerMinute", "1", "--Limits:TrustedAddresses", Trusted);
            await _portal.WaitUntilAnsweringAsync();
            answers.AddRange(await AskAsync(Trusted, "search?q=not-ready", 503));
        }
        await AskAsync(Stranger, "search?q=enough", 200);
        answers.AddRange(await AskAsync(Stranger, "search?q=too-much", 429));
        await LosePagesAsync(true);
        answers.AddRange(await AskAsync(Trusted, "compare?product=lost", 500));
        await LosePagesAsync(false);
        foreach (var path in new[] { "", "showrooms", "organisations", "sectors/chemicals" })
            answers.AddRange(await AskAsync(Trusted, path, 200));
        return answers;
    }

    private async Task<string> FillAsync()
    {
        await AnswersAsync();
        await _portal!.WaitUntilReadyAsync();
        var (exit, output, errors) = await PortalProcess.RunAsync("import", UnevenCatalogue.Write(_folder["feed"]), "--data", _folder.Path);
        exit.ShouldBe(0, output + errors);
        await Patience.UntilAsync(async () => (await SamplePortal.PathsOfProductsAsync(_portal.Url, "en")).Count == UnevenCatalogue.Products, () => "what was imported is not found");
        return _portal.Url;
    }

    // From an address of this machine that is not the one the limits leave free.
    private async Task<IReadOnlyList<BareAnswer>> AskAsync(string from, string path, int expected)
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, stop) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(context.DnsEndPoint, stop);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = new Uri(_portal!.Url) };
        var answers = new List<BareAnswer>();
        foreach (var culture in SamplePortal.Cultures)
        {
            using var answer = await client.GetAsync($"/{culture}/{path}");
            answers.Add(new($"/{culture}/{path}", (int)answer.StatusCode, expected, await answer.Content.ReadAsStringAsync()));
        }
        return answers;
    }

    private async Task LosePagesAsync(bool lost)
    {
        await using var database = new SqliteConnection($"Data Source={_folder["portal.db"]};Pooling=False");
        await database.OpenAsync();
        await using var lose = new SqliteCommand("ALTER TABLE catalogue_pages RENAME TO lost_pages", database);
        await using var find = new SqliteCommand("ALTER TABLE lost_pages RENAME TO catalogue_pages", database);
        await (lost ? lose : find).ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
        _folder.Dispose();
    }
}
