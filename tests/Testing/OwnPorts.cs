using System.Net;
using System.Net.Sockets;

namespace ExportPortal.Testing;

/// <summary>Ports for servers that tests start. Each belongs to this process until it ends, whatever else is started on the machine before its server listens.</summary>
public static class OwnPorts
{
    // Below those that the system gives to whoever connects.
    private const int Lowest = 12_000, Highest = 30_000;

    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "portal-ports")).FullName;
    private static readonly List<FileStream> Held = [];

    /// <summary>Takes free ports in a row on the loopback address, and tells the first.</summary>
    public static int Take(int count = 1)
    {
        lock (Held)
            while (true)
            {
                var first = Random.Shared.Next(Lowest, Highest - count);
                if (Enumerable.Range(first, count).All(port => IsFree(port) && TryHold(port)))
                    return first;
            }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // The file's lock goes with the process, however that ends.
    private static bool TryHold(int port)
    {
        try
        {
            Held.Add(new FileStream(Path.Combine(Folder, FormattableString.Invariant($"{port}")), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
