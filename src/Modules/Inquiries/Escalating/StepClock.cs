using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Inquiries.Escalating;

/// <summary>Looks every minute which steps are overdue. Harmless when several nodes do it at once.</summary>
internal sealed class StepClock(IServiceScopeFactory scopes, TimeProvider time, ILogger<StepClock> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.StepClockStumbled(fault);
            }
        }
    }

    internal async Task LookAsync(CancellationToken cancellation)
    {
        await using var looking = scopes.CreateAsyncScope();
        foreach (var inquiry in await looking.ServiceProvider.GetRequiredService<EscalateStep>().FindDueAsync(cancellation))
        {
            // Each in a scope of its own: what one of them left behind must not be saved with the next.
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<EscalateStep>().RunAsync(inquiry, cancellation);
        }
    }
}
