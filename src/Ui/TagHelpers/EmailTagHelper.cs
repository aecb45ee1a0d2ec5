using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ExportPortal.Ui.TagHelpers;

/// <summary>An e-mail address, left to right: <c>&lt;portal-email address="a.buyer@clinic.example" /&gt;</c>. Where it is too long for a line, it breaks before its host.</summary>
[HtmlTargetElement("portal-email", TagStructure = TagStructure.WithoutEndTag)]
public sealed class EmailTagHelper : TagHelper
{
    /// <summary>The address.</summary>
    public string Address { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("bdi", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("dir", "ltr");
        var host = Address.LastIndexOf('@') + 1;
        output.Content.Append(Address[..host]).AppendHtml("<wbr>").Append(Address[host..]);
    }
}
