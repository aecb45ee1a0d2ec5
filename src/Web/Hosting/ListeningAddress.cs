using System.Net;
using System.Net.Sockets;

namespace ExportPortal.Web.Hosting;

/// <summary>The addresses the portal is told to listen at, separated by semicolons.</summary>
internal static class ListeningAddress
{
    /// <summary>The first that is malformed; null if none is.</summary>
    public static string? FindMalformed(string urls) => Split(urls).FirstOrDefault(url => Parse(url) is null);

    /// <summary>The first that another program listens at, before anything is prepared in vain; null if none is.</summary>
    public static string? FindTaken(string urls) => Split(urls).FirstOrDefault(url => Parse(url) is { Port: > 0 } address && IsTaken(address));

    private static string[] Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static BindingAddress? Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https" } address ? address : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsTaken(BindingAddress address)
    {
        var host = address.Host.Trim('[', ']');
        var ip = host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host, out var given) ? given : IPAddress.Any;
        using var listener = new TcpListener(ip, address.Port);
        try
        {
            listener.Start();
            return false;
        }
        catch (SocketException fault)
        {
            return fault.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }
}
