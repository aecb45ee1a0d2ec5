using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ExportPortal.Media.Contracts;

/// <summary>
/// A stored picture in the widths a reader's screen may want, its room reserved before it arrives:
/// <c>&lt;portal-picture key="…" width="1200" height="900" alt="…" sizes="(min-width: 60rem) 30rem, 100vw" /&gt;</c>.
/// </summary>
[HtmlTargetElement("portal-picture", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PictureTagHelper : TagHelper
{
    /// <summary>The picture's key; nothing is written without one.</summary>
    public string? Key { get; set; }

    /// <summary>The original's width in pixels.</summary>
    public int Width { get; set; }

    /// <summary>The original's height in pixels.</summary>
    public int Height { get; set; }

    /// <summary>What it shows, in words; empty when it only decorates.</summary>
    public string Alt { get; set; } = "";

    /// <summary>How wide it will stand, as in HTML; the whole viewport by default.</summary>
    public string Sizes { get; set; } = "100vw";

    /// <summary>True for the first picture of a page, which is fetched at once; others wait until they come near.</summary>
    public bool Eager { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Key))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = null;
        output.Content.SetHtmlContent(new Picture(Key, Width, Height) { Alt = Alt, Sizes = Sizes, Eager = Eager });
    }
}
