using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ExportPortal.Benchmarks.Serving;

/// <summary>Runs wrk over a list of addresses, one after another from a random place.</summary>
internal static partial class Wrk
{
    private const string Script = """
        local paths = {}
        for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
        local at = 0
        function init() math.randomseed(os.time()); at = math.random(#paths) end
        function request()
          at = at % #paths + 1
          return wrk.format("GET", paths[at], { ["Accept-Encoding"] = os.getenv("CODING") })
        end
        """;

    /// <summary>Answers a second.</summary>
    /// <param name="url">The server.</param>
    /// <param name="paths">A file with a path on each line.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="coding">The codings the reader takes; <c>br</c> for Brotli, <c>identity</c> for none.</param>
    public static async Task<double> RunAsync(string url, string paths, int seconds, string coding)
    {
        var script = Path.ChangeExtension(paths, ".lua");
        await File.WriteAllTextAsync(script, Script);
        var start = new ProcessStartInfo("wrk", ["-t1", "-c16", "-d" + seconds.ToString(CultureInfo.InvariantCulture) + "s", "-s", script, url]) { RedirectStandardOutput = true };
        start.Environment["PATHS"] = paths;
        start.Environment["CODING"] = coding;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal))
            throw new InvalidOperationException("Not every answer was whole:\n" + output);
        return double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
