using System.Globalization;
using System.Text;
using ExportPortal.Media.Contracts;
using ExportPortal.Media.Renditions;
using ExportPortal.Ui.Look;

namespace ExportPortal.Media.Cards;

/// <summary>A picture ready to be put onto a card, with its size in pixels.</summary>
internal sealed record CardPiece(string Path, int Width, int Height);

/// <summary>
/// A card being laid out: artwork, and the pieces put onto it. Lengths along a line count from the edge where text begins,
/// so that one layout serves both directions.
/// </summary>
internal sealed class CardSheet(bool rightToLeft)
{
    private const string Star = "M64 32 54.63 41.37V54.63H41.37L32 64 22.63 54.63H9.37V41.37L0 32 9.37 22.63V9.37H22.63L32 0 41.37 9.37H54.63V22.63Z";
    private const int Lattice = 120;

    private readonly StringBuilder _artwork = new();
    private readonly List<PlacedPicture> _pictures = [];

    public IReadOnlyCollection<PlacedPicture> Pictures => _pictures;

    public void Place(CardPiece piece, int start, int top) => _pictures.Add(new(piece.Path, LeftOf(start, piece.Width), top));

    public void Fill(int start, int top, int width, int height, string colour, double opacity = 1, int round = 0) =>
        _artwork.Append(CultureInfo.InvariantCulture, $"<rect x=\"{LeftOf(start, width)}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\" fill=\"{colour}\" opacity=\"{opacity}\"/>");

    /// <summary>Fills with the lattice, a star of it in the middle.</summary>
    public void FillWithLattice(int start, int top, int width, int height, string colour, double opacity)
    {
        var left = LeftOf(start, width);
        var (x, y) = (left + ((width - Lattice) / 2), top + ((height - Lattice) / 2));
        _artwork.Append(CultureInfo.InvariantCulture, $"<pattern id=\"lattice\" width=\"{Lattice}\" height=\"{Lattice}\" x=\"{x}\" y=\"{y}\" patternUnits=\"userSpaceOnUse\"><g color=\"{colour}\">{Drawings.Girih}</g></pattern>");
        _artwork.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"url(#lattice)\" opacity=\"{opacity}\"/>");
    }

    public void DrawLogo(int start, int top, int size, string colour) => Draw(Drawings.Logo, start, top, size, colour);

    public void DrawStar(int start, int top, int size, string colour) => Draw($"<path fill=\"currentColor\" d=\"{Star}\"/>", start, top, size, colour);

    public string ToSvg() => string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{ShareCard.Width}\" height=\"{ShareCard.Height}\">{_artwork}</svg>");

    private void Draw(string drawing, int start, int top, int size, string colour) =>
        _artwork.Append(CultureInfo.InvariantCulture, $"<svg x=\"{LeftOf(start, size)}\" y=\"{top}\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 64 64\" color=\"{colour}\">{drawing}</svg>");

    private int LeftOf(int start, int width) => rightToLeft ? ShareCard.Width - start - width : start;
}
