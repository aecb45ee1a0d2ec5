using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Catalogue.Pages.Cards;

/// <summary>Certificates with their validity on a day. Until somebody verifies them they are the firm's word.</summary>
/// <param name="certificates">The certificates.</param>
/// <param name="words">The page's wording.</param>
/// <param name="today">The day.</param>
internal sealed class Certificates(IReadOnlyList<CertificateContent> certificates, Wording words, DateOnly today) : HtmlPart
{
    protected override void Write(HtmlWriter to)
    {
        to.WriteSafe("<ul class=\"certificates\">");
        foreach (var certificate in certificates)
            Write(to, certificate);
        to.Write($"</ul><p class=\"note\">{words["Catalogue.Certificate.Note"]} <a href=\"/{words.Culture.Tag}/certificates\">{words["Catalogue.Certificate.More"]}</a></p>");
    }

    private void Write(HtmlWriter to, CertificateContent certificate)
    {
        var isValid = certificate.IsValidOn(today);
        to.WriteSafe("<li class=\"certificate\"><h3>");
        to.WriteCode(certificate.Scheme);
        if (isValid)
            to.Write($" <span class=\"badge\">{words["Catalogue.Certificate.Stated"]}</span></h3>");
        else
            to.Write($" <span class=\"badge bad\">{words["Catalogue.Certificate.Expired"]}</span></h3>");
        if (certificate.Scope is { } scope)
        {
            to.WriteSafe("<p>");
            to.WriteGiven(scope);
            to.WriteSafe("</p>");
        }
        if (certificate.Number is { } number)
        {
            to.Write($"<p>{words["Catalogue.Certificate.Number"]} ");
            to.WriteCode(number);
            to.WriteSafe("</p>");
        }
        if (certificate.Issuer is { } issuer)
        {
            to.Write($"<p>{words["Catalogue.Certificate.Issuer"]} ");
            to.WriteGiven(issuer);
            to.WriteSafe("</p>");
        }
        if (certificate.Expires is { } end)
            to.Write($"<p>{(isValid ? words["Catalogue.Certificate.ValidUntil", ("date", end)] : words["Catalogue.Certificate.ExpiredOn", ("date", end)])}</p>");
        if (certificate.Address is { } address)
            to.Write($"<p><a href=\"{address}\">{words["Catalogue.Certificate.Open"]}</a></p>");
        to.WriteSafe("</li>");
    }
}
