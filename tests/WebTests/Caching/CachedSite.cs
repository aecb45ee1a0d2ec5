using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Changes;
using ExportPortal.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExportPortal.WebTests.Caching;

/// <summary>The page cache on a real server, before pages of which the tests know when they were made.</summary>
internal sealed class CachedSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _made;
    private long _position;

    private CachedSite(int megabytes)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPageCaching().AddScoped<PageSources>().AddSingleton<IFollowsChanges>(Index).AddSingleton(new TracedKind("product")).AddSingleton(new TracedKind("showroom"));
        builder.Services.Remove(builder.Services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(PageFollower)));
        builder.Services.Configure<PageCacheOptions>(o => o.Megabytes = megabytes);
        _app = builder.Build();
        _app.UseKeptPages();
        _app.UseRouting();
        _app.UsePageKeeping();
        _app.Use((context, next) =>
        {
            // Where the portal asks who the reader is.
            if (context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null)
                return next(context);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
        string[] any = ["GET", "HEAD", "POST"];
        _app.MapMethods("/pages/{id}", any, MakeAsync).WithMetadata(new CachedPageAttribute());
        _app.MapMethods("/lists/{id}", any, MakeAsync).WithMetadata(new CachedPageAttribute { Numbered = true });
        _app.MapMethods("/open/{id}", any, MakeAsync);
        _app.MapMethods("/closed/{id}", any, MakeAsync).WithMetadata(new CachedPageAttribute(), new AuthorizeAttribute());
    }

    /// <summary>Follows the log as a search index does, when the tests say so.</summary>
    public FollowingIndex Index { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public PageCache Cache => _app.Services.GetRequiredService<PageCache>();

    public PageClock Clock => _app.Services.GetRequiredService<PageClock>();

    /// <summary>How many pages were made.</summary>
    public int Made => Volatile.Read(ref _made);

    /// <summary>What is published; pages are made of it.</summary>
    public string Published { get; set; } = "first";

    /// <summary>What a page waits for, between reading what is published and its end.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>What a page does besides.</summary>
    public Action<HttpContext> Extra { get; set; } = _ => { };

    public int Length { get; set; } = 2000;

    public static async Task<CachedSite> StartAsync(int megabytes = 64)
    {
        var site = new CachedSite(megabytes);
        await site._app.StartAsync(TestContext.Current.CancellationToken);
        site.Client = new(new HttpClientHandler { UseCookies = false }) { BaseAddress = new(site._app.Urls.First()) };
        return site;
    }

    /// <summary>Tells the cache of a change, as its follower does; the index knows of it already.</summary>
    public void Change(string kind, string subject, bool isIndexed = true)
    {
        _position++;
        if (isIndexed)
            Index.Position = _position;
        var change = new Change { Kind = kind, Subject = subject, At = DateTimeOffset.UnixEpoch };
        typeof(Change).GetProperty(nameof(Kernel.Changes.Change.Position))!.SetValue(change, _position);
        Clock.Take([change]);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private async Task MakeAsync(HttpContext context, string id, PageSources sources)
    {
        sources.Add("product", id);
        if (context.Request.Path.StartsWithSegments("/lists"))
            sources.AddAll("product");
        var text = $"{Published} {id} {context.Request.QueryString} {context.Request.Headers.Cookie} {Interlocked.Increment(ref _made)} ";
        await Gate.WaitAsync(context.RequestAborted);
        context.Response.ContentType = "text/html; charset=utf-8";
        Extra(context);
        if (context.Response.StatusCode == StatusCodes.Status200OK)
            await context.Response.WriteAsync(text + new string('x', Length));
    }

    public sealed class FollowingIndex : IFollowsChanges
    {
        public long Position { get; set; }

        public long Edition { get; set; }
    }
}
