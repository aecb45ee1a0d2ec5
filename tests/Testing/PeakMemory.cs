using System.Globalization;

namespace ExportPortal.Testing;

/// <summary>The most memory a process held for a while: what comes and goes between two looks counts, too.</summary>
public static class PeakMemory
{
    /// <summary>The most a process held since the last call for it, or since it began, in bytes.</summary>
    public static long Take(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        var peak = long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
        File.WriteAllText($"/proc/{process}/clear_refs", "5");
        return peak;
    }
}
