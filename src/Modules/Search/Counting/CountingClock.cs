using ExportPortal.Kernel.Hosting;
using ExportPortal.Search.Index;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Search.Counting;

/// <summary>Writes down every few seconds, and at the end, what this node counted. Harmless when several nodes do it at once.</summary>
internal sealed class CountingClock(IServiceScopeFactory scopes, TimeProvider time, QueryTally tally, SearchIndex index, ILogger<CountingClock> log) : Clockwork(scopes, time, log)
{
    private static readonly TimeSpan ForgettingInterval = TimeSpan.FromMinutes(1);

    private DateTimeOffset _forgotAt = time.GetUtcNow();

    protected override TimeSpan Interval => TimeSpan.FromSeconds(5);

    public override async Task TurnAsync(CancellationToken cancellation)
    {
        // Results are counted when a query is written down, so it waits for the index.
        if (index.Snapshot.Ready)
            await DoAsync(write => write.RunAsync(tally, cancellation));
        if (Now - _forgotAt < ForgettingInterval)
            return;
        _forgotAt = Now;
        await DoAsync(write => write.ForgetAsync(cancellation));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            if (index.Snapshot.Ready)
                await DoAsync(write => write.RunAsync(tally, cancellationToken));
        }
        catch (Exception fault)
        {
            Logger.LastCountsLost(fault);
        }
    }

    private async Task DoAsync(Func<WriteCounts, Task> work)
    {
        await using var scope = Scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<WriteCounts>());
    }
}
