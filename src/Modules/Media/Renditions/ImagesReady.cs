using ExportPortal.Kernel.Hosting;

namespace ExportPortal.Media.Renditions;

/// <summary>Looks whether the image program is there. Without it originals are served, so the portal goes on.</summary>
internal sealed class ImagesReady(Vips vips, TimeProvider time) : IReadyCheck
{
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    private (DateTimeOffset Until, string? Fault)? _known;

    public string Name => "images";

    public bool IsVital => false;

    public async Task<string?> FindFaultAsync(CancellationToken cancellation)
    {
        if (_known is { } known && time.GetUtcNow() < known.Until)
            return known.Fault;
        var fault = await vips.VersionAsync(cancellation) == VipsResult.Done ? null
            : "The image program 'vips' does not run, so pictures are served as they were uploaded: install libvips-tools and util-linux.";
        _known = (time.GetUtcNow() + Believed, fault);
        return fault;
    }
}
