using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Search.Files;
using ExportPortal.Search.Index;
using ExportPortal.Search.Keeping;

namespace ExportPortal.Search.Commands;

/// <summary>Builds the index anew: by itself when nobody serves, else it asks the process that does, and waits for it.</summary>
internal sealed class ReindexCommand(PortalDbContext db, IndexBuilder builder, ChangeFollower follower, DataFolder data) : IModuleCommand, IReadsData
{
    private const string What = "Indexing";

    public string Name => "reindex";

    public string Usage => "";

    public string Help => "Builds the search index anew from the database; a portal that serves goes on with the old one until it is done.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, ITerminal terminal, CancellationToken cancellation)
    {
        if (arguments.Count > 0)
        {
            terminal.Error("reindex takes no arguments.");
            return 2;
        }
        using var folder = IndexFolder.TryOpen(data.Index);
        return folder is null ? await AskAsync(terminal, cancellation) : await BuildAsync(folder, terminal, cancellation);
    }

    private async Task<int> BuildAsync(IndexFolder folder, ITerminal terminal, CancellationToken cancellation)
    {
        var built = await builder.BuildAsync(p => terminal.Progress(What, p.Documents, null), cancellation);
        var index = new SearchIndex();
        index.Replace(built);
        await follower.CatchUpAsync(index, cancellation);
        folder.Save(index.Snapshot, await follower.MarkAsync(index.Snapshot.Position, cancellation), follower.Form);
        return Done(terminal, index.Snapshot.DocumentCount);
    }

    private async Task<int> AskAsync(ITerminal terminal, CancellationToken cancellation)
    {
        db.Announce(ChangeLog.Everything, "");
        await db.SaveChangesAsync(cancellation);
        var asked = db.ChangeTracker.Entries<Change>().Single().Entity.Position;
        terminal.Line("The portal that serves this data builds the index anew.");
        var journal = new RebuildJournal(data);
        while (true)
        {
            await Task.Delay(ChangeLog.Interval, cancellation);
            if (journal.Read() is { } entry && entry.Position >= asked)
            {
                if (entry.Complete)
                    return Done(terminal, entry.Documents);
                terminal.Progress(What, entry.Documents, null);
            }
            if (!IsServed())
            {
                terminal.Error("The portal was stopped before the index was built anew; its next start does it.");
                return 1;
            }
        }
    }

    private bool IsServed()
    {
        using var folder = IndexFolder.TryOpen(data.Index);
        return folder is null;
    }

    private static int Done(ITerminal terminal, int documents)
    {
        terminal.Line(FormattableString.Invariant($"The search index was built anew: {documents} documents."));
        return 0;
    }
}
