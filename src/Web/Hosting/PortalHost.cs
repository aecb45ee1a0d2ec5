using System.Globalization;
using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Ui;
using ExportPortal.Web.Caching;
using ExportPortal.Web.CommandLine;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.ResponseCompression;
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

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(PortalHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls(builder.Configuration["urls"] ?? DefaultUrl);
        builder.WebHost.UseStaticWebAssets();
        // What lives for a request only must not be kept by what lives for ever, wherever the portal runs.
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = true);
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 12 * 1024 * 1024;
            // A search of any length is answered, or told to be too long by a page, not by the server.
            options.Limits.MaxRequestLineSize = 64 * 1024;
            options.Limits.MaxRequestBufferSize = 1024 * 1024;
        });
        builder.AddPortalTelemetry(serves);
        builder.Services.AddKernel();
        builder.Services.AddUi();
        builder.Services.AddRazorPages();
        builder.Services.AddAntiforgery(options => options.Cookie.Name = "portal.form");
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/x-ndjson", "application/problem+json", "application/schema+json"];
        });
        builder.Services.AddTrustedProxies();
        builder.Services.AddLeaving();
        builder.Services.AddPageCaching();
        builder.Services.AddHostedService<FreedMemory>();
        addModules(builder.Services);
        builder.Services.AddPortalCommands();
        return builder.Build();
    }

    public static async Task<int> ServeAsync(WebApplication app, Action<IEndpointRouteBuilder> mapModules, CancellationToken stop)
    {
        if (ListeningAddress.FindTaken(app.Configuration["urls"] ?? DefaultUrl) is { } taken)
        {
            await Console.Error.WriteLineAsync($"Another program listens at {taken}. Stop it, or name another address: --urls http://localhost:5081.");
            return 1;
        }
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

    public static void Map(WebApplication app, Action<IEndpointRouteBuilder> mapModules)
    {
        app.UseLeaving();
        app.UseForwardedHeaders();
        app.UseNamedTraces();
        app.UseKeptPages();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        // Programs get problem details, people a page.
        app.UseWhen(IsApi, api => api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf }).UseStatusCodePages());
        app.UseWhen(context => !IsApi(context), pages => pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", StatusCodeSelector = StatusOf }).UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseErrorsAsReadings();
        app.UseCultureSpelling();
        app.UseRequestCulture();
        app.UseRouting();
        app.UsePageKeeping();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorPages();
        app.MapHealth();
        app.MapSitemaps();
        app.MapApiDocument();
        app.MapRoot();
        mapModules(app);
    }

    // The page that tells of an error must not stumble over the form that was the error.
    private static void UseErrorsAsReadings(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
            (context.Request.Method, context.Request.ContentType) = (HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Head : HttpMethods.Get, null);
        return next(context);
    });

    // A body that is too large or cut short is the sender's fault, and says so by itself.
    private static int StatusOf(Exception fault) => fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}
