using ExportPortal.Kernel.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ExportPortal.Kernel.Hosting;

/// <summary>Makes absolute links for mails, feeds and canonical addresses.</summary>
public sealed class PublicAddress(IOptions<PortalOptions> options, IHttpContextAccessor accessor)
{
    /// <summary>The portal's address without a slash at its end: <c>Portal:PublicUrl</c>, else the one the request came to.</summary>
    public string Root => options.Value.PublicUrl.Length > 0 ? options.Value.PublicUrl
        : accessor.HttpContext is { } context ? $"{context.Request.Scheme}://{context.Request.Host}"
        : throw new InvalidOperationException("Outside a request, absolute links need Portal:PublicUrl.");

    /// <summary>The absolute link to a path that begins with a slash.</summary>
    public string Of(string path) => Root + path;
}
