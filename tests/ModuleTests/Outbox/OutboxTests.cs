using System.Collections.Concurrent;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Outbox;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ExportPortal.ModuleTests.Outbox;

/// <summary>Effects are carried out once.</summary>
public abstract class OutboxTests(TestDatabase database)
{
    private readonly Handler _handler = new();
    private readonly SetClock _clock = new();

    public sealed class OnSqlite() : OutboxTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : OutboxTests(TestDatabase.Postgres);

    [Fact]
    public async Task Several_dispatchers_at_once_do_each_effect_once()
    {
        await using var portal = await StartAsync(effects: 30);
        var outbox = portal.Services.GetRequiredService<OutboxDispatcher>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (await outbox.DispatchOneAsync(Cancellation)) { }
        })));
        _handler.Done.Order().ShouldBe(Enumerable.Range(0, 30));
        (await CountAsync(portal)).ShouldBe(30);
    }

    [Fact]
    public async Task An_effect_in_hand_is_finished_when_the_process_is_asked_to_stop()
    {
        await using var portal = await StartAsync(effects: 1);
        using var stop = new CancellationTokenSource();
        _handler.Begun = _ => stop.CancelAsync();
        (await portal.Services.GetRequiredService<OutboxDispatcher>().DispatchOneAsync(stop.Token)).ShouldBeTrue();
        _handler.Done.ShouldBe([0]);
        (await CountAsync(portal)).ShouldBe(1);
    }

    [Fact]
    public async Task An_effect_that_was_settled_when_its_process_ended_is_not_done_again_and_one_that_failed_is()
    {
        await using var portal = await StartAsync(effects: 2);
        var outbox = portal.Services.GetRequiredService<OutboxDispatcher>();
        var end = new TaskCompletionSource();
        _handler.Begun = async effect =>
        {
            await effect.SettleAsync();
            await end.Task;
        };
        var killed = outbox.DispatchOneAsync(Cancellation);
        await Patience.UntilAsync(async () => await CountAsync(portal) == 1, () => "the effect was not settled");
        _handler.Begun = async effect =>
        {
            await effect.SettleAsync();
            _handler.Begun = _ => Task.CompletedTask;
            throw new IOException("refused");
        };
        (await outbox.DispatchOneAsync(Cancellation)).ShouldBeTrue();
        (await outbox.DispatchOneAsync(Cancellation)).ShouldBeFalse("what failed is not due yet, what is settled is not taken");
        (await CountAsync(portal)).ShouldBe(1);
        _clock.Now += OutboxDispatcher.BackOff(1);
        (await outbox.DispatchOneAsync(Cancellation)).ShouldBeTrue();
        _handler.Done.ShouldBe([1]);
        end.SetResult();
        await killed;
    }

    [Fact]
    public async Task What_was_erased_meanwhile_can_not_be_settled()
    {
        await using var portal = await StartAsync(effects: 1);
        Exception? refused = null;
        _handler.Begun = async effect =>
        {
            await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().ExecuteDeleteAsync(Cancellation));
            refused = await Should.ThrowAsync<InvalidOperationException>(effect.SettleAsync);
        };
        await portal.Services.GetRequiredService<OutboxDispatcher>().DispatchOneAsync(Cancellation);
        refused.ShouldNotBeNull();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<TemporaryPortal> StartAsync(int effects)
    {
        var portal = await TemporaryPortal.StartAsync(database, services => services.AddSingleton<IOutboxHandler>(_handler).Replace(ServiceDescriptor.Singleton<DatabaseClock>(_clock)));
        await portal.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            for (var i = 0; i < effects; i++)
                db.Queue(_handler.Kind, i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await db.SaveChangesAsync(Cancellation);
        });
        return portal;
    }

    private static Task<int> CountAsync(TemporaryPortal portal) => portal.InScopeAsync(s =>
        s.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().CountAsync(m => m.DoneAt != null, Cancellation));

    // What waits for its time waits for the tests, however long they take.
    private sealed class SetClock() : DatabaseClock(TimeProvider.System)
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow.AddHours(1);

        public override Task<DateTimeOffset> NowAsync(PortalDbContext db, CancellationToken cancellation) => Task.FromResult(Now);
    }

    private sealed class Handler : IOutboxHandler
    {
        public ConcurrentBag<int> Done { get; } = [];

        public Func<OutboxEffect, Task> Begun { get; set; } = _ => Task.CompletedTask;

        public string Kind => "test";

        public async Task HandleAsync(OutboxEffect effect, CancellationToken cancellation)
        {
            await Begun(effect);
            await Task.Delay(20, cancellation);
            Done.Add(int.Parse(effect.Payload, System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
