using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Ui.Forms;

/// <summary>Tells what the portal's own pages send from what other sites' pages make a browser send.</summary>
public static class OwnSite
{
    private const string Mark = "elsewhere";

    /// <summary>True unless the browser says that another site's page sends this. Those too old to say anything are believed.</summary>
    public static bool Sent(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || IsSame(origin, $"{request.Scheme}://{request.Host}")
            // Behind a proxy that hands on neither scheme nor host, only the public address is what the browser knows.
            || IsSame(origin, request.HttpContext.RequestServices.GetRequiredService<PublicAddress>().Root);
    }

    /// <summary>Where a form that another site's page sent is led: to an empty one, which says so when it reads the mark.</summary>
    public static LocalRedirectResult Refuse(HttpRequest request) =>
        new(request.Path.ToUriComponent() + Unmarked(request).Add(Mark, "true").ToUriComponent());

    /// <summary>What a page says to who was led to it by <see cref="Refuse"/>; null for others.</summary>
    public static Refusal? Told(HttpRequest request) => request.Query.ContainsKey(Mark) ? new("Ui.Form.Elsewhere") : null;

    /// <summary>A request's query without that mark, for the form's own address: what it says is said once.</summary>
    public static QueryString Unmarked(HttpRequest request) => QueryString.Create(request.Query.Where(p => p.Key != Mark));

    private static bool IsSame(string origin, string address) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var one) && Uri.TryCreate(address, UriKind.Absolute, out var other)
        && Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
