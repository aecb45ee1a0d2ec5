using System.Globalization;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Contracts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ExportPortal.Search.Pages.Searching;

/// <summary>The texts of a result as a page in one culture shows them: words found are marked, other languages are named.</summary>
internal sealed class ResultText(SearchHit hit, string pageCulture)
{
    /// <summary>Texts of no language, such as values that only name things.</summary>
    private const string NoCulture = "und";

    private readonly SearchHighlight? _name = hit.Highlights.FirstOrDefault(h => h.Field == SearchField.Name && h.Culture == hit.Card.Culture);
    private readonly SearchHighlight? _summary = hit.Highlights.FirstOrDefault(h => h.Field == SearchField.Summary && h.Culture == hit.Card.Culture);
    private readonly SearchHighlight? _organisation = hit.Highlights.FirstOrDefault(h => h.Field == SearchField.Organisation && h.Text == hit.Card.OrganisationName);

    public IHtmlContent Name => _name is null ? Spoken(hit.Card.Culture, hit.Card.Name) : Marked(_name);

    /// <summary>Null if there is none.</summary>
    public IHtmlContent? Summary => _summary is not null ? Marked(_summary) : hit.Card.Summary.Length > 0 ? Spoken(hit.Card.Culture, hit.Card.Summary) : null;

    /// <summary>Null if there is none.</summary>
    public IHtmlContent? Organisation => _organisation is not null ? Marked(_organisation)
        : hit.Card.OrganisationName is { } name ? Spoken(hit.Card.OrganisationCulture ?? hit.Card.Culture, name) : null;

    /// <summary>A passage of the other texts that tells why this was found; null where name and summary tell it.</summary>
    public IHtmlContent? Passage => Other is { } other ? Marked(other) : null;

    /// <summary>True if the passage is what its class is called, which it does not say itself.</summary>
    public bool PassageIsClass => Other?.Field == SearchField.Classification;

    /// <summary>The languages it speaks in beside the page's, as the page's language calls them.</summary>
    public string[] Languages => [.. new[] { hit.Card.Culture, Other?.Culture, hit.Card.OrganisationCulture }
        .Where(c => c is not null and not NoCulture && c != pageCulture).Distinct().Select(c => LanguageName(c!))];

    private SearchHighlight? Other => hit.Highlights.FirstOrDefault(h => h != _name && h != _summary && h != _organisation
        && !(h.Field == SearchField.Keywords && (_name ?? _summary) is not null));

    private IHtmlContent Marked(SearchHighlight highlight)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        html.Append(highlight.CutBefore ? "… " : "");
        foreach (var (start, length) in highlight.Ranges)
        {
            html.Append(Line(highlight.Text[at..start])).AppendHtml("<mark>").Append(highlight.Text[start..(start + length)]).AppendHtml("</mark>");
            at = start + length;
        }
        html.Append(Line(highlight.Text[at..])).Append(highlight.CutAfter ? " …" : "");
        return Spoken(highlight.Culture, html);
    }

    // Keywords stand one to a line.
    private static string Line(string text) => text.Replace("\n", " · ", StringComparison.Ordinal);

    private IHtmlContent Spoken(string culture, string text) => Spoken(culture, new HtmlContentBuilder().Append(text));

    private IHtmlContent Spoken(string culture, IHtmlContent content)
    {
        if (culture == pageCulture)
            return content;
        var element = new TagBuilder("bdi");
        element.Attributes["lang"] = culture == NoCulture ? "" : culture;
        element.Attributes["dir"] = culture == NoCulture ? "auto" : PortalCultures.DirectionOf(culture);
        element.InnerHtml.AppendHtml(content);
        return element;
    }

    // The names come in the request's language, which the host has set.
    private static string LanguageName(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
