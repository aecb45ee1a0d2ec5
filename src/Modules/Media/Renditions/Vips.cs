using System.ComponentModel;
using System.Diagnostics;
using ExportPortal.Media.Files;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ExportPortal.Media.Renditions;

/// <summary>What a run of the image program came to.</summary>
internal enum VipsResult
{
    Done,
    Failed,
    Missing,
}

/// <summary>
/// Runs libvips as a process of its own under limits of memory, time and output. Never load the library into this process:
/// it brings another SQLite with global symbols, into which ours then calls and dies.
/// </summary>
internal sealed class Vips(IOptions<MediaOptions> options, MediaFolder folder, ILogger<Vips> log)
{
    private static readonly string[] Limits = ["--as=1000000000", "--cpu=10", "--fsize=20000000", "--", "timeout", "15"];
    private const int MostMessage = 500;
    private const int ExitNotFound = 127;

    /// <summary>Makes a picture at most this wide, turned as it is shown, in sRGB and without what cameras write beside it.</summary>
    public Task<VipsResult> ThumbnailAsync(string source, string target, int width, string format, CancellationToken cancellation)
    {
        // Every browser takes a picture without a profile for sRGB, and the profile is larger than many a small picture.
        var saving = format switch
        {
            "jpg" => "[Q=80,strip,profile=none,optimize-coding,interlace,background=255]",
            "avif" => "[Q=45,strip,effort=4]",
            _ => "[Q=78,strip,profile=none,effort=4]",
        };
        var tall = (width * 10).ToString(System.Globalization.CultureInfo.InvariantCulture);
        // Relative names: in absolute ones a bracket of the data folder's own name would be read as an option.
        return RunAsync(["thumbnail", Relative(source), Relative(target) + saving, width.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "--height", tall, "--size", "down", "--export-profile", "srgb", "--fail-on", "truncated"], cancellation);
    }

    public Task<VipsResult> VersionAsync(CancellationToken cancellation) => RunAsync(["--version"], cancellation);

    private async Task<VipsResult> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("prlimit", [.. Limits, options.Value.Vips, .. arguments])
        {
            WorkingDirectory = folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var message = process.StandardError.ReadToEndAsync(cancellation);
            await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode == 0)
                return VipsResult.Done;
            var text = await message;
            log.ImageProgramFailed(process.ExitCode, text.Length > MostMessage ? text[..MostMessage] : text);
            return process.ExitCode == ExitNotFound ? VipsResult.Missing : VipsResult.Failed;
        }
        catch (Win32Exception fault)
        {
            log.ImageProgramMissing(fault);
            return VipsResult.Missing;
        }
    }

    private string Relative(string path) => Path.GetRelativePath(folder.Root, path);
}
