using System.ComponentModel.DataAnnotations;

namespace ExportPortal.Media;

/// <summary>The settings of section <c>Media</c>.</summary>
internal sealed class MediaOptions
{
    public const string Section = "Media";

    /// <summary>The libvips program that makes pictures. Default <c>vips</c>, looked for along the path.</summary>
    [Required]
    public string Vips { get; set; } = "vips";

    /// <summary>How many pictures may be made at once, 1 to 64. Default 2.</summary>
    [Range(1, 64)]
    public int Makers { get; set; } = 2;

    /// <summary>How long a reader waits for a picture being made before a nearby one is served, in seconds, 0 to 20. Default 5.</summary>
    [Range(0, 20)]
    public int WaitSeconds { get; set; } = 5;
}
