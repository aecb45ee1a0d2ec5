using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Kernel.Hosting;

/// <summary>The culture of a request: the first segment of its path, else the browser's wish.</summary>
public static class CurrentCulture
{
    private static readonly object Key = new();

    /// <summary>The request's interface culture.</summary>
    public static PortalCulture Of(HttpContext context)
    {
        if (context.Items.TryGetValue(Key, out var known))
            return (PortalCulture)known!;
        var segment = context.Request.Path.Value is ['/', .. var rest] ? rest.Split('/', 2)[0] : "";
        var culture = PortalCultures.Find(segment) ?? PortalCultures.FromWish(context.Request.Headers.AcceptLanguage);
        context.Items[Key] = culture;
        return culture;
    }

    /// <summary>Sets it for an address that names its culture elsewhere, such as an API's <c>culture</c> parameter.</summary>
    public static void Set(HttpContext context, PortalCulture culture) => context.Items[Key] = culture;

    /// <summary>The wording of the request's culture.</summary>
    public static Wording WordingOf(this InterfaceTexts texts, HttpContext context) => texts.For(Of(context));
}
