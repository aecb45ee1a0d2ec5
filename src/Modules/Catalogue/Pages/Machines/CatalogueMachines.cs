using ExportPortal.Catalogue.References;
using ExportPortal.Ui.Machines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Catalogue.Pages.Machines;

/// <summary>Sitemaps and feeds of the catalogue.</summary>
internal static class CatalogueMachines
{
    public static IServiceCollection AddCatalogueMachines(this IServiceCollection services)
    {
        services.AddScoped<NewProductsFeed>();
        foreach (var kind in (string[])["product", "organisation", "showroom"])
            services.AddSingleton<ISitemapSource>(s => new SubjectSitemap(kind, s.GetRequiredService<IServiceScopeFactory>()));
        return services.AddSingleton<ISitemapSource>(s => new FixedPages("lists", stop => ListsAsync(s.GetRequiredService<ReferenceData>(), stop)));
    }

    public static void MapCatalogueMachines(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/{culture:culture}/products.atom", (NewProductsFeed feed, HttpContext context) => feed.AnswerAsync(null, context)).ExcludeFromDescription();
        endpoints.MapGet("/{culture:culture}/sectors/{sector}/products.atom", (string sector, NewProductsFeed feed, HttpContext context) => feed.AnswerAsync(sector, context)).ExcludeFromDescription();
    }

    private static async ValueTask<IReadOnlyList<string>> ListsAsync(ReferenceData references, CancellationToken cancellation)
    {
        var set = await references.GetAsync(cancellation);
        return ["/sectors", "/markets", "/organisations", "/showrooms", .. set.Sectors.Select(s => $"/sectors/{s.Id}"), .. set.Markets.Select(m => $"/markets/{m.Id}")];
    }
}
