using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;

namespace ExportPortal.Ui.Writing;

/// <summary>Parts of the layout as they were written once. They are made of interface texts only, which stay as they are while the process lives.</summary>
internal sealed class KeptHtml
{
    private readonly ConcurrentDictionary<(string Name, string Culture, string Route), HtmlString> _parts = new();

    /// <summary>The part; null when it must be written.</summary>
    /// <param name="name">Which part.</param>
    /// <param name="culture">The page's culture.</param>
    /// <param name="route">The page's route: navigation marks where the reader is.</param>
    public HtmlString? Find(string name, string culture, string route) => _parts.GetValueOrDefault((name, culture, route));

    /// <summary>Keeps the part. Parts, cultures and routes are few.</summary>
    public void Keep(string name, string culture, string route, HtmlString html) => _parts[(name, culture, route)] = html;
}
