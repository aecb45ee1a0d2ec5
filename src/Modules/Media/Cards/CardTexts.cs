using System.Globalization;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Media.Checks;
using ExportPortal.Media.Renditions;

namespace ExportPortal.Media.Cards;

/// <summary>How a text of a card is drawn.</summary>
/// <param name="Font">Its face in Pango's words, without a size.</param>
/// <param name="Colour">As <c>#rrggbb</c>.</param>
/// <param name="Sizes">The sizes to try, the best first, in pixels.</param>
/// <param name="Width">The longest line, in pixels.</param>
/// <param name="Height">How much height it may take, in pixels.</param>
internal sealed record CardStyle(string Font, string Colour, int[] Sizes, int Width, int Height)
{
    /// <summary>Whether its letters are bold where the portal's own typeface draws them.</summary>
    public bool IsBold { get; init; }

    /// <summary>The distance of its lines, as a part of what the typeface asks for.</summary>
    public double Leading { get; init; } = 1;

    /// <summary>Whether it is as tall as any other text of its size.</summary>
    public bool IsLevel { get; init; }
}

/// <summary>Draws the texts of one card.</summary>
/// <param name="desk">The folder they are drawn in.</param>
internal sealed class CardTexts(Vips vips, string desk, bool rightToLeft)
{
    // Ink may reach a little over the line.
    private const int Overhang = 8;
    private const double Narrower = 0.82, LineSaved = 0.72;
    // Below this part of the largest size, Chinese is broken within phrases rather than drawn smaller.
    private const double SmallestPhrases = 0.6;
    private const int Fewest = 4;
    private int _drawn;

    /// <summary>Draws texts in one line or a few: the largest size in which they fit, else the smallest with the first of them cut, then alone; null when that fails.</summary>
    public async Task<CardPiece?> FitAsync(IReadOnlyList<FoundText> texts, CardStyle style)
    {
        if (texts.Any(CardText.IsDense) && await FitPhrasesAsync(texts, style) is { } phrased)
            return phrased;
        CardPiece? piece = null;
        for (var next = 0; next >= 0; next = NextSize(style, next, piece))
        {
            piece = await DrawAsync(texts, style, style.Sizes[next], breaksWords: next == style.Sizes.Length - 1);
            if (piece is null)
                return null;
            if (Fits(piece, style))
                return await ImproveAsync(piece, texts, style, next);
        }
        var first = texts[0];
        var most = new StringInfo(first.Value).LengthInTextElements;
        while (most > Fewest)
        {
            most = Math.Min(most * 9 / 10, most * style.Height / piece!.Height);
            piece = await DrawAsync([first with { Value = CardText.Cut(first.Value, Math.Max(most, Fewest)) }, .. texts.Skip(1)], style, style.Sizes[^1], breaksWords: true);
            if (piece is null || Fits(piece, style))
                return piece;
        }
        return texts.Count > 1 ? await FitAsync([first], style) : null;
    }

    // In lines that end with phrases; null if that asks for letters too small.
    private async Task<CardPiece?> FitPhrasesAsync(IReadOnlyList<FoundText> texts, CardStyle style)
    {
        foreach (var size in style.Sizes.Where(size => size >= style.Sizes[0] * SmallestPhrases))
            if (await DrawAsync(texts, style, size, breaksWords: false, keepsPhrases: true) is { } piece && Fits(piece, style))
                return piece;
        return null;
    }

    // A little smaller if that saves a line; then in shorter lines if that costs none, so that no word stands alone in the last.
    private async Task<CardPiece> ImproveAsync(CardPiece piece, IReadOnlyList<FoundText> texts, CardStyle style, int index)
    {
        var size = style.Sizes[index];
        if (piece.Height < size * 2)
            return piece;
        if (index + 1 < style.Sizes.Length && await DrawAsync(texts, style, style.Sizes[index + 1], breaksWords: false) is { } smaller && Fits(smaller, style) && smaller.Height < piece.Height * LineSaved)
            (piece, size) = (smaller, style.Sizes[index + 1]);
        var narrow = style with { Width = (int)(style.Width * Narrower) };
        return piece.Height > size * 2 && await DrawAsync(texts, narrow, size, breaksWords: false) is { } even && Fits(even, narrow) && even.Height < piece.Height + (size / 2) ? even : piece;
    }

    private async Task<CardPiece?> DrawAsync(IReadOnlyList<FoundText> texts, CardStyle style, int size, bool breaksWords, bool keepsPhrases = false)
    {
        var path = Path.Combine(desk, string.Create(CultureInfo.InvariantCulture, $"text{++_drawn}.png"));
        var attributes = string.Create(CultureInfo.InvariantCulture, $"foreground=\"{style.Colour}\" line_height=\"{style.Leading}\"");
        var markup = CardText.Markup(texts, rightToLeft, attributes, style.IsLevel, keepsPhrases);
        var font = string.Create(CultureInfo.InvariantCulture, $"{style.Font} {size}");
        var result = await vips.DrawTextAsync(path, markup, font, CardFonts.FileOf(style.IsBold), (style.Width, breaksWords), CancellationToken.None);
        return result == VipsResult.Done ? Measure(path) : null;
    }

    /// <summary>A PNG that was just made.</summary>
    public static CardPiece? Measure(string path)
    {
        using var file = File.OpenRead(path);
        return PngHeader.Read(file) is { } png ? new(path, png.Width, png.Height) : null;
    }

    // As it came out, it tells which sizes need not be tried: width grows with the size, height with its square. -1 after the last.
    private static int NextSize(CardStyle style, int tried, CardPiece piece)
    {
        if (tried == style.Sizes.Length - 1)
            return -1;
        var most = style.Sizes[tried] * Math.Min((double)(style.Width + Overhang) / piece.Width, 1.1 * Math.Sqrt((double)style.Height / piece.Height));
        return Array.FindIndex(style.Sizes, tried + 1, size => size <= most) is >= 0 and var next ? next : style.Sizes.Length - 1;
    }

    private static bool Fits(CardPiece piece, CardStyle style) => piece.Width <= style.Width + Overhang && piece.Height <= style.Height;
}
