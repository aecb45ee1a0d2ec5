using ExportPortal.Catalogue.Pages.Cards;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Texts;
using ExportPortal.Media.Contracts;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Catalogue.Pages.Products;

/// <summary>A product's name, whose it is, and where it comes from.</summary>
/// <param name="product">The product.</param>
/// <param name="words">The page's wording.</param>
internal sealed class ProductTitle(ProductPage product, Wording words) : HtmlPart
{
    protected override void Write(HtmlWriter to)
    {
        to.WriteSafe("<header class=\"product-head\"><p class=\"kicker\">");
        to.WriteFound(words, "a", product.SectorName, "href", $"/{words.Culture.Tag}/sectors/{product.Sector}");
        to.WriteSafe("</p>");
        to.WriteFound(words, "h1", product.Name);
        to.WriteSafe("<div class=\"by-line\">");
        if (product.Firm.Image is { } logo)
            to.Write($"<span class=\"logo\">{new Picture(logo.Key, logo.Width, logo.Height) { Sizes = "2.5rem", Eager = true }}</span>");
        to.WriteSafe("<span>");
        to.WriteFound(words, "a", product.Firm.Name, "href", product.Firm.Path);
        if (product.FirmCity is { } city)
        {
            to.Write($"<span>{words["Catalogue.Product.CitySeparator"]}</span>");
            to.WriteFound(words, "span", city);
        }
        to.Write($"</span></div><ul class=\"marks\"><li class=\"badge hue\">{words.Origin(product)}</li>");
        if (product.Sample)
            to.Write($" <li class=\"badge warn\">{words["Catalogue.Sample.Long"]}</li>");
        to.WriteSafe("</ul></header>");
    }
}

/// <summary>What a product is, in a few words and facts.</summary>
/// <param name="product">The product.</param>
/// <param name="words">The page's wording.</param>
internal sealed class Summary(ProductPage product, Wording words) : HtmlPart
{
    private const int MostFacts = 6;

    protected override void Write(HtmlWriter to)
    {
        to.WriteSafe("<div class=\"product-summary\">");
        if (product.Summary is { } summary)
        {
            to.WriteFound(words, "p", summary, "class", "lead");
            to.Write($"{new Fallback(summary, words)}");
        }
        if (product.KeyFacts.Count > 0)
            to.Write($"<dl class=\"key-facts\">{new FactRows(product.KeyFacts.Take(MostFacts), words)}</dl>");
        to.WriteSafe("</div>");
    }
}
