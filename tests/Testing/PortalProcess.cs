using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ExportPortal.Testing;

/// <summary>The portal as operators run it: a process of its own that serves a data folder on a loopback port.</summary>
public sealed partial class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartWait = TimeSpan.FromSeconds(120);
    /// <summary>The built portal.</summary>
    internal static readonly string Program = Path.Combine(SourceFolder(), "..", "..", "src", "Web", "bin",
        AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0", "ExportPortal.Web.dll");

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private PortalProcess(Process process, string url) => (_process, Url) = (process, url);

    /// <summary>Where it answers, without a slash at its end.</summary>
    public string Url { get; }

    /// <summary>What it wrote so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>The password that the sample users of this start share.</summary>
    public string SamplePassword => Password().Match(Output).Groups[1].Value;

    /// <summary>The most memory it held since the last call, in bytes.</summary>
    public long TakePeakMemory() => ProcessMemory.TakePeak(_process.Id);

    /// <summary>The memory it holds at this moment, in bytes.</summary>
    public long Memory => ProcessMemory.Now(_process.Id);

    /// <summary>Starts serving, and waits until it answers.</summary>
    public static async Task<PortalProcess> StartAsync(string data, params string[] options)
    {
        var portal = Launch(data, options);
        await portal.WaitUntilReadyAsync();
        return portal;
    }

    /// <summary>Starts serving and does not wait.</summary>
    public static PortalProcess Launch(string data, params string[] options)
    {
        SharedRenditions.Link(data);
        var url = $"http://127.0.0.1:{OwnPorts.Take()}";
        var portal = new PortalProcess(Begin(["--data", data, "--urls", url, .. options]), url);
        portal._process.OutputDataReceived += (_, line) => portal.Keep(line.Data);
        portal._process.ErrorDataReceived += (_, line) => portal.Keep(line.Data);
        portal._process.BeginOutputReadLine();
        portal._process.BeginErrorReadLine();
        return portal;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Begin(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Waits until it has said that it answers, and it is ready.</summary>
    public Task WaitUntilReadyAsync() => WaitForAsync("/health/ready");

    /// <summary>Waits until it has said that it answers, ready or not.</summary>
    public Task WaitUntilAnsweringAsync() => WaitForAsync("/health/live");

    private async Task WaitForAsync(string health)
    {
        using var client = new HttpClient();
        for (var end = DateTime.UtcNow + StartWait; ;)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The portal ended with {_process.ExitCode}: {Output}");
            if (DateTime.UtcNow > end)
                throw new TimeoutException($"The portal did not become ready: {Output}");
            try
            {
                if (Output.Contains("answers at", StringComparison.Ordinal) && (await client.GetAsync(Url + health)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(50);
        }
    }

    /// <summary>Ends it as a fault or the operating system would: at once, without a word.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as systemd does, and waits for its end.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static Process Begin(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath(Program), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private void Keep(string? line)
    {
        if (line is not null)
            _output.Enqueue(line);
    }

    [GeneratedRegex("with the password (\\S+)")]
    private static partial Regex Password();
}

/// <summary>A folder that is gone at its end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("portal-").FullName;

    /// <summary>A path below it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose() => Remove(Path);

    /// <summary>Removes a folder into which a program that a killed portal had begun may write for a moment longer.</summary>
    public static void Remove(string folder)
    {
        for (var end = DateTime.UtcNow + Longest; Directory.Exists(folder); Thread.Sleep(50))
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (DateTime.UtcNow < end)
            {
                // Something was written, or another removes it as well.
            }
    }
}
