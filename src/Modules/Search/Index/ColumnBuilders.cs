using System.Globalization;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Index;

/// <summary>Gathers the facet values of documents; the kind of a document is a facet too.</summary>
internal sealed class FacetsBuilder
{
    private readonly SortedDictionary<string, SortedDictionary<string, List<int>>> _facets = new(StringComparer.Ordinal);

    /// <summary>Documents come in rising order; a value given twice counts once.</summary>
    public void Add(int document, SearchDocument from)
    {
        Add(document, Ranking.KindFacet, from.Kind);
        foreach (var facet in from.Facets)
            Add(document, facet.Facet, facet.Value);
    }

    public void Add(int document, string facet, string value)
    {
        if (!_facets.TryGetValue(facet, out var values))
            _facets[facet] = values = new(StringComparer.Ordinal);
        if (!values.TryGetValue(value, out var members))
            values[value] = members = [];
        if (members.Count == 0 || members[^1] != document)
            members.Add(document);
    }

    public FacetColumn[] Build(int documents) => _facets.Select(facet => Build(facet.Key, facet.Value, documents)).ToArray();

    private static FacetColumn Build(string facet, SortedDictionary<string, List<int>> values, int documents)
    {
        var starts = new int[values.Count + 1];
        var members = new List<int>();
        var i = 0;
        foreach (var value in values.Values)
        {
            members.AddRange(value);
            starts[++i] = members.Count;
        }
        return new(facet, values.Keys.ToArray(), starts, members.ToArray(), documents);
    }
}

/// <summary>Gathers the names as each interface culture sorts them: the name its readers see, by that culture's rules.</summary>
internal sealed class SortKeysBuilder
{
    // Longer names that begin alike are rarely worth the memory.
    private const int MaxNameLength = 60;
    private const CompareOptions Options = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth;

    private readonly List<int>[] _starts = PortalCultures.All.Select(_ => new List<int> { 0 }).ToArray();
    private readonly MemoryStream[] _bytes = PortalCultures.All.Select(_ => new MemoryStream()).ToArray();

    public void Add(IReadOnlyList<SearchCard> cards)
    {
        Span<byte> buffer = stackalloc byte[2048];
        for (var i = 0; i < _bytes.Length; i++)
        {
            var culture = PortalCultures.All[i];
            var name = CardFor(cards, culture.Tag).Name;
            var text = name.AsSpan(0, Math.Min(name.Length, MaxNameLength));
            var compare = culture.Format.CompareInfo;
            var length = compare.GetSortKeyLength(text, Options);
            var key = length <= buffer.Length ? buffer : new byte[length];
            _bytes[i].Write(key[..compare.GetSortKey(text, key, Options)]);
            _starts[i].Add((int)_bytes[i].Length);
        }
    }

    public SortKeys[] Build() => _starts.Zip(_bytes, (starts, bytes) => new SortKeys(starts.ToArray(), bytes.ToArray())).ToArray();

    private static SearchCard CardFor(IReadOnlyList<SearchCard> cards, string culture)
    {
        foreach (var tag in PortalCultures.Chain(culture))
            foreach (var card in cards)
                if (card.Culture.Equals(tag, StringComparison.OrdinalIgnoreCase))
                    return card;
        return cards[0];
    }
}
