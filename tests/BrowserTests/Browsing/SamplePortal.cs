using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ExportPortal.BrowserTests.Browsing;
using ExportPortal.Testing;

[assembly: AssemblyFixture(typeof(SamplePortal))]

namespace ExportPortal.BrowserTests.Browsing;

/// <summary>One serving portal with the sample catalogue, for tests that change nothing others look at.</summary>
public sealed class SamplePortal : IAsyncLifetime
{
    public static readonly string[] Cultures = ["en", "fa", "zh-Hans", "ru", "ar", "fr"];

    private readonly TemporaryFolder _folder = new();
    private PortalProcess? _portal;

    public string Url => _portal!.Url;

    // A person takes longer than the time below which a form counts as a machine's; tests do not.
    public async ValueTask InitializeAsync() => _portal = await PortalProcess.StartAsync(_folder.Path, "--Inquiries:LeastSeconds", "0");

    /// <summary>The path of a product's page.</summary>
    public async Task<string> PathOfProductAsync(string id, string culture)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Url) };
        var found = await client.GetFromJsonAsync<JsonObject>($"/api/v1/search?culture={culture}&pageSize=100");
        return (string)found!["items"]!.AsArray().Single(i => (string)i!["id"]! == id)!["url"]!;
    }

    public async ValueTask DisposeAsync()
    {
        await _portal!.DisposeAsync();
        _folder.Dispose();
    }
}
