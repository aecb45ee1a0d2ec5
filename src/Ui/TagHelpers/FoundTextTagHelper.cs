using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
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
        WriteKept(output.Content, text.Value);
    }

    // Browsers break a line behind any hyphen, and anywhere in Chinese that is too long for it.
    private static void WriteKept(TagHelperContent content, string text)
    {
        content.Clear();
        var end = 0;
        // Each of those parts has a digit or an abbreviation.
        if (!text.AsSpan().ContainsAnyInRange('0', '9') && !text.Contains(". ", StringComparison.Ordinal))
        {
            content.Append(text);
            return;
        }
        foreach (var code in Unbroken.Parts().EnumerateMatches(text))
        {
            content.Append(text[end..code.Index]).AppendHtml("<span class=\"kept\">").Append(text.Substring(code.Index, code.Length)).AppendHtml("</span>");
            end = code.Index + code.Length;
        }
        content.Append(text[end..]);
    }
}
