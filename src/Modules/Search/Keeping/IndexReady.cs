using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Search.Files;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Keeping;

/// <summary>Whether searches can be answered; beside a serving process or without one, whether the saved index is sound.</summary>
internal sealed class IndexReady(SearchIndex index, IndexKeeper keeper, DataFolder data) : IReadyCheck
{
    public string Name => "index";

    public bool IsVital => keeper.IsAtWork && !index.Snapshot.Ready;

    public Task<string?> FindFaultAsync(CancellationToken cancellation) => Task.FromResult(keeper.IsAtWork ? FindServingFault() : FindSavedFault());

    private string? FindServingFault() =>
        index.Snapshot.Ready ? keeper.Stumbles ? "The search index can't follow the changes at present; the log tells why." : null
        : keeper.WaitsForFolder ? "Another process holds the folder of the search index; end it, or wait for its end."
        : FormattableString.Invariant($"The search index is building: {keeper.DocumentsRead} documents so far.");

    private string? FindSavedFault()
    {
        using var folder = IndexFolder.TryOpen(data.Index);
        return folder is null || !folder.Exists || folder.Load(out var why) is not null ? null
            : $"The saved search index can't be used ({why}); the next start or the command reindex builds it anew.";
    }
}
