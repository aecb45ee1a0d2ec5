using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Kernel.Hosting;

/// <summary>The culture of a request: the first segment of its path or, for programs, its parameter <c>culture</c>; else the browser's wish.</summary>
public static class CurrentCulture
{
    private static readonly object Key = new();

    /// <summary>The request's interface culture.</summary>
    public static PortalCulture Of(HttpContext context)
    {
        if (context.Items.TryGetValue(Key, out var known))
            return (PortalCulture)known!;
        var culture = NamedIn(context.Request) ?? PortalCultures.FromWish(context.Request.Headers.AcceptLanguage);
        context.Items[Key] = culture;
        return culture;
    }

    /// <summary>True for a program's request whose <c>culture</c> is no culture's tag. It is answered in that of the browser's wish.</summary>
    public static bool IsMalformed(HttpContext context) => context.Request.Query["culture"] is { Count: > 0 } given && !(given is [var tag] && CultureTag.TryNormalise(tag, out _));

    /// <summary>Sets it for a request that names its culture elsewhere, such as in its body.</summary>
    public static void Set(HttpContext context, PortalCulture culture) => context.Items[Key] = culture;

    /// <summary>The wording of the request's culture.</summary>
    public static Wording WordingOf(this InterfaceTexts texts, HttpContext context) => texts.For(Of(context));

    // Programs may ask for any language; they are answered in the nearest there is.
    private static PortalCulture? NamedIn(HttpRequest request)
    {
        if (request.Path.StartsWithSegments("/api"))
            return request.Query["culture"] is [var tag] && CultureTag.TryNormalise(tag, out var culture) ? PortalCultures.Nearest(culture) ?? PortalCultures.Default : null;
        return PortalCultures.Find(request.Path.Value is ['/', .. var rest] ? rest.Split('/', 2)[0] : "");
    }
}
