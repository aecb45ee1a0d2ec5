using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ExportPortal.Catalogue.Preparing;

/// <summary>Descriptions are Markdown. HTML in them is shown as text; pictures are left out; links lead only to web addresses.</summary>
internal static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>False for a text whose lists and quotations stand in one another too deep to be read.</summary>
    public static bool CanRead(string markdown)
    {
        try
        {
            Markdown.Parse(markdown, Pipeline);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        // The page's own headings stand above those of a description.
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Clamp(heading.Level + 2, 3, 6);
        // Markdown knows no table without a head; one of empty cells is none.
        foreach (var head in document.Descendants<TableRow>().Where(r => r.IsHeader && !r.Descendants<LeafInline>().Any()).ToArray())
            head.Parent!.Remove(head);
        foreach (var link in document.Descendants<LinkInline>().ToArray())
        {
            if (link.IsImage || !Uri.TryCreate(link.Url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                Unlink(link);
            else
                link.GetAttributes().AddProperty("rel", "nofollow noopener ugc");
        }
        foreach (var link in document.Descendants<AutolinkInline>().ToArray())
            link.ReplaceBy(new LiteralInline(link.Url));
        return document.ToHtml(Pipeline);
    }

    /// <summary>The text without mark-up, for searching.</summary>
    public static string ToPlainText(string markdown) => Markdown.ToPlainText(markdown, Pipeline).Trim();

    private static void Unlink(LinkInline link)
    {
        if (!link.IsImage)
            while (link.FirstChild is { } child)
            {
                child.Remove();
                link.InsertBefore(child);
            }
        link.Remove();
    }
}
