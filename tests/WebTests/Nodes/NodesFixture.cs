using ExportPortal.Testing;

namespace ExportPortal.WebTests.Nodes;

/// <summary>Two nodes that send their mail to a server of their own.</summary>
public sealed class NodesFixture : IAsyncLifetime
{
    // A killed node's mail is another's after the lease.
    private static readonly string[] Settings = ["--Inquiries:LimitSends", "100000", "--Outbox:LeaseSeconds", "6", "--Mail:TimeoutSeconds", "4"];

    public PortalNodes Nodes { get; private set; } = null!;

    public MailServer Mail { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Mail = await MailServer.StartAsync();
        Nodes = await PortalNodes.StartAsync([.. Settings, .. Mail.Options]);
    }

    public async ValueTask DisposeAsync()
    {
        await Nodes.DisposeAsync();
        await Mail.DisposeAsync();
    }
}
