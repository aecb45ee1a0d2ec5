using ExportPortal.Kernel.Caching;
using ExportPortal.Web.Hosting;
using Microsoft.AspNetCore.Authorization;

namespace ExportPortal.Web.Caching;

/// <summary>The page cache's two places in the pipeline: before everything, to serve what is kept, and behind routing, to keep what is made.</summary>
internal static class PageCaching
{
    public static IServiceCollection AddPageCaching(this IServiceCollection services)
    {
        services.AddOptions<PageCacheOptions>().BindConfiguration(PageCacheOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<PageClock>().AddSingleton<PageCache>().AddSingleton<PageMaking>().AddHostedService<PageFollower>();
    }

    /// <summary>Serves kept pages, past everything that stands behind.</summary>
    public static void UseKeptPages(this WebApplication app)
    {
        var cache = app.Services.GetRequiredService<PageCache>();
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (!IsReading(request) || PageKey.Of(request) is not { } key || cache.Find(key) is not { } page)
                return next(context);
            // Measures and traces name requests by it.
            context.SetEndpoint(page.Origin.Endpoint);
            SecurityHeaders.Write(context);
            return PageAnswer.WriteAsync(context, page, cache.FormOf(key, page, request.Headers.AcceptEncoding));
        });
    }

    /// <summary>Makes pages that may be kept, and keeps them. As they are for nobody in particular, nobody is asked who they are.</summary>
    public static void UsePageKeeping(this WebApplication app)
    {
        var making = app.Services.GetRequiredService<PageMaking>();
        app.Use((context, next) =>
            IsReading(context.Request) && context.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<CachedPageAttribute>() is { } cached && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
                && PageKey.Of(context.Request) is var asked && (cached.Numbered ? asked : new(context.Request.Path.Value!)) is { } key && CanonicalPath.Is(key.Path, endpoint, context)
                ? making.AnswerAsync(context, endpoint.RequestDelegate!, key) : next(context));
    }

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
