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
    private MailServer? _mail;

    public string Url => _portal!.Url;

    /// <summary>Where its mail goes.</summary>
    public MailServer Mail => _mail!;

    public async ValueTask InitializeAsync()
    {
        _mail = await MailServer.StartAsync();
        // A person takes longer than the time below which a form counts as a machine's, and sends less; tests do not.
        _portal = await PortalProcess.StartAsync(_folder.Path, [.. _mail.Options, "--Inquiries:LeastSeconds", "0", "--Inquiries:LimitSends", "1000", "--Search:LeastSeconds", "0", "--Search:LimitSends", "1000",
            "--Portal:Operator", "Example Office, Azadi Avenue, Tehran, Iran", "--Portal:Contact", "office@portal.example"]);
    }

    /// <summary>The password that the sample users share.</summary>
    public string Password => _portal!.SamplePassword;

    /// <summary>The path of a product's page.</summary>
    public async Task<string> PathOfProductAsync(string id, string culture) => (await PathsOfProductsAsync(culture))[id];

    /// <summary>The paths of all products' pages by their ids.</summary>
    public Task<Dictionary<string, string>> PathsOfProductsAsync(string culture) => PathsOfProductsAsync(Url, culture);

    /// <summary>The same of any portal with few enough of them.</summary>
    public static async Task<Dictionary<string, string>> PathsOfProductsAsync(string url, string culture)
    {
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        var found = await client.GetFromJsonAsync<JsonObject>($"/api/v1/search?culture={culture}&pageSize=100");
        return found!["items"]!.AsArray().ToDictionary(i => (string)i!["id"]!, i => (string)i!["url"]!, StringComparer.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _portal!.DisposeAsync();
        await _mail!.DisposeAsync();
        _folder.Dispose();
    }
}
