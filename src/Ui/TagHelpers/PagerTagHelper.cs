using ExportPortal.Kernel.Texts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ExportPortal.Ui.TagHelpers;

/// <summary>
/// Leads through the pages of a list: <c>&lt;portal-pager page="2" pages="9" path="/en/sectors/ict" /&gt;</c>. Nothing for a single page.
/// </summary>
[HtmlTargetElement("portal-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(Wording words) : TagHelper
{
    /// <summary>The present page, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>How many there are.</summary>
    public int Pages { get; set; } = 1;

    /// <summary>The list's path; its query, if it has one, is kept.</summary>
    public string Path { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", words["Ui.Pager.Name"]);
        Append(output, Page > 1 ? Link(Page - 1, "prev", words["Ui.Pager.Previous"]) : new TagBuilder("span"));
        var place = new TagBuilder("p");
        place.AddCssClass("note");
        place.InnerHtml.Append(words["Ui.Pager.Place", ("page", words.Plain(Page)), ("pages", words.Plain(Pages))]);
        Append(output, place);
        Append(output, Page < Pages ? Link(Page + 1, "next", words["Ui.Pager.Next"]) : new TagBuilder("span"));
    }

    private TagBuilder Link(int page, string relation, string text)
    {
        var link = new TagBuilder("a");
        var first = Path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        link.Attributes["href"] = page == 1 ? Path : FormattableString.Invariant($"{Path}{first}page={page}");
        link.Attributes["rel"] = relation;
        link.AddCssClass("button");
        link.InnerHtml.Append(text);
        return link;
    }

    private static void Append(TagHelperOutput output, TagBuilder part) => output.Content.AppendHtml(part);
}
