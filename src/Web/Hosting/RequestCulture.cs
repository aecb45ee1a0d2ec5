using System.Globalization;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using Microsoft.Net.Http.Headers;

namespace ExportPortal.Web.Hosting;

/// <summary>The culture of requests.</summary>
internal static class RequestCulture
{
    /// <summary>Names the culture to the framework's own texts and to the browser.</summary>
    public static IApplicationBuilder UseRequestCulture(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var culture = CurrentCulture.Of(context);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture.Tag);
        context.Response.OnStarting(() =>
        {
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
                context.Response.Headers.TryAdd(HeaderNames.ContentLanguage, culture.Tag);
            return Task.CompletedTask;
        });
        await next(context);
    });

    /// <summary>Leads for good from another spelling of a culture to the portal's: <c>/EN/</c>, <c>/zh-CN/sectors</c>, <c>/fr-CA/</c>.</summary>
    public static void UseCultureSpelling(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        // A request for all of the server, OPTIONS *, has no path.
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Path.Value is not ['/', .. var path]
            || path.Split('/', 2) is not [var first, .. var rest] || PortalCultures.Nearest(first) is not { } culture || culture.Tag == first)
            return next(context);
        context.Response.Redirect(new PathString($"/{culture.Tag}/{string.Concat(rest)}").ToUriComponent() + request.QueryString, permanent: true);
        return Task.CompletedTask;
    });

    /// <summary>Sends a reader without a culture in the address to the home page in theirs.</summary>
    public static void MapRoot(this IEndpointRouteBuilder endpoints) => endpoints.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], (HttpContext context) =>
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return Results.Redirect($"/{CurrentCulture.Of(context).Tag}/");
    }).ExcludeFromDescription();
}
