using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using ExportPortal.Ui.Machines;
using Microsoft.AspNetCore.Html;

namespace ExportPortal.Ui.Writing;

/// <summary>
/// Writes HTML from interpolated strings: what stands in the string itself is markup; what is put into it is text, and encoded.
/// For what stands many times in a page, or on pages asked for without end: it does without what each partial view and tag helper takes.
/// </summary>
/// <param name="to">Where the HTML goes.</param>
/// <param name="encoder">What encodes texts.</param>
public sealed class HtmlWriter(TextWriter to, HtmlEncoder encoder)
{
    /// <summary>Writes <c>$"&lt;p&gt;{text}&lt;/p&gt;"</c>: a text encoded, content as it writes itself.</summary>
    /// <param name="markup">The string. It is written while it is put together.</param>
    public void Write([InterpolatedStringHandlerArgument("")] ref Markup markup) => markup.End();

    /// <summary>Writes HTML as it is. Whoever makes it answers for its safety.</summary>
    public void WriteSafe(string html) => to.Write(html);

    /// <summary>Writes HTML as it is. Whoever makes it answers for its safety.</summary>
    public void WriteSafe(ReadOnlySpan<char> html) => to.Write(html);

    /// <summary>Writes a <c>script</c> element that holds an object in JSON-LD.</summary>
    /// <param name="data">Writes the object.</param>
    internal void WriteData(Action<Utf8JsonWriter> data)
    {
        WriteSafe("<script type=\"application/ld+json\">");
        StructuredData.Write(data, to);
        WriteSafe("</script>");
    }

    /// <summary>Writes an attribute, with a space before it; nothing for null.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, a text.</param>
    public void WriteAttribute(string name, string? value)
    {
        if (value is null)
            return;
        to.Write(' ');
        to.Write(name);
        Write($"=\"{value}\"");
    }

    /// <summary>An interpolated string.</summary>
    [InterpolatedStringHandler]
    public ref struct Markup
    {
        // Of an int, with its sign.
        private const int MostDigits = 11;

        private readonly HtmlWriter _writer;

        /// <summary>Begins one. The lengths, which the compiler gives, are of no use to a writer.</summary>
        public Markup(int literalLength, int formattedCount, HtmlWriter writer) => (_, _, _writer) = (literalLength, formattedCount, writer);

        /// <summary>Writes markup.</summary>
        public readonly void AppendLiteral(string markup) => _writer.WriteSafe(markup);

        /// <summary>Writes a text; nothing for null.</summary>
        public readonly void AppendFormatted(string? text) => _writer.WriteText(text);

        /// <summary>Writes a whole number.</summary>
        public readonly void AppendFormatted(int number)
        {
            Span<char> digits = stackalloc char[MostDigits];
            number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
            _writer.WriteSafe(digits[..length]);
        }

        /// <summary>Writes content; nothing for null.</summary>
        public readonly void AppendFormatted(IHtmlContent? content) => _writer.WriteContent(content);

        internal readonly void End()
        {
        }
    }

    private void WriteText(string? text)
    {
        if (text is not null)
            encoder.Encode(to, text);
    }

    private void WriteContent(IHtmlContent? content) => content?.WriteTo(to, encoder);
}
