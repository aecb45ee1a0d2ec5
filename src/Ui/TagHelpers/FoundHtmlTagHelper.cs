using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ExportPortal.Ui.TagHelpers;

/// <summary>Writes safe HTML into an element and marks it like <see cref="FoundTextTagHelper"/>. Whoever makes the HTML answers for its safety.</summary>
[HtmlTargetElement("*", Attributes = "found-html")]
public sealed class FoundHtmlTagHelper(Wording words) : TagHelper
{
    /// <summary>The HTML; the element is left out for null.</summary>
    public FoundText? FoundHtml { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (FoundHtml is not { } html)
        {
            output.SuppressOutput();
            return;
        }
        if (html.Culture != words.Culture.Tag)
        {
            output.Attributes.SetAttribute("lang", html.Culture);
            output.Attributes.SetAttribute("dir", PortalCultures.DirectionOf(html.Culture));
        }
        output.Content.SetHtmlContent(html.Value);
    }
}
