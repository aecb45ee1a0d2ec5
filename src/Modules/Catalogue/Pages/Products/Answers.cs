using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Catalogue.Pages.Products;

/// <summary>What a buyer asks first: is it certified, can I get it, at what price.</summary>
/// <param name="product">The product.</param>
/// <param name="words">The page's wording.</param>
/// <param name="today">The day on which certificates must be valid.</param>
internal sealed class Answers(ProductPage product, Wording words, DateOnly today) : HtmlPart
{
    private const int MostMarkets = 5;

    protected override void Write(HtmlWriter to)
    {
        to.Write($"<dl class=\"facts answers\"><div><dt>{words["Catalogue.Product.Certified"]}</dt><dd>");
        WriteCertificates(to);
        to.Write($"</dd></div><div><dt>{words["Catalogue.Product.Ready"]}</dt><dd>");
        WriteMarkets(to);
        to.Write($"</dd></div><div><dt>{words["Catalogue.Product.Price"]}</dt><dd>");
        WritePrice(to);
        to.WriteSafe("</dd></div>");
        if (product.MinimumOrder is { } least)
            to.Write($"<div><dt>{words["Catalogue.Product.MinimumOrder"]}</dt><dd>{words.Quantity(least)}</dd></div>");
        if (product.LeadTimeDays is { } days)
            to.Write($"<div><dt>{words["Catalogue.Product.LeadTime"]}</dt><dd>{words["Catalogue.Product.LeadTimeDays", ("days", days)]}</dd></div>");
        to.WriteSafe("</dl>");
    }

    private void WriteCertificates(HtmlWriter to)
    {
        var valid = product.Certificates.Where(c => c.IsValidOn(today)).Select(c => c.Scheme).Distinct().ToArray();
        if (valid.Length == 0)
        {
            to.Write($"<span class=\"note\">{(product.Certificates.Count > 0 ? words["Catalogue.Certificate.AllExpired"] : words["Catalogue.Certificate.None"])}</span>");
            return;
        }
        to.WriteSafe("<a class=\"values\" href=\"#certificates\">");
        for (var i = 0; i < valid.Length; i++)
        {
            to.Write($"<span class=\"visually-hidden\">{words.Joint(i, valid.Length)}</span>");
            to.WriteCode(valid[i]);
        }
        to.Write($"</a> <span class=\"note\">{words["Catalogue.Certificate.Stated"]}</span>");
    }

    private void WriteMarkets(HtmlWriter to)
    {
        foreach (var market in product.Markets.Take(MostMarkets))
        {
            to.WriteSafe("<span>");
            to.WriteFound(words, "a", market.Name, "href", "#market-" + market.Market);
            if (market.Count > 0)
                to.Write($"<span class=\"note\"> {words.ReadyShort(market)}</span>");
            to.WriteSafe("</span> ");
        }
    }

    private void WritePrice(HtmlWriter to)
    {
        if (product.Price is not { } price)
        {
            to.Write($"<span class=\"note\">{words["Catalogue.Price.OnRequest"]}</span>");
            return;
        }
        to.Write($"<span>{words.Price(price)}</span>");
        if (price.Incoterm is null)
            return;
        to.WriteSafe(" <bdi class=\"note\" dir=\"ltr\">");
        to.WriteCode(price.Incoterm);
        to.WriteSafe(" ");
        to.WriteGiven(price.Place);
        to.WriteSafe("</bdi>");
    }
}
