using ExportPortal.Kernel.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Media;

/// <summary>The module's two doors.</summary>
public static class MediaModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services) =>
        services.AddModule("Media", typeof(MediaModule).Assembly);

    /// <summary>Maps the module's addresses.</summary>
    public static IEndpointRouteBuilder MapMedia(this IEndpointRouteBuilder endpoints) => endpoints;
}
