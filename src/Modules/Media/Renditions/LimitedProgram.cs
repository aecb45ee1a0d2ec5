using System.ComponentModel;
using System.Diagnostics;
using ExportPortal.Media.Files;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Media.Renditions;

/// <summary>Runs programs as processes of their own, in the data folder, under limits of memory, time and output.</summary>
internal sealed class LimitedProgram(MediaFolder folder, ILogger<LimitedProgram> log)
{
    private static readonly string[] Limits = ["--as=1000000000", "--cpu=10", "--fsize=20000000", "--", "timeout", "15"];

    // Where programs, libraries, typefaces and their caches are. The portal's own environment holds its keys and passwords,
    // and what decodes the files of strangers must not know them.
    private static readonly string[] Passed =
        ["PATH", "LD_LIBRARY_PATH", "HOME", "LANG", "TMPDIR", "VIPSHOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS", "FONTCONFIG_PATH", "FONTCONFIG_FILE"];

    private const int MostMessage = 500;
    private const int ExitNotFound = 127;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">Each as it reaches the program: no shell reads them.</param>
    /// <param name="environment">What is set in its environment, beside the places of programs and typefaces.</param>
    /// <param name="cancellation">Stops the waiting, not the program.</param>
    /// <returns>What it came to, and what it wrote; the latter is empty unless it is done.</returns>
    public async Task<(VipsResult Result, string Output)> RunAsync(string program, string[] arguments, IEnumerable<(string Name, string Value)> environment, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("prlimit", [.. Limits, program, .. arguments])
        {
            WorkingDirectory = folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Passed.Select(n => (n, Environment.GetEnvironmentVariable(n))).Concat(environment.Select(e => (e.Name, (string?)e.Value))))
            if (value is not null)
                start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var message = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode == 0)
                return (VipsResult.Done, output);
            var text = await message;
            log.ImageProgramFailed(process.ExitCode, text.Length > MostMessage ? text[..MostMessage] : text);
            return (process.ExitCode == ExitNotFound ? VipsResult.Missing : VipsResult.Failed, "");
        }
        catch (Win32Exception fault)
        {
            log.ImageProgramMissing(fault);
            return (VipsResult.Missing, "");
        }
    }

    /// <summary>A file's name as programs are given it: in an absolute one a bracket of the data folder's own name would be read as an option.</summary>
    public string Relative(string path) => Path.GetRelativePath(folder.Root, path);
}
