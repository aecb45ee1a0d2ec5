using ExportPortal.Catalogue.Pages.Products;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Catalogue.Pages.Cards;

/// <summary>A quiet note under or over a text that is not in the reader's language, or that nobody has checked.</summary>
/// <param name="text">The text.</param>
/// <param name="words">The page's wording.</param>
internal sealed class Fallback(FoundText text, Wording words) : HtmlPart
{
    protected override void Write(HtmlWriter to)
    {
        if (text.Culture != words.Culture.Tag)
            to.Write($"<p class=\"fallback\">{words["Catalogue.Fallback.Text", ("language", words.Language(text.Culture))]}</p>");
        else if (text.Origin == TextOrigin.Machine)
            to.Write($"<p class=\"fallback\">{words["Catalogue.Fallback.Machine"]}</p>");
    }
}

/// <summary>Said once, above a page whose very name is not in the reader's language.</summary>
/// <param name="page">The page.</param>
/// <param name="words">Its wording.</param>
internal sealed class Untranslated(SubjectPage page, Wording words) : HtmlPart
{
    protected override void Write(HtmlWriter to)
    {
        if (!page.WrittenIn.Contains(words.Culture.Tag))
            to.Write($"<div class=\"frame\"><p class=\"fallback\">{words["Catalogue.Fallback.Page", ("language", words.Language(page.Name.Culture))]}</p></div>");
    }
}
