using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Searching;
using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Catalogue.Keeping;

/// <summary>Keeps what the serving process holds of the catalogue up to date, and prepares stale pages.</summary>
internal sealed class CatalogueKeeper(ChangeLog changes, ReferenceData references, FirmNames firms, IServiceScopeFactory scopes, ILogger<CatalogueKeeper> log) : BackgroundService, IFollowsChanges
{
    private const int MostChanges = 1000;

    private long _position = -1;

    /// <summary>How far reference data and names have been read.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <summary>They are read again in parts, never made anew.</summary>
    public long Edition => 0;

    /// <summary>The first reading is done before the portal answers its first request.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var position = await changes.NewestAsync(cancellationToken);
        await references.LoadAsync(cancellationToken);
        await firms.LoadAsync(cancellationToken);
        Volatile.Write(ref _position, position);
        await base.StartAsync(cancellationToken);
    }

    // Apart from each other: preparing many pages takes minutes, and nothing is kept of pages while this lags behind the change log.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(RepeatAsync(FollowAsync, stoppingToken), RepeatAsync(PrepareAsync, stoppingToken));

    private async Task RepeatAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(ChangeLog.Interval);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await work(stopping);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.KeeperStumbled(fault);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var news = await changes.ReadAsync(Position, MostChanges, cancellation);
        if (news.Count == 0)
            return;
        if (news.Any(c => ReferenceData.Kinds.Contains(c.Kind)))
            await references.LoadAsync(cancellation);
        if (news.Where(c => c.Kind == "organisation").Select(c => c.Subject).Distinct().ToArray() is { Length: > 0 } changed)
            await firms.RefreshAsync(changed, cancellation);
        Volatile.Write(ref _position, news[^1].Position);
    }

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (stale, db) = (scope.ServiceProvider.GetRequiredService<StalePages>(), scope.ServiceProvider.GetRequiredService<PortalDbContext>());
        while (await stale.PrepareSomeAsync(db, cancellation)) { }
    }
}
