using System.Text.RegularExpressions;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ExportPortal.Ui.TagHelpers;

/// <summary>Writes a text into an element and marks it with <c>lang</c> and <c>dir</c> when it is written in another culture than the page.</summary>
[HtmlTargetElement("*", Attributes = "found")]
public sealed partial class FoundTextTagHelper(Wording words) : TagHelper
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

    // Browsers break a line behind any hyphen: a short code such as HIV-1 is kept whole.
    private static void WriteKept(TagHelperContent content, string text)
    {
        content.Clear();
        var end = 0;
        foreach (var code in Code().EnumerateMatches(text))
        {
            content.Append(text[end..code.Index]).AppendHtml("<span class=\"kept\">").Append(text.Substring(code.Index, code.Length)).AppendHtml("</span>");
            end = code.Index + code.Length;
        }
        content.Append(text[end..]);
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9\p{IsCyrillic}-])[A-Za-z\p{IsGreek}\p{IsCyrillic}]{1,5}-[0-9]{1,4}[A-Za-z]?(?![A-Za-z0-9\p{IsCyrillic}-])")]
    private static partial Regex Code();
}
