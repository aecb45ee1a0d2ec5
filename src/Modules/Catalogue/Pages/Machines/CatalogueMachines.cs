using ExportPortal.Kernel.Caching;
using ExportPortal.Ui.Machines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Catalogue.Pages.Machines;

/// <summary>Sitemaps, feeds and shared pictures of the catalogue, and the address that leads to its list.</summary>
internal static class CatalogueMachines
{
    private static readonly string[] Kinds = ["product", "organisation", "showroom"];
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddCatalogueMachines(this IServiceCollection services)
    {
        services.AddScoped<NewProductsFeed>().AddScoped<PictureAddresses>().AddScoped<SharedPictures>();
        foreach (var kind in Kinds)
            services.AddSingleton<ISitemapSource>(s => new SubjectSitemap(kind, s.GetRequiredService<IServiceScopeFactory>()));
        return services.AddSingleton<ISitemapSource, ListSitemap>();
    }

    public static void MapCatalogueMachines(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/{culture:culture}/products.atom", Reading, (NewProductsFeed feed, HttpContext context) => feed.AnswerAsync(null, context)).WithMetadata(new CachedPageAttribute()).ExcludeFromDescription();
        endpoints.MapMethods("/{culture:culture}/sectors/{sector}/products.atom", Reading, (string sector, NewProductsFeed feed, HttpContext context) => feed.AnswerAsync(sector, context)).WithMetadata(new CachedPageAttribute()).ExcludeFromDescription();
        // What stands above a product's address.
        endpoints.MapMethods("/{culture:culture}/products", Reading, (string culture) => Results.LocalRedirect($"/{culture}/search", permanent: true)).ExcludeFromDescription();
        foreach (var kind in Kinds)
            endpoints.MapMethods($"/{{culture:culture}}/{kind}s/{{id}}/share-{{hash}}.jpg", Reading, (string id, string hash, SharedPictures pictures, HttpContext context) => pictures.AnswerAsync(kind, id, hash, context)).ExcludeFromDescription();
    }
}
