using System.Globalization;
using ExportPortal.Search.Contracts;
using Microsoft.AspNetCore.Html;

namespace ExportPortal.Search.Pages.Searching;

/// <summary>The texts of a result.</summary>
internal static class ResultText
{
    private const int MostPassages = 2;

    /// <summary>A passage with the words found marked.</summary>
    public static IHtmlContent Marked(SearchHighlight highlight)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        html.Append(highlight.CutBefore ? "… " : "");
        foreach (var (start, length) in highlight.Ranges)
        {
            html.Append(highlight.Text[at..start]).AppendHtml("<mark>").Append(highlight.Text[start..(start + length)]).AppendHtml("</mark>");
            at = start + length;
        }
        return html.Append(highlight.Text[at..]).Append(highlight.CutAfter ? " …" : "");
    }

    /// <summary>The name with the words found in it; null if there are none.</summary>
    public static SearchHighlight? Name(SearchHit hit) => hit.Highlights.FirstOrDefault(h => h.Field == SearchField.Name && h.Culture == hit.Card.Culture);

    /// <summary>The organisation's name with the words found in it; null if there are none.</summary>
    public static SearchHighlight? Organisation(SearchHit hit) => hit.Highlights.FirstOrDefault(h => h.Field == SearchField.Organisation && h.Text == hit.Card.OrganisationName);

    /// <summary>The other passages.</summary>
    public static IEnumerable<SearchHighlight> Passages(SearchHit hit) => hit.Highlights.Where(h => h != Name(hit) && h != Organisation(hit)).Take(MostPassages);

    /// <summary>A language's name as the reader's language calls it.</summary>
    public static string Language(string tag)
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
