using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ExportPortal.Ui.TagHelpers;

/// <summary>A text in no stated language, as a firm or authority gave it: <c>&lt;portal-given&gt;Tehran IKA&lt;/portal-given&gt;</c>.</summary>
[HtmlTargetElement("portal-given")]
public sealed class GivenTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "bdi";
        output.Attributes.SetAttribute("lang", "");
        output.Attributes.SetAttribute("dir", "auto");
        output.Attributes.SetAttribute("translate", "no");
    }
}
