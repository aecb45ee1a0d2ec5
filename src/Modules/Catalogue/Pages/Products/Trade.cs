using ExportPortal.Catalogue.Contracts;
using ExportPortal.Catalogue.Pages.Cards;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Catalogue.Pages.Products;

/// <summary>Where a product may be sold: certificates, readiness, registrations.</summary>
/// <param name="product">The product.</param>
/// <param name="words">The page's wording.</param>
/// <param name="today">The day on which certificates must be valid.</param>
internal sealed class Trade(ProductPage product, Wording words, DateOnly today) : HtmlPart
{
    // Longer lists of countries are closed at first.
    private const int MostOpen = 12;

    protected override void Write(HtmlWriter to)
    {
        if (product.Certificates.Count > 0)
            to.Write($"<section class=\"section\" aria-labelledby=\"certificates\"><h2 id=\"certificates\">{words["Catalogue.Product.Certificates"]}</h2><div class=\"body\">{new Certificates(product.Certificates, words, today)}</div></section>");
        to.Write($"<section class=\"section\" aria-labelledby=\"readiness\"><h2 id=\"readiness\">{words["Catalogue.Product.Readiness"]}</h2><div class=\"body\"><ul class=\"markets\">");
        foreach (var market in product.Markets)
            Write(to, market);
        to.Write($"</ul><p class=\"note\">{words["Catalogue.Readiness.Note"]}</p></div></section>");
        if (product.Registrations.Count > 0)
            WriteRegistrations(to);
    }

    private void Write(HtmlWriter to, MarketReadiness market)
    {
        var (ready, count) = (market.Ready, market.Count);
        to.Write($"<li id=\"market-{market.Market}\"><h3>");
        to.WriteFound(words, "a", market.Name, "href", $"/{words.Culture.Tag}/markets/{market.Market}");
        to.Write($" <span class=\"note\">{(count > 0 ? words.Ready(market) : words["Catalogue.Readiness.OnRequest"])}</span></h3>");
        if (count > 0)
        {
            to.WriteSafe("<div class=\"ready-bar\" aria-hidden=\"true\">");
            for (var i = 0; i < count; i++)
                to.WriteSafe(i < ready ? "<i class=\"on\"></i>" : "<i></i>");
            to.WriteSafe("</div><details");
            to.WriteAttribute("open", count <= MostOpen ? "open" : null);
            to.Write($"><summary>{words["Catalogue.Readiness.ByCountry"]}</summary><dl class=\"facts\">");
            foreach (var group in market.Groups)
                to.Write($"<div><dt>{LackOf(group)}</dt><dd>{words.CountryNames(group.Countries)}</dd></div>");
            to.WriteSafe("</dl></details>");
        }
        to.WriteSafe("</li>");
    }

    private string LackOf(ReadinessGroup group) =>
        group.Missing.Count == 0 ? words["Catalogue.Readiness.Ready"] : words["Catalogue.Readiness.Lacks", ("items", words.List([.. group.Missing.Select(words.Missing)]))];

    private void WriteRegistrations(HtmlWriter to)
    {
        string[] labels =
        [
            words["Catalogue.Registration.Country"], words["Catalogue.Registration.Authority"], words["Catalogue.Registration.Number"], words["Catalogue.Registration.Status"], words["Catalogue.Registration.Date"],
        ];
        to.Write($"<section class=\"section\" aria-labelledby=\"registrations\"><h2 id=\"registrations\">{words["Catalogue.Product.Registrations"]}</h2><table class=\"rows body\" role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\">");
        foreach (var label in labels)
            to.Write($"<th scope=\"col\" role=\"columnheader\">{label}</th>");
        to.WriteSafe("</tr></thead><tbody role=\"rowgroup\">");
        foreach (var registration in product.Registrations)
            Write(to, registration, labels);
        to.WriteSafe("</tbody></table></section>");
    }

    private void Write(HtmlWriter to, RegistrationContent registration, string[] labels)
    {
        to.Write($"<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">{Countries.Name(registration.Country, words.Culture.Tag)}</th><td role=\"cell\" data-label=\"{labels[1]}\">");
        to.WriteGiven(registration.Authority);
        to.Write($"</td><td role=\"cell\" data-label=\"{labels[2]}\">");
        if (registration.Number is { } number)
            to.WriteCode(number);
        else
            to.WriteSafe("–");
        var look = registration.Status switch { "valid" => "good", "pending" => "warn", _ => "bad" };
        to.Write($"</td><td role=\"cell\" data-label=\"{labels[3]}\"><span class=\"badge {look}\">{words["Catalogue.Registration.Status." + registration.Status]}</span></td>");
        to.Write($"<td role=\"cell\" class=\"date\" data-label=\"{labels[4]}\">{(registration.Date is { } date ? words.Date(date) : "–")}</td></tr>");
    }
}
