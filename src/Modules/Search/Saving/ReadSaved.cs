using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Index;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ExportPortal.Search.Saving;

/// <summary>One thing that a search asks for, in words.</summary>
/// <param name="Name">What it is: words, a sector.</param>
/// <param name="Values">What is asked for; of several, one is enough.</param>
/// <param name="IsOurs">True if all of it is the portal's own wording, and nothing whatever stood in an address.</param>
internal sealed record WatchedLine(FoundText Name, IReadOnlyList<FoundText> Values, bool IsOurs);

/// <summary>Reads what is to be watched from an address, or from where it was kept, and says it in words.</summary>
internal sealed class ReadSaved(SearchRequestReader reader, FacetWords words, SearchIndex index, InterfaceTexts texts)
{
    /// <summary>What an address asks for, without what only shows it: order and page.</summary>
    public SearchRequest Read(IQueryCollection query, string culture)
    {
        var asked = reader.Read(query, culture, []);
        return new()
        {
            Text = string.Join(' ', asked.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            Culture = culture,
            Kinds = [.. asked.Kinds.Order(StringComparer.Ordinal)],
            Chosen = [.. asked.Chosen.OrderBy(c => c.Facet, StringComparer.Ordinal).ThenBy(c => c.Value, StringComparer.Ordinal)],
        };
    }

    /// <summary>What a saved search asks for.</summary>
    public SearchRequest Read(SavedSearch saved) => Read(new QueryCollection(QueryHelpers.ParseQuery(saved.Query)), saved.Culture);

    /// <summary>True for a search that does not ask for everything.</summary>
    public static bool AsksForSomething(SearchRequest search) => search.Text.Length > 0 || search.Chosen.Count > 0;

    /// <summary>What a search asks for, line by line.</summary>
    public IReadOnlyList<WatchedLine> Tell(SearchRequest search)
    {
        var wording = texts.For(search.Culture);
        FoundText Own(string text) => new(wording.Culture.Tag, text);
        var lines = new List<WatchedLine>();
        if (search.Text.Length > 0)
            lines.Add(new(Own(wording["Search.Saved.Words"]), [new("", search.Text)], IsOurs: false));
        if (search.Kinds is not [SearchRequest.DefaultKind])
            lines.Add(new(Own(wording["Search.Kinds"]), [.. search.Kinds.Select(k => Own(k == SearchRequest.AllKinds ? wording["Search.All.all"] : wording["Search.Kind." + k]))], IsOurs: true));
        foreach (var facet in search.Chosen.GroupBy(c => c.Facet))
        {
            var values = facet.Select(c => (c.Value, Label: words.Label(c.Facet, c.Value, search.Culture))).ToArray();
            var name = words.Name(facet.Key, search.Culture);
            lines.Add(new(name, [.. values.Select(v => v.Label)], name.Culture.Length > 0 && values.All(v => v.Label.Culture.Length > 0 || IsKnown(facet.Key, v.Value))));
        }
        return lines;
    }

    // A value that nobody names is shown as it stands in the address; it is the catalogue's only where a document has it.
    private bool IsKnown(string facet, string value) =>
        index.Search(new() { Culture = PortalCultures.Default.Tag, Facets = [facet], PageSize = 1, Highlights = false }).Facets.Any(f => f.Values.Any(v => v.Value == value));
}
