using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ExportPortal.Search.Saving;

/// <summary>One thing that a search asks for, in words.</summary>
/// <param name="Name">What it is: words, a sector.</param>
/// <param name="Values">What is asked for; of several, one is enough.</param>
internal sealed record WatchedLine(FoundText Name, IReadOnlyList<FoundText> Values);

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
    /// <param name="search">The search.</param>
    /// <param name="known">What <see cref="FindKnown"/> found, for only the portal's own wording, as who reads it need not be the one who typed; null for all.</param>
    public IReadOnlyList<WatchedLine> Tell(SearchRequest search, IReadOnlySet<FacetValue>? known = null)
    {
        var wording = texts.For(search.Culture);
        FoundText Own(string text) => new(wording.Culture.Tag, text);
        var lines = new List<WatchedLine>();
        if (search.Text.Length > 0 && known is null)
            lines.Add(new(Own(wording["Search.Saved.Words"]), [new("", search.Text)]));
        if (search.Kinds is not [SearchRequest.DefaultKind])
            lines.Add(new(Own(wording["Search.Kinds"]), [.. search.Kinds.Select(k => Own(k == SearchRequest.AllKinds ? wording["Search.All.all"] : wording["Search.Kind." + k]))]));
        foreach (var facet in search.Chosen.GroupBy(c => c.Facet))
        {
            var (name, values) = (words.Name(facet.Key, search.Culture), facet.Select(c => words.Label(c.Facet, c.Value, search.Culture)).ToArray());
            if (known is null || (name.Culture.Length > 0 && facet.All(known.Contains)))
                lines.Add(new(name, values));
        }
        return lines;
    }

    /// <summary>
    /// Those of the chosen values that are the portal's own: somebody names them, or, shown as they stand in the address, a document has them.
    /// Slow, as it searches the whole catalogue.
    /// </summary>
    public IReadOnlySet<FacetValue> FindKnown(SearchRequest search)
    {
        var unnamed = search.Chosen.Where(c => words.Label(c.Facet, c.Value, search.Culture).Culture.Length == 0).ToHashSet();
        var known = search.Chosen.Except(unnamed).ToHashSet();
        if (unnamed.Count == 0)
            return known;
        string[] facets = [.. unnamed.Select(c => c.Facet).Distinct()];
        var counts = index.Search(new() { Culture = PortalCultures.Default.Tag, Facets = facets, PageSize = 1, Highlights = false }).Facets;
        known.UnionWith(counts.SelectMany(f => f.Values.Select(v => new FacetValue(f.Facet, v.Value))).Where(unnamed.Contains));
        return known;
    }
}
