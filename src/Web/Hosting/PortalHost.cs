using System.Globalization;
using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Ui;
using ExportPortal.Web.CommandLine;
using Microsoft.Extensions.Options;

namespace ExportPortal.Web.Hosting;

/// <summary>Puts the portal together: the same services for serving and for commands, background work for serving only.</summary>
internal static class PortalHost
{
    public const string DefaultUrl = "http://localhost:5080";

    public static WebApplication Build(Dictionary<string, string?> settings, Action<IServiceCollection> addModules, bool serves)
    {
        // Machine formats everywhere; what readers see is formatted by Wording.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls(builder.Configuration["urls"] ?? DefaultUrl);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 12 * 1024 * 1024;
        });
        builder.AddPortalTelemetry(serves);
        builder.Services.AddKernel();
        builder.Services.AddUi();
        builder.Services.AddRazorPages();
        builder.Services.AddProblemDetails();
        builder.Services.AddAntiforgery(options => options.Cookie.Name = "portal.form");
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.Services.AddTrustedProxies();
        addModules(builder.Services);
        builder.Services.AddPortalCommands();
        return builder.Build();
    }

    public static async Task<int> ServeAsync(WebApplication app, Action<IEndpointRouteBuilder> mapModules, CancellationToken stop)
    {
        Map(app, mapModules);
        using var only = TakeServing(app.Services);
        if (only is { IsTaken: false })
        {
            await Console.Error.WriteLineAsync("Another portal serves this data folder. Stop it, or name another folder: --data DIR.");
            return 1;
        }
        var migrator = app.Services.GetRequiredService<DatabaseMigrator>();
        await migrator.MigrateAtStartAsync(stop);
        if ((await migrator.PendingAsync(stop)).Count > 0)
            await WaitingRoom.WaitForSchemaAsync(migrator, app.Configuration["urls"] ?? DefaultUrl, stop);
        await FirstStart.PrepareAsync(app, stop);
        await app.StartAsync(stop);
        await FirstStart.WelcomeAsync(app, stop);
        await app.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }

    // On SQLite one process serves: leases and the index count on it.
    private static Serving? TakeServing(IServiceProvider services) =>
        services.GetRequiredService<IOptions<PortalOptions>>().Value.Database.Length > 0 ? null
            : new(FileLock.TryTake(Path.Combine(services.GetRequiredService<DataFolder>().Path, "serve.lock")));

    private sealed record Serving(FileLock? Lock) : IDisposable
    {
        public bool IsTaken => Lock is not null;

        public void Dispose() => Lock?.Dispose();
    }

    private static void Map(WebApplication app, Action<IEndpointRouteBuilder> mapModules)
    {
        app.UseForwardedHeaders();
        app.UseNamedTraces();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        // Programs get problem details, people a page.
        app.UseWhen(IsApi, api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(context => !IsApi(context), pages => pages.UseExceptionHandler("/error").UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseRequestCulture();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorPages();
        app.MapHealth();
        app.MapSitemaps();
        app.MapRoot();
        mapModules(app);
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}
