using System.Security.Cryptography;
using System.Text;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Media.Contracts;

/// <summary>
/// A picture drawn for those places where somebody shares a page's address: the page's name large on paper, its own pictures framed on a tiled wall,
/// mirrored where the culture runs from right to left. Texts are plain and of any length; what can't be drawn is left out or cut.
/// </summary>
public sealed record ShareCard
{
    /// <summary>Its width in pixels.</summary>
    public const int Width = 1200;

    /// <summary>Its height in pixels.</summary>
    public const int Height = 630;

    // Counts what was changed about the drawing, so that addresses change with it.
    private const string Drawing = "3";

    /// <summary>What it is a picture of, such as <c>product/patient-monitor</c>. For each culture the newest card is kept.</summary>
    public required string Subject { get; init; }

    /// <summary>The culture it is for.</summary>
    public required PortalCulture Culture { get; init; }

    /// <summary>The portal's name.</summary>
    public required string Portal { get; init; }

    /// <summary>What the page is about, such as the sector; stands above the name.</summary>
    public required FoundText Kicker { get; init; }

    /// <summary>The page's name.</summary>
    public required FoundText Name { get; init; }

    /// <summary>What stands below the name, such as firm and city.</summary>
    public IReadOnlyList<FoundText> ByLine { get; init; } = [];

    /// <summary>A mark at its foot, such as the origin; null for none.</summary>
    public string? Mark { get; init; }

    /// <summary>A warning beside the mark, such as that this is a sample; null for none.</summary>
    public string? Caution { get; init; }

    /// <summary>The sector whose hue it has; null for the portal's own.</summary>
    public string? Sector { get; init; }

    /// <summary>The pictures it frames: one alone, or a few that hang together, the first of them large. None: a star takes their place.</summary>
    public IReadOnlyList<StoredFile> Pictures { get; init; } = [];

    /// <summary>32 hexadecimal digits that change when anything it shows changes; they belong into its address.</summary>
    public string Hash
    {
        get
        {
            string?[] shown = [Drawing, Culture.Tag, Portal, Kicker.Culture, Kicker.Value, Name.Culture, Name.Value, Mark, Caution, Sector, .. ByLine.SelectMany(t => (string[])[t.Culture, t.Value]), null, .. Pictures.Select(p => p.Key)];
            return Digest(shown);
        }
    }

    /// <summary>What its former and later ones share: the name of the folder they stand in.</summary>
    internal string Series => Digest(Subject, Culture.Tag);

    private static string Digest(params string?[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))))[..32];
}
