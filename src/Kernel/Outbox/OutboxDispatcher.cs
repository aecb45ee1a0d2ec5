using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Measuring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ExportPortal.Kernel.Outbox;

/// <summary>Carries out queued effects: one owner per message at a time, again with back-off until it succeeds.</summary>
public sealed class OutboxDispatcher(IServiceScopeFactory scopes, IOptions<OutboxOptions> options, ILogger<OutboxDispatcher> log) : BackgroundService
{
    /// <summary>After so many failures a message is given up and left for an operator.</summary>
    public const int MostAttempts = 20;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    // An effect ends before its lease does: after that it may be another node's.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    /// <summary>How long an effect in hand may take once the process is asked to stop: broken off, it would be done twice.</summary>
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan DoneKept = TimeSpan.FromDays(30);

    private TimeSpan Lease => TimeSpan.FromSeconds(options.Value.LeaseSeconds);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await FreeLeasesOfEndedProcessAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                while (!stoppingToken.IsCancellationRequested && await DispatchOneAsync(stoppingToken)) { }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.OutboxStumbled(fault);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Takes the next due message, if any, and tries it. False when none was due.</summary>
    /// <param name="cancellation">Ends the search at once; a message that is taken has a little time left, and what came of it is written down.</param>
    public async Task<bool> DispatchOneAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var clock = scope.ServiceProvider.GetRequiredService<DatabaseClock>();
        var now = await clock.NowAsync(db, cancellation);
        var due = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(m => m.DoneAt == null && m.GivenUpAt == null && m.DueAt <= now && (m.LeaseEnd == null || m.LeaseEnd < now))
            .OrderBy(m => m.DueAt).FirstOrDefaultAsync(cancellation);
        if (due is null)
            return false;

        var leaseEnd = now + Lease;
        var fence = due.Fence + 1;
        var taken = await db.Set<OutboxMessage>().Where(m => m.Id == due.Id && m.Fence == due.Fence && m.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Fence, fence).SetProperty(m => m.LeaseEnd, leaseEnd)
                .SetProperty(m => m.Attempts, m => m.Attempts + 1), cancellation);
        if (taken == 0)
            return true;

        var isLast = due.Attempts + 1 >= MostAttempts;
        var mine = db.Set<OutboxMessage>().Where(m => m.Id == due.Id && m.Fence == fence);
        var effect = new OutboxEffect(due.Id, due.Payload, async () =>
        {
            var settledAt = await clock.NowAsync(db, CancellationToken.None);
            await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
            // A process that ends while the server waits for its disk has settled what it did not do. Should the server end in that time, it is done again.
            if (db.IsPostgres)
                await db.Database.ExecuteSqlAsync($"SET LOCAL synchronous_commit = off", CancellationToken.None);
            if (await mine.ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneAt, settledAt), CancellationToken.None) == 0)
                throw new InvalidOperationException("The effect belongs to another node by now, or was erased.");
            await transaction.CommitAsync(CancellationToken.None);
        });
        var error = await TryAsync(scope.ServiceProvider, due.Kind, effect, isLast, cancellation);
        PortalMeter.OutboxEffects.Add(1, new("kind", due.Kind), new("outcome", error is null ? "done" : isLast ? "given-up" : "failed"));
        now = await clock.NowAsync(db, CancellationToken.None);
        if (error is null)
        {
            await mine.ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneAt, now).SetProperty(m => m.LeaseEnd, (DateTimeOffset?)null)
                .SetProperty(m => m.Payload, "").SetProperty(m => m.LastError, (string?)null), CancellationToken.None);
            return true;
        }
        DateTimeOffset? givenUp = isLast ? now : null;
        var next = now + BackOff(due.Attempts + 1);
        await mine.ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, next).SetProperty(m => m.DoneAt, (DateTimeOffset?)null).SetProperty(m => m.LeaseEnd, (DateTimeOffset?)null)
            .SetProperty(m => m.LastError, error).SetProperty(m => m.GivenUpAt, givenUp), CancellationToken.None);
        return true;
    }

    /// <summary>Deletes what was done or given up long ago, and the content of what was being handed over when its process ended.</summary>
    public async Task TrimAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var messages = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Set<OutboxMessage>();
        var settled = messages.Where(m => m.DoneAt != null && m.LeaseEnd < now - Lease);
        foreach (var id in await settled.Select(m => m.Id).ToListAsync(cancellation))
            log.OutboxMessageLeftSettled(id);
        await settled.ExecuteUpdateAsync(set => set.SetProperty(m => m.Payload, "").SetProperty(m => m.LeaseEnd, (DateTimeOffset?)null), cancellation);
        await messages.Where(m => m.DoneAt < now - DoneKept || m.GivenUpAt < now - DoneKept).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>2 s, 4 s, 8 s … at most an hour.</summary>
    internal static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, attempts)));

    // SQLite has one serving process, and this is it: whoever held a lease was killed.
    private async Task FreeLeasesOfEndedProcessAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (!db.IsPostgres)
            await db.Set<OutboxMessage>().Where(m => m.DoneAt == null && m.LeaseEnd != null)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.LeaseEnd, (DateTimeOffset?)null), cancellation);
    }

    private async Task<string?> TryAsync(IServiceProvider services, string kind, OutboxEffect effect, bool isLast, CancellationToken cancellation)
    {
        using var activity = PortalMeter.Activities.StartActivity("outbox " + kind);
        using var grace = new CancellationTokenSource();
        await using var stop = cancellation.Register(() => grace.CancelAfter(StopGrace));
        using var lease = CancellationTokenSource.CreateLinkedTokenSource(grace.Token);
        lease.CancelAfter(Lease - Margin);
        try
        {
            var handler = services.GetServices<IOutboxHandler>().FirstOrDefault(h => h.Kind == kind)
                ?? throw new InvalidOperationException($"No handler for outbox messages of kind '{kind}'.");
            await handler.HandleAsync(effect, lease.Token);
            return null;
        }
        catch (Exception fault)
        {
            // What a mail server answers may quote the address, so neither the log nor the row gets more than the kind of fault.
            var error = fault is System.Net.Mail.SmtpException smtp ? $"{fault.GetType().Name} {smtp.StatusCode}" : fault.GetType().Name;
            if (isLast)
                log.OutboxMessageGivenUp(effect.Id, kind, MostAttempts, error);
            else
                log.OutboxMessageFailed(effect.Id, kind, error);
            activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, error);
            return error;
        }
    }
}
