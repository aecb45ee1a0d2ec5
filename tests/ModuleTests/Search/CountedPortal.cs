using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Texts;
using ExportPortal.ModuleTests.Catalogue;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Counting;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;
using ExportPortal.Search.Keeping;
using ExportPortal.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExportPortal.ModuleTests.Search;

/// <summary>A portal whose searches are counted: readers are requests that the counting sees, and the clock is the test's.</summary>
internal sealed class CountedPortal : IAsyncDisposable
{
    private readonly TemporaryPortal _portal;
    private readonly MovableTime _time;
    private readonly FaultLog _faults;
    private readonly RequestDelegate _site;
    private int _status = StatusCodes.Status200OK;

    private CountedPortal(TemporaryPortal portal, MovableTime time, FaultLog faults)
    {
        (_portal, _time, _faults) = (portal, time, faults);
        var application = new ApplicationBuilder(portal.Services);
        portal.Services.GetServices<IStartupFilter>().OfType<CountSearches>().Single().Configure(site => site.Run(context =>
        {
            context.Response.StatusCode = _status;
            return Task.CompletedTask;
        }))(application);
        _site = application.Build();
    }

    public TemporaryPortal Portal => _portal;

    /// <summary>What the counting logged.</summary>
    public IReadOnlyCollection<Exception> Faults => _faults.Exceptions;

    public BrokenLabels Labels => _portal.Services.GetRequiredService<BrokenLabels>();

    public SearchIndex Index => _portal.Services.GetRequiredService<SearchIndex>();

    public static async Task<CountedPortal> StartAsync(TestDatabase database, params (string Key, string Value)[] settings)
    {
        var (time, faults) = (new MovableTime(), new FaultLog());
        var portal = new CountedPortal(await TemporaryPortal.StartAsync(database, s =>
        {
            s.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)).Replace(ServiceDescriptor.Singleton<ILogger<CountSearches>>(faults)).AddSingleton<BrokenLabels>();
            // Before the catalogue, which knows all markets.
            s.Insert(0, ServiceDescriptor.Singleton<IFacetLabels>(p => p.GetRequiredService<BrokenLabels>()));
        }, settings), time, faults);
        (await Feed.ImportAsync(portal._portal, Path.Combine(Feed.Media, "reference", "feed.jsonl"))).Faults.ShouldBeEmpty();
        portal.Index.Replace(ImmutableArray<SegmentView>.Empty, 0, Glossary.Empty);
        return portal;
    }

    /// <summary>With one product, offered in one market.</summary>
    public static async Task<CountedPortal> StartWithProductAsync(TestDatabase database)
    {
        var portal = await StartAsync(database);
        (await Feed.ImportAsync(portal.Portal, Feed.Firm(), Feed.Product().With("markets", new JsonArray("china")))).Faults.ShouldBeEmpty();
        await portal.IndexAsync();
        return portal;
    }

    public async Task ImportConceptAsync(string line) => (await Feed.ImportAsync(Portal, JsonNode.Parse(line)!)).Faults.ShouldBeEmpty();

    public Task<IReadOnlyList<SearchConcept>> ConceptsAsync() => Portal.Services.GetRequiredService<IGlossarySource>().ReadAsync(Cancellation);

    public void Pass(TimeSpan time) => _time.Now += time;

    /// <summary>Has the index read everything anew.</summary>
    public async Task IndexAsync() => Index.Replace(await _portal.Services.GetRequiredService<IndexBuilder>().BuildAsync(_ => { }, Cancellation));

    public async Task AskAsync(string address, string? from = null, int times = 1, string method = "GET", int status = StatusCodes.Status200OK, string host = "portal.example", string? referer = null, string? purpose = null)
    {
        _status = status;
        for (var i = 0; i < times; i++)
        {
            var context = new DefaultHttpContext { RequestServices = _portal.Services };
            var cut = address.IndexOf('?', StringComparison.Ordinal);
            context.Request.Method = method;
            context.Request.Host = new HostString("portal.example");
            context.Request.Path = PathString.FromUriComponent(cut < 0 ? address : address[..cut]);
            context.Request.QueryString = new(cut < 0 ? "" : address[cut..]);
            if (from is not null)
                context.Request.Headers.Referer = $"https://{host}{from}";
            if (referer is not null)
                context.Request.Headers.Referer = referer;
            if (purpose is not null)
                context.Request.Headers["Sec-Purpose"] = purpose;
            await _site(context);
        }
    }

    public Task TurnAsync() => _portal.Services.GetServices<IHostedService>().OfType<CountingClock>().Single().TurnAsync(Cancellation);

    /// <summary>What is written down, in the order of queries.</summary>
    public async Task<QueryCount[]> CountsAsync()
    {
        await TurnAsync();
        var counts = await _portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<QueryCount>().AsNoTracking().ToListAsync(Cancellation));
        return [.. counts.OrderBy(c => c.Query, StringComparer.Ordinal).ThenBy(c => c.Culture, StringComparer.Ordinal).ThenBy(c => c.Market, StringComparer.Ordinal).ThenBy(c => c.Week)];
    }

    public Task<IReadOnlyList<QueryRow>> ListAsync(bool found, string? culture = null, string? market = null, int weeks = 12, int page = 1) =>
        _portal.InScopeAsync(s => s.GetRequiredService<ReadQueries>().ReadAsync(new(found, culture, market, weeks), page, Cancellation));

    /// <summary>Says that a query means the same as a word; empty when it was taken, else the refusal's last word.</summary>
    public async Task<string> AddAsync(string query, string word, string queryCulture = "en", string wordCulture = "en")
    {
        var outcome = await _portal.InScopeAsync(s => s.GetRequiredService<AddSynonym>().RunAsync(new(queryCulture, query), new(wordCulture, word), "person-1", Cancellation));
        outcome.Refusals.ShouldAllBe(r => r.Field == AddSynonym.Field);
        foreach (var culture in PortalCultures.All)
            outcome.Refusals.Select(_portal.Services.GetRequiredService<InterfaceTexts>().For(culture.Tag).Explain).ShouldAllBe(t => t.Length > 10 && !t.Contains('{', StringComparison.Ordinal));
        return string.Concat(outcome.Refusals.Select(r => r.Key.Split('.')[^1]));
    }

    /// <summary>Says it, and gives what was added.</summary>
    public async Task<AddedWords> MakeSynonymAsync(string query, string word, string queryCulture = "en") =>
        (await _portal.InScopeAsync(s => s.GetRequiredService<AddSynonym>().RunAsync(new(queryCulture, query), new("en", word), "person-1", Cancellation))).Value.ShouldNotBeNull();

    public async Task TakeBackAsync(AddedWords added) =>
        (await _portal.InScopeAsync(s => s.GetRequiredService<TakeBackSynonym>() is var takeBack ? takeBack.RunAsync(takeBack.Seal(added), "person-2", Cancellation) : null!)).Refusals.ShouldBeEmpty();

    public string[] Find(string text, string culture = "en") => [.. Index.Search(new() { Text = text, Culture = culture }).Hits.Select(h => h.Id)];

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Names nothing, or fails when it is told to.</summary>
    internal sealed class BrokenLabels : IFacetLabels
    {
        public Exception? Fault { get; set; }

        public long Edition => 0;

        public FoundText? Label(string facet, string value, string culture) => Fault is null ? null : throw Fault;

        public FoundText? Name(string facet, string culture) => null;
    }

    private sealed class FaultLog : ILogger<CountSearches>
    {
        private readonly ConcurrentQueue<Exception> _exceptions = [];

        public IReadOnlyCollection<Exception> Exceptions => _exceptions;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null)
                _exceptions.Enqueue(exception);
        }
    }

    private sealed class MovableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 18, 5, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
