using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Kernel.Hosting;

/// <summary>Takes a turn at each interval, on every node. A fault ends the turn and not the clockwork.</summary>
public abstract class Clockwork(IServiceScopeFactory scopes, TimeProvider time, ILogger log) : BackgroundService
{
    /// <summary>How long from one turn to the next. The first comes after as long.</summary>
    protected abstract TimeSpan Interval { get; }

    /// <summary>Makes scopes for a turn's work.</summary>
    protected IServiceScopeFactory Scopes => scopes;

    /// <summary>Now, UTC.</summary>
    protected DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Where a turn tells what happened.</summary>
    protected ILogger Logger => log;

    /// <summary>Does what is due. To be harmless when several nodes do it at once.</summary>
    public abstract Task TurnAsync(CancellationToken cancellation);

    /// <inheritdoc/>
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
}
