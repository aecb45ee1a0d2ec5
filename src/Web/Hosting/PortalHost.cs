using System.Globalization;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Ui;
using ExportPortal.Web.CommandLine;

namespace ExportPortal.Web.Hosting;

/// <summary>Puts the portal together: the same services for serving and for commands, background work for serving only.</summary>
internal static class PortalHost
{
    public const string DefaultUrl = "http://localhost:5080";

    public static WebApplication Build(Dictionary<string, string?> settings, Action<IServiceCollection> addModules, Action<IEndpointRouteBuilder> mapModules, bool serves)
    {
        // Machine formats everywhere; what readers see is formatted by Wording.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 12 * 1024 * 1024;
        });
        builder.AddPortalTelemetry();
        builder.Services.AddKernel();
        builder.Services.AddUi();
        builder.Services.AddRazorPages();
        builder.Services.AddProblemDetails();
        addModules(builder.Services);
        builder.Services.AddPortalCommands();
        var app = builder.Build();
        if (serves)
            Map(app, mapModules);
        return app;
    }

    public static async Task<int> ServeAsync(WebApplication app)
    {
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAtStartAsync(CancellationToken.None);
        await app.RunAsync();
        return 0;
    }

    private static void Map(WebApplication app, Action<IEndpointRouteBuilder> mapModules)
    {
        app.MapStaticAssets();
        app.MapRazorPages();
        mapModules(app);
    }
}
