using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;

namespace ExportPortal.UnitTests.Search;

/// <summary>Short ways to say documents and queries.</summary>
internal static class SearchTesting
{
    public static SearchDocument Document(string id, params (string Culture, string Name)[] names) => new()
    {
        Kind = "product",
        Id = id,
        Texts = [.. names.Select(n => new SearchText(SearchField.Name, n.Culture, n.Name))],
        Cards = [.. names.Select(n => new SearchCard { Culture = n.Culture, Name = n.Name, Path = $"products/{id}" })],
        Published = DateTimeOffset.UnixEpoch,
    };

    public static SearchDocument With(this SearchDocument document, SearchField field, string culture, string text) =>
        document with { Texts = [.. document.Texts, new(field, culture, text)] };

    public static SearchDocument Coded(this SearchDocument document, string field, string code) =>
        document with { Codes = [.. document.Codes, new(field, code)] };

    public static SearchDocument Facet(this SearchDocument document, string facet, params string[] values) =>
        document with { Facets = [.. document.Facets, .. values.Select(v => new FacetValue(facet, v))] };

    public static SearchIndex IndexOf(params IEnumerable<SearchDocument> documents) => IndexOf(Glossary.Empty, documents);

    public static SearchIndex IndexOf(Glossary glossary, params IEnumerable<SearchDocument> documents)
    {
        var index = new SearchIndex();
        index.Replace(new([], 0, glossary));
        index.Apply([], documents, 1);
        return index;
    }

    public static string[] Ids(this ISearchIndex index, string text, string culture = "en", params string[] kinds) =>
        [.. index.Search(new() { Text = text, Culture = culture, Kinds = kinds, PageSize = 100 }).Hits.Select(h => h.Id)];

    /// <summary>The names, in the order of rank, of documents that bear the given names in one culture.</summary>
    public static string[] FindNames(string query, string culture, params string[] names)
    {
        var index = IndexOf(names.Select((n, i) => Document($"d{i}", (culture, n))));
        return [.. index.Search(new() { Text = query, Culture = culture, PageSize = 100 }).Hits.Select(h => h.Card.Name)];
    }

    /// <summary>As <see cref="FindNames"/>, but only where all words are found.</summary>
    public static string[] FindNamesWithAllWords(string query, string culture, params string[] names)
    {
        var index = IndexOf(names.Select((n, i) => Document($"d{i}", (culture, n))));
        var answer = index.Search(new() { Text = query, Culture = culture, PageSize = 100 });
        return [.. answer.Hits.Where(h => h.AllWords).Select(h => h.Card.Name)];
    }
}
