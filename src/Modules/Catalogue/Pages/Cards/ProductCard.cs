using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Texts;
using ExportPortal.Media.Contracts;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Catalogue.Pages.Cards;

/// <summary>A product in a list.</summary>
/// <param name="card">The product.</param>
/// <param name="words">The page's wording.</param>
/// <param name="withSummary">Whether there is room for its summary.</param>
internal sealed class ProductCard(Card card, Wording words, bool withSummary = false) : HtmlPart
{
    protected override void Write(HtmlWriter to)
    {
        var summed = withSummary && card.Summary is not null;
        to.Write($"<article class=\"card hue-{card.Sector}\"><div class=\"picture {(card.Image is null ? "girih" : "")}\">");
        if (card.Image is { } image)
            to.Write($"{new Picture(image.Key, image.Width, image.Height) { Sizes = summed ? "(min-width: 48rem) 18rem, 41vw" : "(min-width: 76rem) 18rem, 41vw" }}");
        to.WriteSafe("</div><div class=\"text\"><h3>");
        to.WriteFound(words, "a", card.Name, "href", card.Path);
        to.WriteSafe("</h3>");
        if (summed)
            to.WriteFound(words, "p", card.Summary, "class", "clamp");
        to.WriteFound(words, "p", card.FirmName, "class", "by");
        to.WriteSafe("</div>");
        if (card.Sample)
            to.Write($"<span class=\"badge\">{words["Catalogue.Sample.Short"]}</span>");
        to.WriteSafe("</article>");
    }
}
