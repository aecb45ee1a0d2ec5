using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Writing;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Ui.TagHelpers;

/// <summary>
/// A part of the layout that is the same on all pages of a route in a culture, and is written but once:
/// <c>&lt;portal-kept name="footer"&gt;…&lt;/portal-kept&gt;</c>.
/// </summary>
[HtmlTargetElement("portal-kept")]
public sealed class KeptTagHelper(Wording words, IServiceProvider services) : TagHelper
{
    /// <summary>The part's name, of which the layout has but one.</summary>
    public string Name { get; set; } = "";

    /// <summary>False on a page where it is another than usual.</summary>
    public bool Usual { get; set; } = true;

    /// <summary>The view being rendered.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (!Usual)
            return;
        var kept = services.GetRequiredService<KeptHtml>().Of(words.Culture.Tag, View.ActionDescriptor.AttributeRouteInfo?.Template ?? "");
        if (!kept.TryGetValue(Name, out var html))
            kept[Name] = html = new((await output.GetChildContentAsync()).GetContent());
        output.Content.SetHtmlContent(html);
    }
}
