using ExportPortal.Kernel.Hosting;
using Microsoft.Extensions.Options;

namespace ExportPortal.Web.CommandLine;

internal sealed class CheckCommand(IEnumerable<IReadyCheck> checks, IStartupValidator options) : IModuleCommand
{
    public string Name => "check";

    public string Usage => "";

    public string Help => "Checks configuration, database, index, image tool and mail, and says how to mend what is wrong.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, ITerminal terminal, CancellationToken cancellation)
    {
        var sound = true;
        void Tell(string name, string? fault, bool isVital)
        {
            sound &= fault is null || !isVital;
            if (fault is null)
                terminal.Line($"{name}: ok");
            else
                terminal.Error($"{name}: {(isVital ? "FAILED" : "degraded")}. {fault}");
        }
        Tell("configuration", ConfigurationFault(), isVital: true);
        foreach (var check in checks.OrderBy(c => c.Name, StringComparer.Ordinal))
            Tell(check.Name, await check.FindFaultAsync(cancellation), check.IsVital);
        return sound ? 0 : 1;
    }

    private string? ConfigurationFault()
    {
        try
        {
            options.Validate();
            return null;
        }
        catch (OptionsValidationException fault)
        {
            return string.Join(" ", fault.Failures);
        }
    }
}
