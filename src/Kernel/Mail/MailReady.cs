using System.Net.Sockets;
using ExportPortal.Kernel.Hosting;
using Microsoft.Extensions.Options;

namespace ExportPortal.Kernel.Mail;

/// <summary>Whether the SMTP host can be reached; without one, whether that is known.</summary>
internal sealed class MailReady(IOptions<MailOptions> options, TimeProvider time) : IReadyCheck
{
    // A probe must not wait for a mail host, nor make the portal knock at it each time.
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    public string Name => "mail";

    // Mail waits in the outbox until the host is back.
    public bool IsVital => false;

    private (string? Fault, DateTimeOffset Until)? _known;

    public async Task<string?> FindFaultAsync(CancellationToken cancellation)
    {
        if (_known is not { } known || known.Until < time.GetUtcNow())
            _known = known = (await LookAsync(cancellation), time.GetUtcNow() + Believed);
        return known.Fault;
    }

    private async Task<string?> LookAsync(CancellationToken cancellation)
    {
        if (options.Value.Host.Length == 0)
            return "No SMTP host is set: mails are written into the data folder's mail/. Set Mail:Host to send them.";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Wait);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(options.Value.Host, options.Value.Port, limit.Token);
            return null;
        }
        catch (Exception fault) when (fault is SocketException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return $"The SMTP host {options.Value.Host}:{options.Value.Port} cannot be reached: check Mail:Host and Mail:Port.";
        }
    }
}
