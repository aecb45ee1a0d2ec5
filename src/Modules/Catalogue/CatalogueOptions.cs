using System.ComponentModel.DataAnnotations;

namespace ExportPortal.Catalogue;

/// <summary>The settings of section <c>Catalogue</c>.</summary>
internal sealed class CatalogueOptions
{
    public const string Section = "Catalogue";

    /// <summary>Whether a new portal begins with the sample catalogue. Default true; <c>--empty</c> turns it off.</summary>
    public bool Sample { get; set; } = true;

    /// <summary>The folder with the starting feeds, <c>reference/</c> and <c>sample/</c>.</summary>
    [Required]
    public string StartingFeeds { get; set; } = Path.Combine(AppContext.BaseDirectory, "media");
}
