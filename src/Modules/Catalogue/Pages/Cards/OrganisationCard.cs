using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Texts;
using ExportPortal.Media.Contracts;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Catalogue.Pages.Cards;

/// <summary>An organisation in a list, and on the pages of its products.</summary>
/// <param name="card">The organisation.</param>
/// <param name="words">The page's wording.</param>
internal sealed class OrganisationCard(Card card, Wording words) : HtmlPart
{
    protected override void Write(HtmlWriter to)
    {
        to.WriteSafe("<article class=\"firm\"><div class=\"logo\">");
        if (card.Image is { } logo)
            to.Write($"{new Picture(logo.Key, logo.Width, logo.Height) { Sizes = "4.5rem" }}");
        else
            to.WriteSafe("<span class=\"mark\"></span>");
        to.WriteSafe("</div><div><h3>");
        to.WriteFound(words, "a", card.Name, "href", card.Path);
        to.WriteSafe("</h3>");
        to.WriteFound(words, "p", card.Summary, "class", "clamp");
        if (card.Sample)
            to.Write($"<p><span class=\"badge\">{words["Catalogue.Sample.Short"]}</span></p>");
        to.WriteSafe("</div></article>");
    }
}
