using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Kernel.Limits;

/// <summary>Counts what each client address does, in this process, and says when it is too much.</summary>
public sealed class ClientLimiter
{
    private const int ClientPrefixBytes = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ClientWindow> _clients = new(StringComparer.Ordinal);
    private readonly int _most;
    private readonly TimeSpan _window;
    private readonly TimeProvider _time;
    private DateTimeOffset _sweepAt;

    /// <summary>Allows so many within a sliding window.</summary>
    /// <param name="most">How many.</param>
    /// <param name="window">Within how long.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public ClientLimiter(int most, TimeSpan window, TimeProvider? time = null) => (_most, _window, _time) = (most, window, time ?? TimeProvider.System);

    /// <summary>Counts one more; false when there were too many.</summary>
    /// <param name="context">The client's request.</param>
    /// <param name="retryAfter">How long until there is room for one; zero when there was.</param>
    public bool TryTake(HttpContext context, out TimeSpan retryAfter)
    {
        var now = _time.GetUtcNow();
        lock (_lock)
        {
            Sweep(now);
            var client = ClientOf(context.Connection.RemoteIpAddress);
            if (!_clients.TryGetValue(client, out var counted))
                _clients[client] = counted = new(_window);
            retryAfter = counted.Count(now) < _most ? TimeSpan.Zero : counted.RoomAt - now;
            if (retryAfter == TimeSpan.Zero)
                context.Items[this] = counted.Add(now);
            return retryAfter == TimeSpan.Zero;
        }
    }

    /// <summary>Takes back what was counted for this request, which came to nothing.</summary>
    public void GiveBack(HttpContext context)
    {
        lock (_lock)
            if (context.Items.Remove(this, out var taken))
                ((ClientWindow.Slice)taken!).Count--;
    }

    /// <summary>
    /// Tells a program what is allowed and what is left of it, as the IETF's draft of <c>RateLimit</c> headers has it, and after too much
    /// how long to wait.
    /// </summary>
    /// <param name="context">The client's request.</param>
    /// <param name="name">The limit's name.</param>
    /// <param name="retryAfter">As <see cref="TryTake"/> gave it.</param>
    public void Tell(HttpContext context, string name, TimeSpan retryAfter)
    {
        var headers = context.Response.Headers;
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={_most};w={_window.TotalSeconds:0}");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={(retryAfter > TimeSpan.Zero ? 0 : Left(context))}");
        if (retryAfter <= TimeSpan.Zero)
            return;
        var seconds = Math.Ceiling(Math.Max(1, retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        headers["RateLimit"] += ";t=" + seconds;
        headers.RetryAfter = seconds;
    }

    /// <summary>What counts as one client: an IPv4 address, or an IPv6 network of 64 bits, which one subscriber has whole.</summary>
    internal static string ClientOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(address)
            ? Convert.ToHexStringLower(address.GetAddressBytes()[..ClientPrefixBytes])
            : address.ToString();
    }

    private int Left(HttpContext context)
    {
        lock (_lock)
            return _most - (_clients.TryGetValue(ClientOf(context.Connection.RemoteIpAddress), out var counted) ? counted.Count(_time.GetUtcNow()) : 0);
    }

    // Clients of whom nothing counts any more are forgotten.
    private void Sweep(DateTimeOffset now)
    {
        if (now < _sweepAt)
            return;
        foreach (var (client, counted) in _clients)
            if (counted.Count(now) == 0)
                _clients.Remove(client);
        _sweepAt = now + _window;
    }
}
