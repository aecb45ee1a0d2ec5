using ExportPortal.Ui.Writing;

namespace ExportPortal.Media.Contracts;

/// <summary>A stored picture in the widths a reader's screen may want, its room reserved before it arrives.</summary>
/// <param name="key">The picture's key.</param>
/// <param name="width">The original's width in pixels.</param>
/// <param name="height">The original's height in pixels.</param>
public sealed class Picture(string key, int width, int height) : HtmlPart
{
    // For readers without srcset; they get JPEG, as they may not know WebP either.
    private const int PlainWidth = 640;

    /// <summary>What it shows, in words; empty when it only decorates.</summary>
    public string Alt { get; init; } = "";

    /// <summary>The language of <see cref="Alt"/> where it is not the page's; else null.</summary>
    public string? AltLanguage { get; init; }

    /// <summary>How wide it will stand, as in HTML; the whole viewport by default.</summary>
    public string Sizes { get; init; } = "100vw";

    /// <summary>True for the first picture of a page, which is fetched at once; others wait until they come near.</summary>
    public bool Eager { get; init; }

    /// <inheritdoc/>
    protected override void Write(HtmlWriter to)
    {
        // AVIF is about half of WebP; who does not know it takes what the picture itself offers.
        to.Write($"<picture><source type=\"image/avif\" srcset=\"{MediaAddress.SourceSet(key, width, "avif")}\" sizes=\"{Sizes}\"><img");
        to.WriteAttribute("lang", AltLanguage);
        to.Write($" src=\"{MediaAddress.Picture(key, PlainWidth, "jpg")}\" srcset=\"{MediaAddress.SourceSet(key, width)}\" sizes=\"{Sizes}\" width=\"{width}\" height=\"{height}\" alt=\"{Alt}\" decoding=\"async\"");
        to.WriteSafe(Eager ? " fetchpriority=\"high\"></picture>" : " loading=\"lazy\"></picture>");
    }
}
