using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Machines;
using ExportPortal.Ui.Writing;
using Microsoft.AspNetCore.Html;

namespace ExportPortal.Ui.Head;

/// <summary>What stands around a page. The layout puts it together with what it keeps, and so does a page that writes itself.</summary>
/// <param name="head">The page's head.</param>
/// <param name="links">Its addresses.</param>
/// <param name="address">The portal's address.</param>
/// <param name="words">The page's wording.</param>
internal sealed class PageFrame(PageHead head, PageLinks links, PublicAddress address, Wording words)
{
    private static readonly HtmlString ToolsBegin = new("<div class=\"tools\">"), MainEnd = new("</main>"), DocumentEnd = new("</body></html>");

    /// <summary>The document's beginning, up to the files it needs.</summary>
    public IHtmlContent Top => new Piece(WriteTop);

    /// <summary>From the end of the document's head to the navigation.</summary>
    public IHtmlContent Header => new Piece(to =>
        to.Write($"</head><body class=\"{(head.WorkArea ? "work" : "public")}\"><a class=\"skip\" href=\"#main\">{words["Ui.SkipToContent"]}</a><header class=\"site-header\"><div class=\"frame\">"));

    /// <summary>Behind the navigation: where tools begin.</summary>
    public IHtmlContent Tools { get; } = ToolsBegin;

    /// <summary>Behind the search: the languages, and where the page itself begins.</summary>
    public IHtmlContent Main => new Piece(WriteMain);

    /// <summary>Where the page itself ends.</summary>
    public IHtmlContent End { get; } = MainEnd;

    /// <summary>Where the document ends.</summary>
    public IHtmlContent Bottom { get; } = DocumentEnd;

    private void WriteTop(HtmlWriter to)
    {
        var culture = words.Culture;
        to.Write($"<!doctype html><html lang=\"{culture.Tag}\" dir=\"{culture.Direction}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        to.Write($"<title>{words["Ui.Title", ("page", head.Title.Length > 0 ? head.Title : words["Ui.Tagline"])]}</title>");
        if (head.Description.Length > 0)
            to.Write($"<meta name=\"description\" content=\"{head.Description}\">");
        if (head.NoIndex || head.WrittenIn?.Contains(culture.Tag) == false)
            to.WriteSafe("<meta name=\"robots\" content=\"noindex\">");
        if (!head.NoIndex)
        {
            to.Write($"<link rel=\"canonical\" href=\"{links.Canonical(culture)}\">");
            foreach (var (tag, there) in links.Alternates())
                to.Write($"<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{there}\">");
            to.Write($"{new MachineHead(head, links, address, words)}");
        }
        to.WriteSafe("<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"theme-color\" content=\"#fffefb\" media=\"(prefers-color-scheme: light)\"><meta name=\"theme-color\" content=\"#1b2022\" media=\"(prefers-color-scheme: dark)\">");
    }

    private void WriteMain(HtmlWriter to)
    {
        to.Write($"{new LanguageMenu(head, links, words)}</div></div></header><main id=\"main\"");
        to.WriteAttribute("class", head.MainClass.Length > 0 ? head.MainClass : null);
        to.WriteSafe(" tabindex=\"-1\">");
        if (!head.NoTrail && !head.WorkArea)
            to.Write($"{new Trail(head, words)}");
    }

    private sealed class Piece(Action<HtmlWriter> write) : HtmlPart
    {
        protected override void Write(HtmlWriter to) => write(to);
    }
}
