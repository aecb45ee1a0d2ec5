using System.Globalization;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Media.Contracts;
using ExportPortal.Media.Files;
using ExportPortal.Media.Renditions;
using ExportPortal.Ui.Look;

namespace ExportPortal.Media.Cards;

/// <summary>Draws cards: texts on paper, beside them the pictures framed on a wall of tiles in the sector's hue.</summary>
internal sealed class CardDrawer(Vips vips, CardFonts fonts, MediaFolder folder)
{
    private const int Margin = 64, Column = 536, Wall = CardWall.Start, Foot = CardWall.Height;
    private const int HeadMiddle = 68, BodyTop = 116, BodyBottom = 482, Rule = 500, MarksTop = 526, MarksHeight = 44, MarkPadding = 8, MarkGap = 12;
    private const int KickerGap = 34, ByLineGap = 34, Sign = 200;
    private const int LongestName = 200, TallestName = 250, LongestPart = 60;

    /// <summary>Draws a card as JPEG.</summary>
    /// <param name="card">What it shows.</param>
    /// <param name="target">The file to write.</param>
    public async Task<VipsResult> DrawAsync(ShareCard card, string target)
    {
        foreach (var culture in card.ByLine.Select(t => t.Culture).Append(card.Culture.Tag).Append(card.Kicker.Culture).Append(card.Name.Culture).Distinct())
            if (!await fonts.HasAsync(culture))
                return VipsResult.Missing;
        var desk = Directory.CreateDirectory(Path.ChangeExtension(target, null)).FullName;
        try
        {
            var sheet = new CardSheet(card.Culture.IsRightToLeft);
            var texts = new CardTexts(vips, desk, card.Culture.IsRightToLeft);
            DrawGround(sheet, card);
            if (!await DrawPicturesAsync(sheet, card, desk) || !await DrawHeadAsync(sheet, texts, card) || !await DrawBodyAsync(sheet, texts, card) || !await DrawMarksAsync(sheet, texts, card))
                return VipsResult.Failed;
            var artwork = Path.Combine(desk, "artwork.svg");
            await File.WriteAllTextAsync(artwork, sheet.ToSvg());
            return await vips.ComposeAsync(artwork, sheet.Pictures, target, CancellationToken.None);
        }
        finally
        {
            Directory.Delete(desk, recursive: true);
        }
    }

    private static void DrawGround(CardSheet sheet, ShareCard card)
    {
        sheet.Fill(0, 0, ShareCard.Width, ShareCard.Height, Palette.Of("paper"));
        sheet.Fill(Wall, 0, ShareCard.Width - Wall, Foot, Palette.HueOf(card.Sector).Hue);
        sheet.FillWithLattice(Wall, 0, ShareCard.Width - Wall, Foot, Palette.Of("surface"), 0.34);
        sheet.Fill(0, Foot, ShareCard.Width, ShareCard.Height - Foot, Palette.Of("tile"));
        sheet.Fill(Margin, Rule, Column, 2, Palette.HueOf(card.Sector).Hue);
    }

    private async Task<bool> DrawPicturesAsync(CardSheet sheet, ShareCard card, string desk)
    {
        if (card.Pictures.Count == 0)
        {
            sheet.DrawStar(CardWall.Middle - Sign, (Foot / 2) - Sign, Sign * 2, Palette.HueOf(card.Sector).Hue);
            sheet.DrawLogo(CardWall.Middle - (Sign / 2), (Foot - Sign) / 2, Sign, Palette.Of("surface"));
        }
        foreach (var (place, file) in CardWall.Hang(card.Pictures.Count).Zip(card.Pictures))
        {
            // The same picture may hang twice.
            var path = Path.Combine(desk, string.Create(CultureInfo.InvariantCulture, $"picture{sheet.Pictures.Count}.png"));
            if (await vips.FitAsync(folder.FileOf(file.Key), path, place.Width, place.Height, place.IsFilled, CancellationToken.None) != VipsResult.Done || CardTexts.Measure(path) is not { } picture)
                return false;
            var (start, top) = (place.Middle - (picture.Width / 2), place.Centre - (picture.Height / 2));
            var (width, height) = (picture.Width + (2 * place.Frame), picture.Height + (2 * place.Frame));
            sheet.Fill(start - place.Frame, top - place.Frame + 6, width, height, Palette.Of("ink"), 0.25);
            sheet.Fill(start - place.Frame, top - place.Frame, width, height, Palette.Of("surface"));
            sheet.Place(picture, start, top);
        }
        return true;
    }

    private static async Task<bool> DrawHeadAsync(CardSheet sheet, CardTexts texts, ShareCard card)
    {
        var style = new CardStyle(CardFonts.Display(card.Culture.Tag), Palette.Of("ink"), [28, 22], Column - 60, 56) { IsBold = true };
        if (await texts.FitAsync([new(card.Culture.Tag, CardText.Clean(card.Portal))], style) is not { } portal)
            return false;
        sheet.DrawLogo(Margin - 4, HeadMiddle - 26, 52, Palette.Of("tile"));
        sheet.Place(portal, Margin + 60, HeadMiddle - (portal.Height / 2));
        return true;
    }

    private static async Task<bool> DrawBodyAsync(CardSheet sheet, CardTexts texts, ShareCard card)
    {
        var plain = CardFonts.Plain(card.Culture.Tag);
        var kicker = await texts.FitAsync([Prepare(card.Kicker, LongestPart)], new(plain, Palette.HueOf(card.Sector).Hue, [25, 22, 19, 17], Column - 32, 34) { IsBold = true });
        var parts = card.ByLine.Select((t, i) => Prepare(t, i == 0 ? LongestPart : LongestPart / 2)).Where(t => t.Value.Length > 0).ToArray();
        var byLine = parts.Length == 0 ? null : await texts.FitAsync(parts, new(plain, Palette.Of("ink-soft"), [28, 25, 22], Column, 76));
        if (kicker is null || (byLine is null && parts.Length > 0))
            return false;
        var rest = kicker.Height + KickerGap + (byLine is null ? 0 : ByLineGap + byLine.Height);
        var display = new CardStyle(CardFonts.Display(card.Name.Culture), Palette.Of("ink"), [64, 56, 50, 44, 39, 34], Column, Math.Min(TallestName, BodyBottom - BodyTop - rest)) { IsBold = true, Leading = 0.92 };
        if (await texts.FitAsync([Prepare(card.Name, LongestName)], display) is not { } name)
            return false;
        var top = BodyTop + ((BodyBottom - BodyTop - rest - name.Height) / 2);
        sheet.DrawStar(Margin, top + (kicker.Height / 2) - 10, 20, Palette.HueOf(card.Sector).Hue);
        sheet.Place(kicker, Margin + 32, top);
        sheet.Place(name, Margin, top + kicker.Height + KickerGap);
        if (byLine is not null)
            sheet.Place(byLine, Margin, top + kicker.Height + KickerGap + name.Height + ByLineGap);
        return true;
    }

    private static async Task<bool> DrawMarksAsync(CardSheet sheet, CardTexts texts, ShareCard card)
    {
        var (hue, wash) = Palette.HueOf(card.Sector);
        (string? Text, string Ink, string Ground)[] marks = [(card.Mark, hue, wash), (card.Caution, Palette.Of("saffron-ink"), Palette.Of("saffron-wash"))];
        var shown = marks.Where(m => m.Text is not null).ToArray();
        // In one size, beside each other; if even the smallest is too large, each in its share of the line.
        foreach (var (size, room) in ((int, int)[])[(21, ShareCard.Width), (18, ShareCard.Width), (16, (Column / Math.Max(shown.Length, 1)) - MarkGap)])
        {
            var pieces = new List<CardPiece>();
            foreach (var (text, ink, _) in shown)
            {
                var style = new CardStyle(CardFonts.Plain(card.Culture.Tag), ink, [size], room - (2 * MarkPadding), MarksHeight) { IsLevel = true };
                if (await texts.FitAsync([Prepare(new(card.Culture.Tag, text!), LongestPart)], style) is not { } piece)
                    return false;
                pieces.Add(piece);
            }
            if (room == ShareCard.Width && pieces.Sum(p => p.Width + (2 * MarkPadding) + MarkGap) > Column + MarkGap)
                continue;
            PlaceMarks(sheet, pieces, shown.Select(m => m.Ground));
            break;
        }
        return true;
    }

    private static void PlaceMarks(CardSheet sheet, IEnumerable<CardPiece> pieces, IEnumerable<string> grounds)
    {
        var start = Margin;
        foreach (var (piece, ground) in pieces.Zip(grounds))
        {
            sheet.Fill(start, MarksTop, piece.Width + (2 * MarkPadding), MarksHeight, ground, round: 3);
            sheet.Place(piece, start + MarkPadding, MarksTop + ((MarksHeight - piece.Height) / 2));
            start += piece.Width + (2 * MarkPadding) + MarkGap;
        }
    }

    private static FoundText Prepare(FoundText text, int most) => text with { Value = CardText.Cut(CardText.Clean(text.Value), most) };
}
