using System.ComponentModel.DataAnnotations;

namespace ExportPortal.Web.Caching;

/// <summary>Settings of section <c>PageCache</c>.</summary>
internal sealed class PageCacheOptions
{
    public const string Section = "PageCache";

    /// <summary>How much memory the kept pages may take; 0 keeps none. Default 32, some 6,000 product pages as browsers ask for them.</summary>
    [Range(0, 16_384)]
    public int Megabytes { get; set; } = 32;
}
