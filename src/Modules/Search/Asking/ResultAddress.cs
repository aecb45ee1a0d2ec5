using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Asking;

/// <summary>The addresses of a result's page and picture, as paths.</summary>
internal static class ResultAddress
{
    /// <summary>The widths of a result's picture, ascending.</summary>
    public static readonly int[] PictureWidths = [160, 320, 480];

    /// <summary>The page in the interface culture nearest to the reader's.</summary>
    public static string Page(SearchCard card, string culture) =>
        $"/{(PortalCultures.Nearest(culture) ?? PortalCultures.Default).Tag}/{string.Join('/', card.Path.Split('/').Select(Uri.EscapeDataString))}";

    public static string Picture(string key, int width) => FormattableString.Invariant($"/media/{key}/{width}.webp");
}
