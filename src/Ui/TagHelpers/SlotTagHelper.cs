using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Slots;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ExportPortal.Ui.TagHelpers;

/// <summary>A place that modules above fill: <c>&lt;portal-slot name="ask" subject="…" /&gt;</c>. Empty when none does.</summary>
[HtmlTargetElement("portal-slot", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SlotTagHelper : TagHelper
{
    private readonly IHtmlHelper _html;
    private readonly IEnumerable<object> _views;
    private readonly SlotParts _parts;
    private readonly Wording _words;

    /// <summary>Takes the registered views and parts.</summary>
    public SlotTagHelper(IHtmlHelper html, SlotParts parts, Wording words, IServiceProvider services) =>
        (_html, _parts, _words, _views) = (html, parts, words, (IEnumerable<object>?)services.GetService(typeof(IEnumerable<SlotView>)) ?? []);

    /// <summary>The slot's name, one of <see cref="SlotNames"/>.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is about.</summary>
    public SlotSubject Subject { get; set; } = new("page", "", null);

    /// <summary>The view being rendered.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var part in _parts.Of(Name, Subject, _words))
            output.Content.AppendHtml(part);
        ((IViewContextAware)_html).Contextualize(View);
        foreach (var filled in _views.Cast<SlotView>().Where(v => v.Slot == Name).OrderBy(v => v.Order))
            output.Content.AppendHtml(await _html.PartialAsync(filled.View, Subject));
    }
}
