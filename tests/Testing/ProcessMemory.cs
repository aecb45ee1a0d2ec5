using System.Globalization;

namespace ExportPortal.Testing;

/// <summary>The memory a process holds, and the most it held for a while: what comes and goes between two looks counts, too.</summary>
public static class ProcessMemory
{
    /// <summary>The most a process held since the last call for it, or since it began, in bytes.</summary>
    public static long TakePeak(int process)
    {
        var peak = Read(process, "VmHWM:");
        File.WriteAllText($"/proc/{process}/clear_refs", "5");
        return peak;
    }

    /// <summary>What a process holds at this moment, in bytes.</summary>
    public static long Now(int process) => Read(process, "VmRSS:");

    private static long Read(int process, string field)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(l => l.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
    }
}
