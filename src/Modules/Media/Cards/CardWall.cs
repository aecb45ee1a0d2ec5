using ExportPortal.Media.Contracts;

namespace ExportPortal.Media.Cards;

/// <summary>Where a picture hangs.</summary>
/// <param name="Middle">Its middle along the line, in pixels from where text begins.</param>
/// <param name="Centre">Its middle in pixels from the top.</param>
/// <param name="Width">The most it may be wide.</param>
/// <param name="Height">The most it may be high.</param>
/// <param name="Frame">How broad its frame is.</param>
internal sealed record CardPlace(int Middle, int Centre, int Width, int Height, int Frame)
{
    /// <summary>Whether it is cut to the place's shape, so that those that hang together are of one.</summary>
    public bool IsFilled { get; init; }
}

/// <summary>The wall of tiles beside a card's texts.</summary>
internal static class CardWall
{
    public const int Start = 656, Height = 606, Middle = (Start + ShareCard.Width) / 2;

    private const int Across = Middle, Down = Height / 2, Gap = 22;

    /// <summary>Places for so many pictures; no more than three hang together.</summary>
    public static IReadOnlyList<CardPlace> Hang(int pictures) => pictures switch
    {
        0 => [],
        1 => [new(Across, Down, 448, 360, 16)],
        2 => Together(new(Across, Down, 300, 225, 14), new CardPlace(Across, Down, 300, 225, 14)),
        _ => Together(new(Across, Down, 416, 312, 14), new(Across - 117, Down, 191, 143, 10), new(Across + 117, Down, 191, 143, 10)),
    };

    // The first above the others, which stand in one row; all of them in the middle of the wall.
    private static CardPlace[] Together(CardPlace first, params CardPlace[] others)
    {
        var (above, below) = (first.Height + (2 * first.Frame), others[0].Height + (2 * others[0].Frame));
        var top = (Height - above - Gap - below) / 2;
        return [first with { Centre = top + (above / 2), IsFilled = true }, .. others.Select(o => o with { Centre = top + above + Gap + (below / 2), IsFilled = true })];
    }
}
