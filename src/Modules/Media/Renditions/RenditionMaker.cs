using ExportPortal.Media.Files;

namespace ExportPortal.Media.Renditions;

/// <summary>Makes renditions of stored pictures when they are first asked for.</summary>
internal sealed class RenditionMaker(Vips vips, MediaFolder folder, Makers makers)
{
    // Decoding the whole picture is the only way to learn that it can be decoded; so the check makes one that will be asked for.
    private const int CheckedWidth = 640;

    /// <summary>True when the whole picture decodes, or when that can't be told because the image program is missing.</summary>
    /// <param name="key">The picture's key.</param>
    /// <param name="source">Where it is as yet. Each caller's own is decoded, for another's may be gone by then.</param>
    public async Task<bool> CanDecodeAsync(string key, string source)
    {
        var path = PathOf(key, CheckedWidth, "webp");
        return File.Exists(path) || await makers.MakeAsync(path, part => MakeAsync(source, part, CheckedWidth, "webp")) != VipsResult.Failed;
    }

    /// <summary>The rendition's file; null when it can't be made, or not soon enough.</summary>
    public async Task<string?> FindOrMakeAsync(string key, int width, string format, CancellationToken cancellation)
    {
        var path = PathOf(key, width, format);
        return await makers.FindOrMakeAsync(path, part => MakeAsync(folder.FileOf(key), part, width, format), cancellation) ? path : null;
    }

    /// <summary>Where the rendition stands once it is made.</summary>
    public string PathOf(string key, int width, string format) => folder.RenditionOf(key, FormattableString.Invariant($"{width}.{format}"));

    private Task<VipsResult> MakeAsync(string source, string target, int width, string format) => vips.ThumbnailAsync(source, target, width, format, CancellationToken.None);
}
