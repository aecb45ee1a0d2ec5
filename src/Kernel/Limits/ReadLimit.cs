using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ExportPortal.Kernel.Limits;

/// <summary>How often one client may ask for what is dear to answer. Clients of <see cref="LimitsOptions.TrustedAddresses"/> are free.</summary>
public sealed class ReadLimit(IOptions<LimitsOptions> options)
{
    private const int MostDownloads = 2;
    private const string DownloadWait = "10";

    private readonly ClientLimiter _limiter = new(options.Value.ReadsPerMinute, TimeSpan.FromMinutes(1));
    private readonly ClientLimiter _typing = new(options.Value.ReadsPerMinute, TimeSpan.FromMinutes(1));
    // What counts is given back when it ends; one that lasts longer than this counts no more.
    private readonly ClientLimiter _downloads = new(MostDownloads, TimeSpan.FromHours(1));
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

    /// <summary>
    /// Begins a download of everything, of which a client may have two at once; false when it has them, and then the answer's
    /// <c>Retry-After</c> is set.
    /// </summary>
    public bool TryBeginDownload(HttpContext context)
    {
        if (IsTrusted(context.Connection.RemoteIpAddress) || _downloads.TryTake(context, out _))
            return true;
        context.Response.Headers.RetryAfter = DownloadWait;
        return false;
    }

    /// <summary>Ends this request's download, if it has begun one.</summary>
    public void EndDownload(HttpContext context) => _downloads.GiveBack(context);

    private bool IsTrusted(IPAddress? client)
    {
        if (client is null)
            return false;
        var address = client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : client;
        return _trusted.Any(network => network.Contains(address));
    }
}
