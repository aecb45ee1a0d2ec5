using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Ui.Head;

/// <summary>The page in the other cultures: links, or buttons that carry a form along.</summary>
/// <param name="head">The page's head.</param>
/// <param name="links">Its addresses.</param>
/// <param name="words">Its wording.</param>
internal sealed class LanguageMenu(PageHead head, PageLinks links, Wording words) : HtmlPart
{
    protected override void Write(HtmlWriter to)
    {
        var form = head.CarriedForm;
        // The first button of a form is what the enter key presses: not one that changes the language.
        if (form.Length > 0)
            to.Write($"<button type=\"submit\" form=\"{form}\" class=\"visually-hidden\" tabindex=\"-1\" aria-hidden=\"true\"></button>");
        to.Write($"<details class=\"menu\"><summary><span class=\"visually-hidden\">{words["Ui.Languages"]}: </span>{words.Culture.NativeName}</summary><ul>");
        foreach (var other in PortalCultures.All)
        {
            if (form.Length > 0)
                to.Write($"<li><button type=\"submit\" form=\"{form}\" formaction=\"{links.Switch(other)}\" formenctype=\"application/x-www-form-urlencoded\" formnovalidate name=\"{PageHead.LanguageLeft}\" value=\"{words.Culture.Tag}\"");
            else
                to.Write($"<li><a href=\"{links.Switch(other)}\" hreflang=\"{other.Tag}\"");
            to.WriteAttribute("lang", other.Tag);
            to.WriteAttribute("dir", other.Direction);
            to.WriteAttribute("aria-current", other == words.Culture ? "true" : null);
            to.Write($">{other.NativeName}");
            to.WriteSafe(form.Length > 0 ? "</button></li>" : "</a></li>");
        }
        to.WriteSafe("</ul></details>");
    }
}
