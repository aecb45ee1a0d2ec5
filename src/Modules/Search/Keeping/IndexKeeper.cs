using System.Diagnostics;
using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Data;
using ExportPortal.Search.Files;
using ExportPortal.Search.Index;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Search.Keeping;

/// <summary>
/// Keeps the serving process's index: takes its folder, loads what was saved or builds anew, follows the change log,
/// and builds anew in the background when asked to, while the present index goes on serving.
/// </summary>
internal sealed class IndexKeeper(SearchIndex index, IndexBuilder builder, ChangeFollower follower, DataFolder data, ILogger<IndexKeeper> log) : BackgroundService
{
    /// <summary>How long the start waits for the index, so that a small one serves the first page. A large one gets ready while the portal serves.</summary>
    private static readonly TimeSpan StartWait = TimeSpan.FromSeconds(2);

    /// <summary>How long the glossary must have rested before all is read again with it: concepts mostly change many at a time.</summary>
    private static readonly TimeSpan GlossaryRest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);

    private const string GlossaryChanged = "the glossary changed";

    private readonly RebuildJournal _journal = new(data);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Stopwatch _sinceLook = Stopwatch.StartNew();
    private readonly Stopwatch _sinceBuild = new();
    private readonly Stopwatch _sinceConcept = new();
    private IndexFolder? _folder;
    private IndexUpkeep? _upkeep;
    private Task<BuiltIndex>? _building;
    private bool _loaded;
    private bool _waitsForFolder;
    private string? _whyRebuild;
    private int _documentsRead;

    /// <summary>True in the process that serves.</summary>
    public bool IsAtWork => ExecuteTask is { IsCompleted: false };

    /// <summary>True while another process holds the folder.</summary>
    public bool WaitsForFolder => _waitsForFolder;

    /// <summary>True when the last look failed; the log tells why.</summary>
    public bool Stumbles { get; private set; }

    /// <summary>How many documents the running build has read.</summary>
    public int DocumentsRead => Volatile.Read(ref _documentsRead);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await Task.WhenAny(_ready.Task, Task.Delay(StartWait, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TurnAsync(stoppingToken);
                Stumbles = false;
            }
            catch (Exception fault)
            {
                if (stoppingToken.IsCancellationRequested)
                    break;
                Stumbles = true;
                log.IndexKeeperStumbled(fault);
            }
            var pause = Task.Delay(Stumbles ? PauseAfterFault : ChangeLog.Interval, stoppingToken);
            await (_building is null ? Task.WhenAny(pause) : Task.WhenAny(pause, _building));
        }
        await CloseAsync();
    }

    private async Task TurnAsync(CancellationToken stop)
    {
        if (!TakeFolder())
            return;
        if (!_loaded)
            await LoadAsync(stop);
        else if (_sinceLook.Elapsed > ChangeLog.Kept / 2 && !await follower.CanFollowFromAsync(index.Snapshot.Position, stop))
            _whyRebuild = "it fell behind the change log";
        if (_sinceConcept.Elapsed > GlossaryRest)
            _whyRebuild = GlossaryChanged;
        if (_whyRebuild is not null && _building is null)
            BeginBuild(stop);
        if (_building is { IsCompleted: true })
            await FinishBuildAsync(stop);
        if (!index.Snapshot.Ready)
            return;
        Note(await follower.CatchUpAsync(index, stop));
        _sinceLook.Restart();
        _ready.TrySetResult();
        _upkeep!.Begin(save: IsWhole);
    }

    /// <summary>False while the index lacks a rebuild: kept, it would pass for whole at the next start.</summary>
    private bool IsWhole => index.Snapshot.Ready && _whyRebuild is null && _building is null;

    private bool TakeFolder()
    {
        if (_folder is not null)
            return true;
        _folder = IndexFolder.TryOpen(data.Index);
        if (_folder is null && !_waitsForFolder)
            log.IndexFolderTaken();
        _waitsForFolder = _folder is null;
        if (_folder is not null)
            _upkeep = new(index, _folder, follower, log);
        return _folder is not null;
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        var saved = _folder!.Load(out var why);
        if (saved is not null)
        {
            why = await follower.WhyNotFromAsync(saved, stop);
            // One that is only too old serves until its successor is there.
            if (why != ChangeFollower.OtherDatabase)
            {
                var glossary = await builder.ReadGlossaryAsync(stop);
                if (glossary.Version != saved.Glossary)
                    why ??= GlossaryChanged;
                index.Replace(saved.Segments, saved.Position, glossary);
                log.IndexLoaded(index.Snapshot.DocumentCount, saved.Position);
            }
        }
        _whyRebuild = why;
        _loaded = true;
    }

    private void BeginBuild(CancellationToken stop)
    {
        log.IndexBuildBegins(_whyRebuild!);
        _whyRebuild = null;
        _sinceConcept.Reset();
        _sinceBuild.Restart();
        _building = Task.Run(() => builder.BuildAsync(Tell, stop), stop);
    }

    private async Task FinishBuildAsync(CancellationToken stop)
    {
        var building = _building!;
        _building = null;
        try
        {
            var built = await building;
            // What changed meanwhile is shown already: the new index must not take it back.
            var fresh = new SearchIndex();
            fresh.Replace(built);
            Note(await follower.CatchUpAsync(fresh, stop));
            index.Replace(fresh.Snapshot.Segments, fresh.Snapshot.Position, fresh.Snapshot.Glossary);
            log.IndexBuilt(index.Snapshot.DocumentCount, built.Position, _sinceBuild.ElapsedMilliseconds);
            _journal.TellComplete(built.Position, index.Snapshot.DocumentCount);
        }
        catch
        {
            _whyRebuild ??= "the build before failed";
            throw;
        }
    }

    private void Note(News news)
    {
        if (news.Everything)
            _whyRebuild = "it was asked for";
        if (news.Glossary)
            _sinceConcept.Restart();
    }

    private void Tell(BuildProgress progress)
    {
        Volatile.Write(ref _documentsRead, progress.Documents);
        _journal.Tell(progress);
    }

    private async Task CloseAsync()
    {
        var whole = IsWhole;
        if (_building is not null)
            await Task.WhenAny(_building);
        if (_upkeep is not null)
            await _upkeep.CompleteAsync(save: whole);
        _folder?.Dispose();
    }
}
