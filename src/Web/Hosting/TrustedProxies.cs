using Microsoft.AspNetCore.HttpOverrides;

namespace ExportPortal.Web.Hosting;

/// <summary>Forwarded headers are believed only from the proxies that <c>Proxies:Trusted</c> names, as addresses or networks (<c>10.0.0.0/8</c>).</summary>
internal static class TrustedProxies
{
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var trusted in configuration.GetSection("Proxies:Trusted").Get<string[]>() ?? [])
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(trusted.Contains('/', StringComparison.Ordinal) ? trusted : trusted + (trusted.Contains(':', StringComparison.Ordinal) ? "/128" : "/32")));
            options.ForwardedHeaders = options.KnownIPNetworks.Count == 0 ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        });
}
