using ExportPortal.Kernel.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ExportPortal.Kernel.Hosting;

/// <summary>Makes absolute links for mails, feeds and canonical addresses.</summary>
public sealed class PublicAddress(IOptions<PortalOptions> options, IServiceProvider services)
{
    private string? _root;

    /// <summary>
    /// The portal's address without a slash at its end: <c>Portal:PublicUrl</c>, else the one it listens on.
    /// Never the host a request names: whoever sends it would decide where links in mails lead.
    /// </summary>
    public string Root => _root ??= options.Value.PublicUrl.Length > 0 ? options.Value.PublicUrl
        : services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/')
        ?? throw new InvalidOperationException("While the portal does not serve, absolute links need Portal:PublicUrl.");

    /// <summary>The absolute link to a path that begins with a slash.</summary>
    public string Of(string path) => Root + path;
}
