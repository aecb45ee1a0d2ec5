using ExportPortal.Kernel.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Catalogue;

/// <summary>The module's two doors.</summary>
public static class CatalogueModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services) =>
        services.AddModule("Catalogue", typeof(CatalogueModule).Assembly);

    /// <summary>Maps the module's addresses.</summary>
    public static IEndpointRouteBuilder MapCatalogue(this IEndpointRouteBuilder endpoints) => endpoints;
}
