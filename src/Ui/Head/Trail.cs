using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Ui.Head;

/// <summary>The way from the home page to a page.</summary>
/// <param name="head">The page's head.</param>
/// <param name="words">The page's wording.</param>
internal sealed class Trail(PageHead head, Wording words) : HtmlPart
{
    protected override void Write(HtmlWriter to)
    {
        to.Write($"<nav class=\"trail frame\" aria-label=\"{words["Ui.Trail"]}\"><ol><li><a href=\"/{words.Culture.Tag}/\">{words["Ui.Home"]}</a></li>");
        foreach (var crumb in head.Trail)
        {
            to.WriteSafe(" <li>");
            to.WriteFound(words, "a", crumb.Name, "href", crumb.Path);
            to.WriteSafe("</li>");
        }
        to.WriteSafe("</ol></nav>");
    }
}
