using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Writing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ExportPortal.Ui.TagHelpers;

/// <summary>Writes a text into an element and marks it with <c>lang</c> and <c>dir</c> when it is written in another culture than the page.</summary>
[HtmlTargetElement("*", Attributes = "found")]
public sealed class FoundTextTagHelper(Wording words) : TagHelper
{
    /// <summary>The text; nothing is written for null.</summary>
    public FoundText? Found { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Found is not { } text)
        {
            output.SuppressOutput();
            return;
        }
        if (text.Culture != words.Culture.Tag)
        {
            output.Attributes.SetAttribute("lang", text.Culture);
            output.Attributes.SetAttribute("dir", PortalCultures.DirectionOf(text.Culture));
        }
        output.Content.SetHtmlContent(new KeptText(text.Value));
    }
}
