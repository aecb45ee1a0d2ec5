using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Inquiries;

/// <summary>Takes a turn at each interval. A fault ends the turn and not the clockwork.</summary>
internal abstract class Clockwork(IServiceScopeFactory scopes, TimeProvider time, ILogger log) : BackgroundService
{
    protected abstract TimeSpan Interval { get; }

    protected IServiceScopeFactory Scopes => scopes;

    protected DateTimeOffset Now => time.GetUtcNow();

    protected ILogger Logger => log;

    internal abstract Task TurnAsync(CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TurnAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.TurnStumbled(fault);
            }
        }
    }

    /// <summary>Does the same for each inquiry: a fault at one of them must not keep those behind it waiting for ever.</summary>
    protected async Task ForEachAsync(IEnumerable<long> inquiries, Func<IServiceProvider, long, Task> work, CancellationToken cancellation)
    {
        foreach (var inquiry in inquiries)
        {
            // Each in a scope of its own: what one of them left behind must not be saved with the next.
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await work(scope.ServiceProvider, inquiry);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                log.InquirySkipped(fault, inquiry);
            }
        }
    }
}
