using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ExportPortal.Kernel.Limits;

/// <summary>How often one client may ask for what is dear to answer. Clients of <see cref="LimitsOptions.TrustedAddresses"/> are free.</summary>
public sealed class ReadLimit(IOptions<LimitsOptions> options)
{
    private readonly ClientLimiter _limiter = new(options.Value.ReadsPerMinute, TimeSpan.FromMinutes(1));
    private readonly ClientLimiter _typing = new(options.Value.ReadsPerMinute, TimeSpan.FromMinutes(1));
    private readonly IReadOnlyList<IPNetwork> _trusted = NetworkList.Parse(options.Value.TrustedAddresses) ?? [];

    /// <summary>Counts one more; false when there were too many, and then the answer's <c>Retry-After</c> is set.</summary>
    public bool TryTake(HttpContext context)
    {
        if (IsTrusted(context.Connection.RemoteIpAddress) || _limiter.TryTake(context, out var wait))
            return true;
        context.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return false;
    }

    /// <summary>Counts one more as <see cref="TryTake"/> does, and tells a program in the answer's headers what is left. Free clients are told nothing.</summary>
    /// <param name="context">The client's request.</param>
    /// <param name="whileTyping">For what is asked with every few letters: it is counted apart, so that typing leaves searches their room.</param>
    public bool TryTakeAndTell(HttpContext context, bool whileTyping = false)
    {
        if (IsTrusted(context.Connection.RemoteIpAddress))
            return true;
        var limiter = whileTyping ? _typing : _limiter;
        var taken = limiter.TryTake(context, out var wait);
        limiter.Tell(context, whileTyping ? "suggestions" : "reads", wait);
        return taken;
    }

    private bool IsTrusted(IPAddress? client)
    {
        if (client is null)
            return false;
        var address = client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : client;
        return _trusted.Any(network => network.Contains(address));
    }
}
