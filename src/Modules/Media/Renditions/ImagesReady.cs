using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Media.Cards;

namespace ExportPortal.Media.Renditions;

/// <summary>Looks whether the image program and typefaces are there. Without them originals are served, so the portal goes on.</summary>
internal sealed class ImagesReady(Vips vips, CardFonts fonts, TimeProvider time) : IReadyCheck
{
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    private (DateTimeOffset Until, string? Fault)? _known;

    public string Name => "images";

    public bool IsVital => false;

    public async Task<string?> FindFaultAsync(CancellationToken cancellation)
    {
        if (_known is { } known && time.GetUtcNow() < known.Until)
            return known.Fault;
        var fault = await vips.VersionAsync(cancellation) == VipsResult.Done ? await FindMissingFontsAsync()
            : "The image program 'vips' does not run, so pictures are served as they were uploaded: install libvips-tools and util-linux.";
        _known = (time.GetUtcNow() + Believed, fault);
        return fault;
    }

    private async Task<string?> FindMissingFontsAsync()
    {
        var missing = new List<string>();
        foreach (var culture in PortalCultures.All)
            if (!await fonts.HasAsync(culture.Tag))
                missing.Add(culture.Tag);
        return missing.Count == 0 ? null
            : $"No typeface for {string.Join(", ", missing)}, so pages shared in these show the product's picture alone: install fonts-noto-core and fonts-noto-cjk.";
    }
}
