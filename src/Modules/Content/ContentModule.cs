using ExportPortal.Kernel.Hosting;
using ExportPortal.Ui;
using ExportPortal.Ui.Machines;
using ExportPortal.Ui.Slots;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Content;

/// <summary>The module's two doors.</summary>
public static class ContentModule
{
    private static readonly IReadOnlyList<string> Pages = ["/", "/about", "/how-inquiries-work", "/certificates", "/privacy", "/accessibility", "/developers"];

    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services) =>
        services.AddModule("Content", typeof(ContentModule).Assembly)
            .AddSingleton<ISitemapSource>(new FixedPages("pages", Pages))
            .AddSlotView(SlotNames.Footer, "/Pages/Slots/_ContentFooter.cshtml");

    /// <summary>Maps the module's addresses.</summary>
    public static IEndpointRouteBuilder MapContent(this IEndpointRouteBuilder endpoints) => endpoints;
}
