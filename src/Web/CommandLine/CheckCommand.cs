using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Hosting;

namespace ExportPortal.Web.CommandLine;

internal sealed class CheckCommand(IEnumerable<IReadyCheck> checks, DataFolder folder) : IModuleCommand
{
    public string Name => "check";

    public string Usage => "";

    public string Help => "Checks configuration, database, index, image tool and mail, and says how to mend what is wrong.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, ITerminal terminal, CancellationToken cancellation)
    {
        // No command runs on a wrong configuration.
        terminal.Line("configuration: ok");
        terminal.Line($"data folder: {folder.Path}");
        if (folder.Shared != folder.Path)
            terminal.Line($"shared folder: {folder.Shared}");
        var sound = true;
        foreach (var check in checks.OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            var fault = await check.FindFaultAsync(cancellation);
            sound &= fault is null || !check.IsVital;
            if (fault is null)
                terminal.Line($"{check.Name}: ok");
            else
                terminal.Error($"{check.Name}: {(check.IsVital ? "FAILED" : "degraded")}. {fault}");
        }
        return sound ? 0 : 1;
    }
}
