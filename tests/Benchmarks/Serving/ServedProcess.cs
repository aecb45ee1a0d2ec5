using System.Diagnostics;
using System.Globalization;

namespace ExportPortal.Benchmarks.Serving;

/// <summary>A program that serves on a loopback port while it is measured.</summary>
internal sealed class ServedProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartWait = TimeSpan.FromMinutes(5);

    private readonly Process _process;

    private ServedProcess(Process process, string url) => (_process, Url) = (process, url);

    public string Url { get; }

    /// <summary>From the start of the process to the first whole answer of the address.</summary>
    public TimeSpan UntilFirstAnswer { get; private init; }

    /// <summary>Memory in use, in MiB, by the kernel's count of resident pages.</summary>
    public double ResidentMebibytes => StatusOf("VmRSS:");

    /// <summary>The most memory it used so far, in MiB.</summary>
    public double PeakMebibytes => StatusOf("VmHWM:");

    /// <summary>Starts <c>dotnet PROGRAM ARGUMENTS</c> and waits until the path below the address answers 200.</summary>
    public static async Task<ServedProcess> StartAsync(string url, string path, params string[] command)
    {
        var clock = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo("dotnet", command) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data is null ? "" : line.Data + "\n");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient();
        while (true)
        {
            try
            {
                if ((await client.GetAsync(url + path)).IsSuccessStatusCode)
                    return new(process, url) { UntilFirstAnswer = clock.Elapsed };
            }
            catch (HttpRequestException) when (!process.HasExited && clock.Elapsed < StartWait)
            {
                // Not listening yet.
            }
            if (process.HasExited || clock.Elapsed > StartWait)
                throw new InvalidOperationException($"{string.Join(' ', command)} does not answer at {url}{path}.");
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private double StatusOf(string name) =>
        double.Parse(File.ReadLines($"/proc/{_process.Id}/status").Single(l => l.StartsWith(name, StringComparison.Ordinal)).Split(' ', '\t').First(p => p.Length > 0 && char.IsAsciiDigit(p[0])), CultureInfo.InvariantCulture) / 1024;
}
