using ExportPortal.Catalogue.Feeds;
using ExportPortal.Kernel.Hosting;

namespace ExportPortal.Catalogue.Commands;

internal sealed class ExportCommand(ExportFeed export) : IModuleCommand, IReadsData
{
    public string Name => "export";

    public string Usage => "DIR";

    public string Help => "Writes the whole catalogue as feed.jsonl with its files into a new or empty folder.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, ITerminal terminal, CancellationToken cancellation)
    {
        if (arguments is not [var folder] || folder.StartsWith('-'))
        {
            terminal.Error($"Use: {Name} {Usage}");
            return 2;
        }
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            terminal.Error($"The folder '{folder}' is not empty.");
            return 2;
        }
        var lines = await export.RunAsync(folder, (done, total) => terminal.Progress("Exporting", done, total), cancellation);
        terminal.Line($"{lines} lines written to {Path.Combine(folder, ExportFeed.FileName)}.");
        return 0;
    }
}
