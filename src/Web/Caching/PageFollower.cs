using ExportPortal.Kernel.Changes;

namespace ExportPortal.Web.Caching;

/// <summary>Ends kept pages as the change log and the calendar tell. Every node has its own.</summary>
internal sealed class PageFollower(ChangeLog changes, PageClock clock, TimeProvider time, ILogger<PageFollower> log) : BackgroundService
{
    private const int MostAtOnce = 1000;
    private static readonly TimeSpan CheckInterval = TimeSpan.FromMinutes(1);

    /// <summary>How long pages are served while the log can't be read, and what others publish is not seen.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private DateOnly _today;
    private long _lastLook;
    private long _lastCheck;
    private Task? _turn;

    /// <summary>The place in the log is known before the first page is made.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Begins at the end of the log.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        clock.Restart(await changes.NewestAsync(cancellation));
        (_today, _lastLook, _lastCheck) = (Today, time.GetTimestamp(), time.GetTimestamp());
    }

    /// <summary>Looks at the log and the calendar once.</summary>
    public async Task TurnAsync(CancellationToken cancellation)
    {
        if (time.GetElapsedTime(_lastCheck) > CheckInterval)
        {
            if (!await changes.ReachesBackToAsync(clock.Position, cancellation))
            {
                log.PagesLostTheLog();
                clock.Restart(await changes.NewestAsync(cancellation));
            }
            _lastCheck = time.GetTimestamp();
        }
        while (await changes.ReadAsync(clock.Position, MostAtOnce, cancellation) is { Count: > 0 } news)
            clock.Take(news);
        clock.LookAtEditions();
        // Certificates end with a day, by UTC; what a page says of them ends with it.
        if (_today != Today)
            clock.EndAll();
        (_today, _lastLook) = (Today, time.GetTimestamp());
    }

    /// <summary>Takes a turn and waits for it, but no longer than patience lasts: a read that hangs tells as little as one that fails.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            // One that still hangs is waited for again: two at once would take the same news. SQLite reads on the caller's thread.
            _turn ??= Task.Run(() => TurnAsync(cancellation), cancellation);
            await _turn.WaitAsync(Remaining, time, cancellation);
            _turn = null;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            if (_turn is { IsCompleted: true })
                _turn = null;
            log.PageFollowerStumbled(fault);
            if (time.GetElapsedTime(_lastLook) >= Patience)
                clock.EndAll();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(ChangeLog.Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await LookAsync(stoppingToken);
    }

    // Once it is over, all pages made meanwhile end at each look.
    private TimeSpan Remaining => Patience - time.GetElapsedTime(_lastLook) is var left && left > ChangeLog.Interval ? left : ChangeLog.Interval;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
