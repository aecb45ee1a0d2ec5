using System.Text.Json;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;

namespace ExportPortal.RelevanceTests;

/// <summary>A query with what the search made of it.</summary>
internal sealed record Measured(JudgedQuery Query, Figures Figures);

/// <summary>All queries asked once of an index of all products, with the glossary that the portal starts with.</summary>
public sealed class Measurement
{
    private const int Pages = 5;

    private readonly SearchIndex _index = new();
    private readonly Dictionary<string, Product> _products;

    public Measurement()
    {
        var corpus = new Corpus(WordList.Read());
        _products = corpus.Products.ToDictionary(p => p.Id);
        Queries = JudgedQuery.Read();
        _index.Replace(new([], 0, new Glossary([.. Concepts()])));
        _index.Apply([], corpus.Documents(), 1);
        Results = [.. Queries.Select(q => new Measured(q, Measure(q)))];
    }

    internal ISearchIndex Index => _index;

    internal IReadOnlyCollection<Product> Products => _products.Values;

    internal IReadOnlyList<JudgedQuery> Queries { get; }

    internal IReadOnlyList<Measured> Results { get; }

    private Figures Measure(JudgedQuery query) =>
        Figures.Of([.. Found(query).Select(query.Grade)], [.. Products.Where(query.Covers).Select(query.Grade)]);

    /// <summary>The first ten among the products that the query is about, as a reader would come upon them.</summary>
    private IReadOnlyList<Product> Found(JudgedQuery query) =>
        [.. Enumerable.Range(1, Pages)
            .Select(p => _index.Search(new() { Text = query.Text, Culture = query.Language, Page = p, PageSize = SearchQuery.MaxPageSize, Highlights = false }).Hits)
            .TakeWhile(h => h.Count > 0)
            .SelectMany(h => h)
            .Select(h => _products[h.Id])
            .Where(query.Covers)
            .Take(10)];

    private static IEnumerable<SearchConcept> Concepts()
    {
        foreach (var line in File.ReadLines(Data.PathOf("media", "glossary", "feed.jsonl")))
        {
            using var concept = JsonDocument.Parse(line);
            var names = concept.RootElement.GetProperty("names").EnumerateObject().Select(n => new ConceptTerm(n.Name, n.Value.GetString()!));
            var terms = concept.RootElement.TryGetProperty("terms", out var more)
                ? more.EnumerateObject().SelectMany(t => t.Value.EnumerateArray().Select(v => new ConceptTerm(t.Name, v.GetString()!)))
                : [];
            yield return new(concept.RootElement.GetProperty("id").GetString()!, [.. names, .. terms]);
        }
    }
}
