using ExportPortal.Search.Files;
using ExportPortal.Search.Index;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Search.Keeping;

/// <summary>Saves and merges the index beside its use: either may take seconds, in which changes must go on being shown.</summary>
internal sealed class IndexUpkeep(SearchIndex index, IndexFolder folder, ChangeFollower follower, ILogger log)
{
    private static readonly TimeSpan SaveInterval = TimeSpan.FromSeconds(5);

    private Task _running = Task.CompletedTask;
    private long _savedAt = -(long)SaveInterval.TotalMilliseconds;

    /// <summary>Begins a round unless one is running.</summary>
    /// <param name="save">False while the index must not be kept, as it lacks a rebuild that was asked for.</param>
    public void Begin(bool save)
    {
        if (!_running.IsCompleted)
            return;
        // Taken now: by the time it is written, a later one may have passed a request to rebuild.
        var snapshot = save && Environment.TickCount64 - _savedAt >= SaveInterval.TotalMilliseconds ? index.Snapshot : null;
        _running = Task.Run(() => RunAsync(snapshot));
    }

    /// <summary>Ends the upkeep, with a last save if it may be.</summary>
    public async Task CompleteAsync(bool save)
    {
        await _running;
        if (save)
            await TryAsync(() => SaveAsync(index.Snapshot));
    }

    private async Task RunAsync(Snapshot? snapshot)
    {
        if (snapshot is not null)
        {
            await TryAsync(() => SaveAsync(snapshot));
            _savedAt = Environment.TickCount64;
        }
        await TryAsync(() =>
        {
            while (index.Merge()) { }
            return Task.CompletedTask;
        });
    }

    private async Task SaveAsync(Snapshot snapshot)
    {
        if (!folder.Holds(snapshot))
            folder.Save(snapshot, await follower.MarkAsync(snapshot.Position, CancellationToken.None), follower.Form);
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault)
        {
            log.IndexUpkeepFailed(fault);
        }
    }
}
