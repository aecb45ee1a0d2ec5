using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Kernel.Limits;

/// <summary>Counts what each client address does, in this process, and says when it is too much.</summary>
public sealed class ClientLimiter : IDisposable
{
    private const int Segments = 10;
    private const int ClientPrefixBytes = 8;

    private readonly PartitionedRateLimiter<string> _limiter;
    private readonly int _most;
    private readonly TimeSpan _window;

    /// <summary>Allows so many within a sliding window.</summary>
    public ClientLimiter(int most, TimeSpan window)
    {
        (_most, _window) = (most, window);
        _limiter = PartitionedRateLimiter.Create<string, string>(client =>
            RateLimitPartition.GetSlidingWindowLimiter(client, _ => new() { PermitLimit = most, Window = window, SegmentsPerWindow = Segments }));
    }

    /// <summary>Counts one more; false when there were too many.</summary>
    /// <param name="context">The client's request.</param>
    /// <param name="retryAfter">How long the client should wait; zero when it need not.</param>
    public bool TryTake(HttpContext context, out TimeSpan retryAfter)
    {
        using var lease = _limiter.AttemptAcquire(ClientOf(context.Connection.RemoteIpAddress));
        retryAfter = lease.IsAcquired ? TimeSpan.Zero : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
        return lease.IsAcquired;
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
        var left = retryAfter > TimeSpan.Zero ? 0 : _limiter.GetStatistics(ClientOf(context.Connection.RemoteIpAddress))?.CurrentAvailablePermits ?? _most;
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={left}");
        if (retryAfter <= TimeSpan.Zero)
            return;
        var seconds = Math.Ceiling(Math.Max(1, retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        headers["RateLimit"] += ";t=" + seconds;
        headers.RetryAfter = seconds;
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

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
}
