using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ExportPortal.Ui.TagHelpers;

/// <summary>A code (HS, CAS, ATC, a model number), kept apart from the direction around it: <c>&lt;portal-code&gt;B03XA01&lt;/portal-code&gt;</c>.</summary>
[HtmlTargetElement("portal-code")]
public sealed class CodeTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "bdi";
        output.Attributes.SetAttribute("class", "code");
        output.Attributes.SetAttribute("dir", "ltr");
        output.Attributes.SetAttribute("translate", "no");
    }
}
