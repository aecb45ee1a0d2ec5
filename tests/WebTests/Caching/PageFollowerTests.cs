using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Database;
using ExportPortal.Testing;
using ExportPortal.Web.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ExportPortal.WebTests.Caching;

/// <summary>What ends the kept pages of each node over one database.</summary>
public abstract class PageFollowerTests(TestDatabase database)
{
    private static readonly PageOrigin Product = new(default, PageClock.PlacesOf([new("product", "a")]), null, []);

    private readonly SetTime _time = new();

    public sealed class OnSqlite() : PageFollowerTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : PageFollowerTests(TestDatabase.Postgres);

    [Fact]
    public async Task Every_node_takes_every_change_from_the_log_by_itself()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var (one, other) = (await NodeAsync(portal), await NodeAsync(portal));
        await AnnounceAsync(portal, "product", "b");
        await AnnounceAsync(portal, "product", "a");
        await one.TurnAsync();
        one.Holds.ShouldBeFalse();
        other.Holds.ShouldBeTrue();
        await other.TurnAsync();
        other.Holds.ShouldBeFalse();
        other.Clock.Position.ShouldBe(one.Clock.Position);
    }

    [Fact]
    public async Task Pages_end_with_the_day_by_utc()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var node = await NodeAsync(portal);
        _time.Now = new(2026, 3, 31, 23, 59, 59, TimeSpan.Zero);
        await node.BeginAsync();
        await node.TurnAsync();
        node.Holds.ShouldBeTrue();
        _time.Now = _time.Now.AddSeconds(1);
        await node.TurnAsync();
        node.Holds.ShouldBeFalse();
    }

    [Fact]
    public async Task A_node_that_the_log_no_longer_reaches_ends_all_and_goes_on_from_its_end()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        await AnnounceAsync(portal, "product", "x");
        var node = await NodeAsync(portal);
        for (var i = 0; i < 3; i++)
            await AnnounceAsync(portal, "product", "b");
        await portal.InScopeAsync(async s =>
        {
            var changes = s.GetRequiredService<PortalDbContext>().Set<Change>();
            var newest = await changes.MaxAsync(c => c.Position, Cancellation);
            await changes.Where(c => c.Position < newest).ExecuteDeleteAsync(Cancellation);
        });
        _time.Now = _time.Now.AddMinutes(2);
        await node.TurnAsync();
        node.Holds.ShouldBeFalse();
        node.Clock.Position.ShouldBe(await portal.Services.GetRequiredService<ChangeLog>().NewestAsync(Cancellation));
    }

    [Fact]
    public async Task A_read_that_hangs_ends_the_pages_when_patience_does_and_is_not_asked_twice()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var scopes = new TroubledScopes(portal.Services.GetRequiredService<IServiceScopeFactory>());
        var node = new Node(new ChangeLog(scopes), _time);
        await node.BeginAsync();
        using var hanging = new ManualResetEventSlim();
        scopes.Trouble = () => hanging.Wait(Cancellation);
        var asked = scopes.Asked;
        _time.Now = _time.Now.AddSeconds(11);
        await node.LookAsync();
        node.Holds.ShouldBeFalse();
        await Patience.UntilAsync(() => scopes.Asked > asked, () => "nothing was read");
        await node.LookAsync();
        scopes.Asked.ShouldBe(asked + 1);
        scopes.Trouble = () => { };
        await AnnounceAsync(portal, "product", "b");
        hanging.Set();
        var newest = await portal.Services.GetRequiredService<ChangeLog>().NewestAsync(Cancellation);
        await Patience.UntilAsync(async () =>
        {
            await node.LookAsync();
            return node.Clock.Position == newest;
        }, () => $"at {node.Clock.Position} of {newest}");
    }

    [Fact]
    public async Task A_read_that_somebody_else_cancels_is_tried_again()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var scopes = new TroubledScopes(portal.Services.GetRequiredService<IServiceScopeFactory>());
        var node = new Node(new ChangeLog(scopes), _time);
        await node.BeginAsync();
        scopes.Trouble = () => throw new OperationCanceledException();
        await node.LookAsync();
        node.Holds.ShouldBeTrue();
        scopes.Trouble = () => { };
        await AnnounceAsync(portal, "product", "a");
        await node.LookAsync();
        node.Holds.ShouldBeFalse();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task AnnounceAsync(TemporaryPortal portal, string kind, string subject) => portal.InScopeAsync(async s =>
    {
        var db = s.GetRequiredService<PortalDbContext>();
        db.Announce(kind, subject);
        await db.SaveChangesAsync(Cancellation);
    });

    private async Task<Node> NodeAsync(TemporaryPortal portal)
    {
        var node = new Node(portal.Services.GetRequiredService<ChangeLog>(), _time);
        await node.BeginAsync();
        return node;
    }

    private sealed class Node
    {
        private readonly PageFollower _follower;
        private PageOrigin _page = Product;

        public Node(ChangeLog log, TimeProvider time)
        {
            Clock = new([], [new("product")]);
            _follower = new(log, Clock, time, NullLogger<PageFollower>.Instance);
        }

        public PageClock Clock { get; }

        /// <summary>Whether the page that was made when the node began is still good.</summary>
        public bool Holds => Clock.IsCurrent(_page);

        public async Task BeginAsync()
        {
            await _follower.BeginAsync(Cancellation);
            _page = Product with { Moment = Clock.Begin() };
        }

        public Task LookAsync() => _follower.LookAsync(Cancellation);

        public Task TurnAsync() => _follower.TurnAsync(Cancellation);
    }

    /// <summary>A database that is in trouble when the tests say so.</summary>
    private sealed class TroubledScopes(IServiceScopeFactory scopes) : IServiceScopeFactory
    {
        private int _asked;

        public Action Trouble { get; set; } = () => { };

        public int Asked => Volatile.Read(ref _asked);

        public IServiceScope CreateScope()
        {
            Interlocked.Increment(ref _asked);
            Trouble();
            return scopes.CreateScope();
        }
    }

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
