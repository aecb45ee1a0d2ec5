using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;

namespace ExportPortal.Ui.Writing;

/// <summary>Parts of the layout as they were written once. They are made of interface texts only, which stay as they are while the process lives.</summary>
internal sealed class KeptHtml
{
    private readonly ConcurrentDictionary<(string Culture, string Route), ConcurrentDictionary<string, HtmlString>> _parts = new();

    /// <summary>The parts of a culture's pages of a route, by name; navigation marks where the reader is. Parts, cultures and routes are few.</summary>
    public ConcurrentDictionary<string, HtmlString> Of(string culture, string route) => _parts.GetOrAdd((culture, route), _ => new(StringComparer.Ordinal));
}
