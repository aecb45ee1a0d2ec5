using ExportPortal.Kernel.Limits;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace ExportPortal.Web.Hosting;

/// <summary>Settings of section <c>Proxies</c>.</summary>
internal sealed class ProxyOptions
{
    public const string Section = "Proxies";

    /// <summary>The proxies whose forwarded headers are believed: addresses and networks (<c>10.0.0.0/8</c>), as a list or separated by commas. Default: none.</summary>
    public string Trusted { get; set; } = "";
}

/// <summary>Lets the client's address, scheme and host be told by the proxies that are trusted, and by nobody else.</summary>
internal static class TrustedProxies
{
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services)
    {
        services.AddOptions<ProxyOptions>()
            .Configure<IConfiguration>((options, configuration) => options.Trusted = NetworkList.Read(configuration, $"{ProxyOptions.Section}:{nameof(ProxyOptions.Trusted)}") ?? "")
            .Validate(o => NetworkList.Parse(o.Trusted) is not null, "Proxies:Trusted must name addresses or networks such as 10.0.0.0/8, separated by commas.")
            .ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((headers, proxies) =>
        {
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var network in NetworkList.Parse(proxies.Value.Trusted)!)
                headers.KnownIPNetworks.Add(network);
            headers.ForwardedHeaders = headers.KnownIPNetworks.Count == 0 ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        });
        return services;
    }
}
