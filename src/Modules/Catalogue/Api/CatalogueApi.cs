using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Feeds.Public;
using ExportPortal.Catalogue.Schemas;
using ExportPortal.Kernel.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Catalogue.Api;

/// <summary>The catalogue for programs.</summary>
internal static class CatalogueApi
{
    public static IServiceCollection AddCatalogueApi(this IServiceCollection services) => services
        .AddScoped<ApiWords>().AddScoped<AnswerSubject>().AddScoped<AnswerReferences>()
        .AddScoped<PublicFeed>().AddScoped<PublicLines>().AddScoped<ReadChanged>()
        .AddSingleton<IApiDescription, CatalogueDescription>();

    public static void MapCatalogueApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapApiReading("/products/{id}", (string id, AnswerSubject answer, HttpContext context) => answer.ProductAsync(id, context));
        endpoints.MapApiReading("/organisations/{id}", (string id, AnswerSubject answer, HttpContext context) => answer.OrganisationAsync(id, context));
        endpoints.MapApiReading("/showrooms/{id}", (string id, AnswerSubject answer, HttpContext context) => answer.ShowroomAsync(id, context));
        endpoints.MapApiReading("/sectors", (AnswerReferences answer, HttpContext context) => answer.SectorsAsync(context));
        endpoints.MapApiReading("/markets", (AnswerReferences answer, HttpContext context) => answer.MarketsAsync(context));
        endpoints.MapApiReading("/feed", (PublicFeed feed, HttpContext context) => feed.AnswerAsync(context));
        endpoints.MapSchemas();
    }

    /// <summary>The written part, with the feed's lines as their rules have them.</summary>
    private sealed class CatalogueDescription : IApiDescription
    {
        public JsonObject Describe()
        {
            var part = new WrittenApiDescription(typeof(CatalogueApi).Assembly).Describe();
            var schemas = part["components"]!["schemas"]!.AsObject();
            foreach (var kind in LineSchemas.PublicOrder)
                schemas[char.ToUpperInvariant(kind[0]) + kind[1..] + "Line"] = LineSchemas.Public(kind).Describe();
            return part;
        }
    }
}
