using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace ExportPortal.Ui.Writing;

/// <summary>A part of a page that writes itself; pages put it where a partial view might stand.</summary>
public abstract class HtmlPart : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Write(new(writer, encoder));

    /// <summary>Writes the part.</summary>
    protected abstract void Write(HtmlWriter to);
}
