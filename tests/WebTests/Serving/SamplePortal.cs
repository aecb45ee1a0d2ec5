using ExportPortal.Testing;
using ExportPortal.WebTests.Serving;

[assembly: AssemblyFixture(typeof(SamplePortal))]

namespace ExportPortal.WebTests.Serving;

/// <summary>One serving portal with the sample catalogue, for tests that do not disturb each other.</summary>
public sealed class SamplePortal : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private PortalProcess? _portal;

    public PortalProcess Portal => _portal!;

    public string Data => _folder.Path;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // However busy the machine, tests of pictures mean the pictures.
        _portal = await PortalProcess.StartAsync(_folder.Path, "--Media:WaitSeconds", "20");
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = System.Net.DecompressionMethods.All }) { BaseAddress = new Uri(_portal.Url) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _portal!.DisposeAsync();
        _folder.Dispose();
    }
}
