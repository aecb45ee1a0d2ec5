using System.Globalization;
using Microsoft.Extensions.Options;

namespace ExportPortal.Media.Renditions;

/// <summary>What a run of the image program came to.</summary>
internal enum VipsResult
{
    Done,
    Failed,
    Missing,
}

/// <summary>A picture put onto another.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Left">Where it begins, in pixels from the left.</param>
/// <param name="Top">Where it begins, in pixels from the top.</param>
internal sealed record PlacedPicture(string Path, int Left, int Top);

/// <summary>
/// Runs libvips as a process of its own. Never load the library into this process:
/// it brings another SQLite with global symbols, into which ours then calls and dies.
/// </summary>
internal sealed class Vips(IOptions<MediaOptions> options, LimitedProgram programs)
{
    private static readonly (string, string)[] OneThread = [("VIPS_CONCURRENCY", "1")];
    private static readonly (string, string)[] ForAnyFile = [.. OneThread, ("VIPS_BLOCK_UNTRUSTED", "1")];

    // Of libvips's ways to blend: what is on top hides what is below.
    private const string Over = "2";

    /// <summary>Makes a picture at most this wide, turned as it is shown, in sRGB and without what cameras write beside it.</summary>
    public Task<VipsResult> ThumbnailAsync(string source, string target, int width, string format, CancellationToken cancellation)
    {
        // Every browser takes a picture without a profile for sRGB, and the profile is larger than many a small picture.
        var saving = format switch
        {
            "jpg" => "[Q=80,strip,profile=none,optimize-coding,interlace,background=255]",
            // More effort takes three times as long, and saves nothing.
            "avif" => "[Q=45,strip,effort=2]",
            _ => "[Q=78,strip,profile=none,effort=4]",
        };
        return FitIntoAsync(source, target, saving, width, width * 10, filled: false, cancellation);
    }

    /// <summary>Makes a picture that fits into a box, as PNG, never enlarged; or fills it, what is too much at its edges cut off.</summary>
    public Task<VipsResult> FitAsync(string source, string target, int width, int height, bool filled, CancellationToken cancellation) =>
        FitIntoAsync(source, target, "[strip]", width, height, filled, cancellation);

    /// <summary>Draws a text on nothing, as PNG, cropped to its ink.</summary>
    /// <param name="target">The file to write.</param>
    /// <param name="markup">The text in Pango's markup; it begins with an element.</param>
    /// <param name="font">Its face in Pango's words, such as <c>Noto Serif,DejaVu Serif Bold 40</c>.</param>
    /// <param name="fontFile">A typeface the system need not have; null for none.</param>
    /// <param name="lines">How long lines may be, in pixels, and whether a longer word is broken; else its line is longer.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public Task<VipsResult> DrawTextAsync(string target, string markup, string font, string? fontFile, (int Width, bool BreaksWords) lines, CancellationToken cancellation) =>
        RunAsync(["text", programs.Relative(target), markup, "--rgba", "--font", font, "--width", Whole(lines.Width), "--wrap", lines.BreaksWords ? "word-char" : "word",
            .. fontFile is null ? (string[])[] : ["--fontfile", fontFile]], ForAnyFile, cancellation);

    /// <summary>
    /// Puts pictures onto artwork, as JPEG. Only for artwork (SVG) without anything a stranger wrote, and pictures that were made here:
    /// libvips holds its reader of SVG for unsafe with files of strangers, and is told for once to use it.
    /// </summary>
    public Task<VipsResult> ComposeAsync(string artwork, IReadOnlyCollection<PlacedPicture> pictures, string target, CancellationToken cancellation) =>
        RunAsync(["composite", string.Join(' ', pictures.Select(p => p.Path).Prepend(artwork).Select(programs.Relative)),
            programs.Relative(target) + "[Q=86,strip,profile=none,optimize-coding,interlace,background=255]", Over,
            "--x", string.Join(' ', pictures.Select(p => Whole(p.Left))), "--y", string.Join(' ', pictures.Select(p => Whole(p.Top)))], OneThread, cancellation);

    public Task<VipsResult> VersionAsync(CancellationToken cancellation) => RunAsync(["--version"], ForAnyFile, cancellation);

    private Task<VipsResult> FitIntoAsync(string source, string target, string saving, int width, int height, bool filled, CancellationToken cancellation) =>
        RunAsync(["thumbnail", programs.Relative(source), programs.Relative(target) + saving, Whole(width),
            "--height", Whole(height), "--size", "down", "--export-profile", "srgb", "--fail-on", "truncated", .. filled ? (string[])["--crop", "centre"] : []], ForAnyFile, cancellation);

    private async Task<VipsResult> RunAsync(string[] arguments, (string, string)[] environment, CancellationToken cancellation) =>
        (await programs.RunAsync(options.Value.Vips, arguments, environment, cancellation)).Result;

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
