using ExportPortal.Catalogue.Feeds;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;

namespace ExportPortal.Catalogue.Commands;

internal sealed class ImportCommand(ImportFeed import, InterfaceTexts texts) : IModuleCommand
{
    public string Name => "import";

    public string Usage => "FEED [--dry-run] [--all-or-nothing] [--culture TAG]";

    public string Help => "Imports a feed (JSON Lines). Refused lines are reported with line, field and reason, in English or the culture named; the others are published.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, ITerminal terminal, CancellationToken cancellation)
    {
        var words = arguments.ToList();
        var options = new ImportOptions(words.Remove("--dry-run"), words.Remove("--all-or-nothing"));
        var culture = "en";
        if (words.IndexOf("--culture") is >= 0 and var at && at + 1 < words.Count)
        {
            culture = words[at + 1];
            words.RemoveRange(at, 2);
        }
        if (words is not [var feed] || feed.StartsWith('-'))
        {
            terminal.Error($"Use: {Name} {Usage}");
            return 2;
        }
        if (!File.Exists(feed))
        {
            terminal.Error($"There is no file '{feed}'.");
            return 2;
        }
        var wording = texts.For(culture);
        var report = await import.RunAsync(feed, options, fault => terminal.Error(FaultText(fault, wording)), (done, total) => terminal.Progress("Importing", done, total), cancellation);
        terminal.Line(Summary(report, options));
        if (options.AllOrNothing && report.Imported && report.Refused > 0)
            terminal.Error($"Not all was imported: something changed between checking and importing, and {report.Refused} lines that had been good were refused. The others are published. Import the feed again.");
        return report.Refused == 0 ? 0 : 1;
    }

    /// <summary>A fault as one line: <c>line 12, attributes.cas: …</c></summary>
    public static string FaultText(LineFault fault, Wording words)
    {
        var line = words.Plain(fault.Line);
        return string.IsNullOrEmpty(fault.Refusal.Field)
            ? words["Catalogue.Import.LineFault", ("line", line), ("reason", fault.Refusal)]
            : words["Catalogue.Import.FieldFault", ("line", line), ("field", fault.Refusal.Field), ("reason", fault.Refusal)];
    }

    private static string Summary(ImportReport report, ImportOptions options) => options.DryRun || !report.Imported
        ? $"{report.Accepted} lines are good, {report.Refused} refused; nothing was imported."
        : $"{report.New} new, {report.Changed} changed, {report.Unchanged} unchanged, {report.Withdrawn} withdrawn, {report.Refused} refused.";
}
