using ExportPortal.Kernel.Texts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ExportPortal.Ui.Forms;

/// <summary>
/// A field of a form: label, hint and refusal around its control, which is named by <c>field</c>:
/// <c>&lt;portal-field name="email" label="…" hint="…"&gt;&lt;input field="email" type="email" value="…"&gt;&lt;/portal-field&gt;</c>.
/// </summary>
[HtmlTargetElement("portal-field")]
public sealed class FieldTagHelper(FormErrors errors, Wording words) : TagHelper
{
    /// <summary>The field's name, as it is sent.</summary>
    public string Name { get; set; } = "";

    /// <summary>The label's text.</summary>
    public string Label { get; set; } = "";

    /// <summary>What helps to fill it in; empty for none.</summary>
    public string Hint { get; set; } = "";

    /// <summary>True to say that it may stay empty.</summary>
    public bool Optional { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(FieldTagHelper)] = this;
        var control = await output.GetChildContentAsync();
        var id = FormErrors.IdOf(Name);
        var refusal = errors.Of(Name);

        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (Optional)
            label.InnerHtml.AppendHtml(Paragraph("span", "optional", null, words["Ui.Form.Optional"]));

        output.TagName = "div";
        output.Attributes.SetAttribute("class", refusal is null ? "field" : "field refused");
        output.Content.AppendHtml(label);
        if (Hint.Length > 0)
            output.Content.AppendHtml(Paragraph("p", "hint", id + "-hint", Hint));
        if (refusal is not null)
            output.Content.AppendHtml(Paragraph("p", "refusal", id + "-error", words.Explain(refusal)));
        output.Content.AppendHtml(control);
    }

    private static TagBuilder Paragraph(string element, string style, string? id, string text)
    {
        var paragraph = new TagBuilder(element);
        paragraph.Attributes["class"] = style;
        if (id is not null)
            paragraph.Attributes["id"] = id;
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }
}

/// <summary>The control of a <see cref="FieldTagHelper"/>: gets its id and name, and is tied to hint and refusal for those who hear the page.</summary>
[HtmlTargetElement("input", Attributes = "field", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = "field")]
[HtmlTargetElement("select", Attributes = "field")]
public sealed class ControlTagHelper(FormErrors errors) : TagHelper
{
    /// <summary>The field's name, as it is sent.</summary>
    public string Field { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = FormErrors.IdOf(Field);
        output.Attributes.SetAttribute("id", id);
        output.Attributes.SetAttribute("name", Field);
        var described = new List<string>();
        if (context.Items.TryGetValue(typeof(FieldTagHelper), out var found) && found is FieldTagHelper { Hint.Length: > 0 })
            described.Add(id + "-hint");
        if (errors.Of(Field) is not null)
        {
            described.Add(id + "-error");
            output.Attributes.SetAttribute("aria-invalid", "true");
        }
        if (described.Count > 0)
            output.Attributes.SetAttribute("aria-describedby", string.Join(' ', described));
    }
}

/// <summary>All refusals of a form above it, each linked to its field. Nothing when there are none.</summary>
[HtmlTargetElement("portal-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(FormErrors errors, Wording words) : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (errors.IsEmpty)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");

        var title = new TagBuilder("h2");
        title.Attributes["id"] = "error-summary-title";
        title.InnerHtml.Append(words["Ui.Form.Refused", ("count", errors.Refusals.Count)]);
        var list = new TagBuilder("ul");
        foreach (var refusal in errors.Refusals)
        {
            var item = new TagBuilder("li");
            if (refusal.Field is { } field)
            {
                var link = new TagBuilder("a");
                link.Attributes["href"] = "#" + FormErrors.IdOf(field);
                link.InnerHtml.Append(words.Explain(refusal));
                item.InnerHtml.AppendHtml(link);
            }
            else
                item.InnerHtml.Append(words.Explain(refusal));
            list.InnerHtml.AppendHtml(item);
        }
        output.Content.AppendHtml(title);
        output.Content.AppendHtml(list);
    }
}
