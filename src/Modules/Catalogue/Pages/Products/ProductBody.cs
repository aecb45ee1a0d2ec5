using ExportPortal.Catalogue.Pages.Cards;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Catalogue.Pages.Products;

/// <summary>A product's page, from its title to its neighbours.</summary>
/// <param name="product">The product.</param>
/// <param name="related">Products like it.</param>
/// <param name="words">The page's wording.</param>
/// <param name="today">The day on which certificates must be valid.</param>
internal sealed class ProductBody(ProductPage product, IReadOnlyList<Card> related, Wording words, DateOnly today) : HtmlPart
{
    /// <summary>What modules above offer a buyer to do.</summary>
    public required IEnumerable<HtmlPart> Ask { get; init; }

    protected override void Write(HtmlWriter to)
    {
        to.Write($"{new Untranslated(product, words)}<div class=\"frame product-top\">{new ProductTitle(product, words)}{new Gallery(product, words)}");
        to.Write($"<div class=\"product-answers\">{new Answers(product, words, today)}<div class=\"ask\">");
        foreach (var part in Ask)
            to.Write($"{part}");
        to.Write($"</div></div>{new Summary(product, words)}</div><div class=\"frame\">{new Sheet(product, words)}{new Trade(product, words, today)}");
        to.Write($"<section class=\"section\" aria-labelledby=\"firm\"><h2 id=\"firm\">{words["Catalogue.Product.Firm"]}</h2><div class=\"body\">{new OrganisationCard(product.Firm, words)}</div></section></div>");
        if (related.Count > 0)
            WriteRelated(to);
    }

    private void WriteRelated(HtmlWriter to)
    {
        var culture = words.Culture.Tag;
        var together = CompareModel.AddressOf(culture, related.Take(CompareModel.Most - 1).Select(c => c.Id).Prepend(product.Id));
        to.Write($"<section class=\"band sunk\" aria-labelledby=\"related\"><div class=\"frame\"><div class=\"band-head\"><h2 id=\"related\">{words["Catalogue.Product.Related"]}</h2>");
        to.Write($"<a class=\"more\" href=\"{together}\" rel=\"nofollow\">{words["Catalogue.Compare.These"]}</a><a class=\"more\" href=\"/{culture}/sectors/{product.Sector}\">{words["Catalogue.Product.AllOfSector"]}</a></div><ul class=\"cards\">");
        foreach (var card in related)
            to.Write($"<li>{new ProductCard(card, words)}</li>");
        to.WriteSafe("</ul></div></section>");
    }
}
