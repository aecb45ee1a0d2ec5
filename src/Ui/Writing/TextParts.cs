using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;

namespace ExportPortal.Ui.Writing;

/// <summary>A text of which what belongs together stays in one line.</summary>
/// <param name="text">The text.</param>
public sealed class KeptText(string text) : HtmlPart
{
    // Browsers break a line behind any hyphen, and anywhere in Chinese that is too long for it.
    /// <inheritdoc/>
    protected override void Write(HtmlWriter to)
    {
        var end = 0;
        // Each of those parts has a digit or an abbreviation.
        if (text.AsSpan().ContainsAnyInRange('0', '9') || text.Contains(". ", StringComparison.Ordinal))
            foreach (var code in Unbroken.Parts().EnumerateMatches(text))
            {
                to.Write($"{text[end..code.Index]}<span class=\"kept\">{text.Substring(code.Index, code.Length)}</span>");
                end = code.Index + code.Length;
            }
        to.Write($"{(end == 0 ? text : text[end..])}");
    }
}

/// <summary>The elements that texts stand in.</summary>
public static class TextParts
{
    /// <summary>A text in an element, marked with <c>lang</c> and <c>dir</c> when it is written in another culture than the page; nothing for null.</summary>
    /// <param name="to">The writer.</param>
    /// <param name="words">The page's wording.</param>
    /// <param name="element">The element's name.</param>
    /// <param name="found">The text.</param>
    /// <param name="attribute">An attribute's name; null for none.</param>
    /// <param name="value">Its value.</param>
    public static void WriteFound(this HtmlWriter to, Wording words, string element, FoundText? found, string? attribute = null, string? value = null)
    {
        if (found is not { } text)
            return;
        to.WriteSafe("<");
        to.WriteSafe(element);
        if (attribute is not null)
            to.WriteAttribute(attribute, value);
        to.WriteLanguage(words, text);
        to.Write($">{new KeptText(text.Value)}</");
        to.WriteSafe(element);
        to.WriteSafe(">");
    }

    /// <summary>The attributes <c>lang</c> and <c>dir</c> of an element whose text is written in another culture than the page.</summary>
    public static void WriteLanguage(this HtmlWriter to, Wording words, FoundText text)
    {
        if (text.Culture == words.Culture.Tag)
            return;
        to.WriteAttribute("lang", text.Culture);
        to.WriteAttribute("dir", PortalCultures.DirectionOf(text.Culture));
    }

    /// <summary>A code (HS, CAS, ATC, a model number), kept apart from the direction around it.</summary>
    public static void WriteCode(this HtmlWriter to, string? code) => to.Write($"<bdi class=\"code\" dir=\"ltr\" translate=\"no\">{code}</bdi>");

    /// <summary>A text in no stated language, as a firm or authority gave it.</summary>
    public static void WriteGiven(this HtmlWriter to, string? text) => to.Write($"<bdi lang=\"\" dir=\"auto\" translate=\"no\">{text}</bdi>");
}
