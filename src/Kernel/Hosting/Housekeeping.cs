using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Kernel.Hosting;

/// <summary>Deletes what has been kept long enough. Harmless when several nodes do it at once.</summary>
internal sealed class Housekeeping(ChangeLog changes, OutboxDispatcher outbox, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await changes.TrimAsync(time.GetUtcNow(), stoppingToken);
                await outbox.TrimAsync(time.GetUtcNow(), stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.HousekeepingStumbled(fault);
            }
        }
    }
}
