using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ExportPortal.Testing;

/// <summary>A real SMTP server, Debian's aiosmtpd, on a free loopback port; it keeps what it receives.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    private MailServer()
    {
        // Its handler makes the three folders of a maildir by itself, in a folder that is not there yet.
        _process = Process.Start("aiosmtpd", ["-n", "-c", "aiosmtpd.handlers.Mailbox", _folder["mail"], "-l", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}")]);
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; } = OwnPorts.Take();

    /// <summary>What makes a portal send its mail here.</summary>
    public string[] Options => ["--Mail:Host", "127.0.0.1", "--Mail:Port", Port.ToString(CultureInfo.InvariantCulture), "--Mail:StartTls", "false"];

    /// <summary>Starts it, and waits until it accepts connections.</summary>
    public static async Task<MailServer> StartAsync()
    {
        var server = new MailServer();
        await server.WaitAsync(async () =>
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, server.Port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }, "start");
        return server;
    }

    /// <summary>All it received so far.</summary>
    public IReadOnlyList<ReceivedMail> Received =>
        Directory.Exists(_folder["mail/new"]) ? [.. Directory.GetFiles(_folder["mail/new"]).Select(f => ReceivedMail.Read(File.ReadAllText(f)))] : [];

    /// <summary>Waits for a mail to an address that fits.</summary>
    public async Task<ReceivedMail> WaitForAsync(string to, Func<ReceivedMail, bool>? fits = null)
    {
        ReceivedMail? found = null;
        await WaitAsync(() => Task.FromResult((found = Received.FirstOrDefault(m => m.To == to && fits?.Invoke(m) != false)) is not null), "receive a mail to " + to);
        return found!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private async Task WaitAsync(Func<Task<bool>> isSo, string what)
    {
        for (var end = DateTime.UtcNow + Patience; !await isSo(); await Task.Delay(50))
            if (_process.HasExited || DateTime.UtcNow > end)
                throw new TimeoutException($"The mail server did not {what}; it has {string.Join(", ", Received.Select(m => m.To + ": " + m.Subject))}");
    }
}
