using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.Metrics;
using ExportPortal.Accounts;
using ExportPortal.Catalogue;
using ExportPortal.Content;
using ExportPortal.Inquiries;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Measuring;
using ExportPortal.Media;
using ExportPortal.Search;
using ExportPortal.Testing;
using ExportPortal.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.WebTests.Caching;

/// <summary>The portal within the test's own process, without kept pages, that counts the commands each page sends to its database.</summary>
internal sealed class CountedPortal : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, int> _commands = new(StringComparer.Ordinal);
    private readonly MeterListener _rows = new();
    private readonly WebApplication _app;

    private CountedPortal()
    {
        SharedRenditions.Link(_folder.Path);
        _app = PortalHost.Build(
            new(StringComparer.OrdinalIgnoreCase) { ["urls"] = "http://127.0.0.1:0", ["Portal:Data"] = _folder.Path, ["PageCache:Megabytes"] = "0" },
            services => services.AddSearch().AddMedia().AddCatalogue().AddContent().AddInquiries().AddAccounts()
                .AddSingleton<Counter>(s => new(s.GetRequiredService<IHttpContextAccessor>(), _commands))
                .ConfigureDbContext<PortalDbContext>((s, options) => options.AddInterceptors(s.GetRequiredService<Counter>()), ServiceLifetime.Singleton),
            serves: true);
        PortalHost.Map(_app, endpoints => endpoints.MapSearch().MapMedia().MapAccounts().MapCatalogue().MapContent().MapInquiries());
        // The rows of pages are read past the context.
        _rows.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PortalMeter.Name && instrument.Name == "portal.pages.rows")
                listener.EnableMeasurementEvents(instrument);
        };
        var counter = _app.Services.GetRequiredService<Counter>();
        _rows.SetMeasurementEventCallback<long>((_, _, _, _) => counter.Count());
        _rows.Start();
    }

    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts it with the sample catalogue, of which each product is there as many times as wanted.</summary>
    public static async Task<CountedPortal> StartAsync(int times)
    {
        var portal = new CountedPortal();
        var stop = TestContext.Current.CancellationToken;
        await portal._app.Services.GetRequiredService<DatabaseMigrator>().MigrateAtStartAsync(stop);
        await FirstStart.PrepareAsync(portal._app, stop);
        if (times > 1)
            await portal.MultiplyAsync(times);
        await portal._app.StartAsync(stop);
        portal.Client = new() { BaseAddress = new(portal._app.Urls.First()) };
        // A start waits for a large index no longer than a moment.
        await Patience.UntilAsync(async () => (await portal.Client.GetAsync("/health/ready", stop)).IsSuccessStatusCode, () => "the portal did not become ready");
        return portal;
    }

    /// <summary>How many commands a page sends, once it has been shown before.</summary>
    public async Task<int> CountAsync(string path)
    {
        await Client.GetStringAsync(path, TestContext.Current.CancellationToken);
        var key = Uri.UnescapeDataString(path.Split('?')[0]);
        _commands[key] = 0;
        await Client.GetStringAsync(path, TestContext.Current.CancellationToken);
        return _commands[key];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _rows.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private async Task MultiplyAsync(int times)
    {
        var lines = new List<string>();
        for (var copy = 2; copy <= times; copy++)
            foreach (var product in Search.SampleFeed.Products.Select(p => p.DeepClone().AsObject()))
            {
                product["id"] = $"{product["id"]}-{copy}";
                foreach (var field in (string[])["images", "documents", "gtin", "variants"])
                    product.Remove(field);
                foreach (var certificate in product["certificates"]?.AsArray() ?? [])
                    certificate!.AsObject().Remove("file");
                foreach (var (culture, name) in product["names"]!.AsObject().ToArray())
                    product["names"]![culture] = $"{name} {copy}";
                lines.Add(product.ToJsonString());
            }
        await File.WriteAllLinesAsync(_folder["more.jsonl"], lines);
        var (exit, _, errors) = await PortalProcess.RunAsync("import", _folder["more.jsonl"], "--data", _folder.Path);
        exit.ShouldBe(0, errors);
    }

    private sealed class Counter(IHttpContextAccessor accessor, ConcurrentDictionary<string, int> commands) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Count();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
        {
            Count();
            return ValueTask.FromResult(result);
        }

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Count();
            return result;
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Count();
            return result;
        }

        public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
        {
            Count();
            return result;
        }

        // Background work has no request.
        public void Count()
        {
            if (accessor.HttpContext?.Request.Path.Value is { } path)
                commands.AddOrUpdate(path, 1, (_, count) => count + 1);
        }
    }
}
