using ExportPortal.Kernel.Hosting;
using ExportPortal.Media.Cards;
using ExportPortal.Media.Contracts;
using ExportPortal.Media.Files;
using ExportPortal.Media.Renditions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ExportPortal.Media;

/// <summary>The module's two doors.</summary>
public static class MediaModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services)
    {
        services.AddModule("Media", typeof(MediaModule).Assembly);
        services.AddOptions<MediaOptions>().BindConfiguration(MediaOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MediaFolder>().AddSingleton<LimitedProgram>().AddSingleton<Vips>().AddSingleton<RenditionMaker>();
        services.AddSingleton(s => MakersOf(s, s.GetRequiredService<IOptions<MediaOptions>>().Value.Makers));
        // Cards are asked for by machines, often many at once, and take longer: readers' pictures must not wait for them.
        services.AddKeyedSingleton(nameof(ShareCards), (s, _) => MakersOf(s, places: 1));
        services.AddSingleton<CardFonts>().AddSingleton<CardDrawer>();
        services.AddSingleton(s => new MediaStore(s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<MediaFolder>(),
            s.GetRequiredService<RenditionMaker>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ShareCards(s.GetRequiredService<CardDrawer>(), s.GetRequiredKeyedService<Makers>(nameof(ShareCards)), s.GetRequiredService<MediaFolder>(),
            s.GetRequiredService<MediaStore>(), s.GetRequiredService<RenditionMaker>()));
        services.AddSingleton(s => new AttachmentStore(s.GetRequiredService<MediaFolder>()));
        return services.AddSingleton<IReadyCheck, ImagesReady>();
    }

    private static Makers MakersOf(IServiceProvider services, int places) => ActivatorUtilities.CreateInstance<Makers>(services, places);

    /// <summary>Maps the module's addresses.</summary>
    public static IEndpointRouteBuilder MapMedia(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/media/{key}/{name}", [HttpMethods.Get, HttpMethods.Head], MediaEndpoint.ServeAsync).ExcludeFromDescription();
        return endpoints;
    }
}
