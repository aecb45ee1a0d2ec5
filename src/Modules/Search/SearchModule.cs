using ExportPortal.Kernel.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Search;

/// <summary>The module's two doors.</summary>
public static class SearchModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        services.AddModule("Search", typeof(SearchModule).Assembly);

    /// <summary>Maps the module's addresses.</summary>
    public static IEndpointRouteBuilder MapSearch(this IEndpointRouteBuilder endpoints) => endpoints;
}
