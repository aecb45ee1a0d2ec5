namespace ExportPortal.RelevanceTests;

/// <summary>The collection itself, without a search.</summary>
public sealed class JudgmentTests
{
    private static readonly Corpus Corpus = new(WordList.Read());
    private static readonly IReadOnlyList<JudgedQuery> Queries = JudgedQuery.Read();

    [Fact]
    public void The_collection_is_large_enough()
    {
        Corpus.Products.Count.ShouldBeGreaterThanOrEqualTo(3000);
        Queries.Count(q => q.Kind != "cross").ShouldBeGreaterThanOrEqualTo(330);
        Corpus.Products.Select(p => p.Id).ShouldBeUnique();
        Corpus.Products.Select(p => p.Codes[0].Code).ShouldBeUnique();
    }

    [Fact]
    public void Every_query_has_products_that_are_meant()
    {
        // Of several values asked, products may have some only.
        Queries.Where(q => Corpus.Products.Where(q.Covers).Max(q.Grade) < (q.Values.Length > 1 ? 2 : 3)).Select(q => $"{q.Id} {q.Kind}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_meaning_names_types_and_values_that_exist()
    {
        var types = Corpus.Products.Select(p => p.Type).DistinctBy(t => t.Id).ToDictionary(t => t.Id);
        foreach (var query in Queries)
            foreach (var type in query.Types)
                foreach (var (attribute, value) in query.Values)
                    Corpus.Products.ShouldContain(p => p.Type == types[type] && p.Values.GetValueOrDefault(attribute) == value, query.Id);
    }

    [Fact]
    public void About_a_third_of_each_kind_is_held()
    {
        foreach (var kind in Queries.GroupBy(q => q.Kind))
            kind.Average(q => q.Held ? 1 : 0).ShouldBeInRange(0.2, 0.7, kind.Key);
        Queries.Average(q => q.Held ? 1 : 0).ShouldBeInRange(0.3, 0.45);
    }

    [Fact]
    public void Products_are_told_in_one_to_three_cultures()
    {
        var counts = Corpus.Products.CountBy(p => p.Cultures.Length).ToDictionary();
        counts.Keys.Order().ShouldBe([1, 2, 3]);
        (counts[1] / (double)Corpus.Products.Count).ShouldBeInRange(0.13, 0.2);
        foreach (var culture in Data.Cultures)
            (Corpus.Products.Count(p => p.Cultures.Contains(culture)) / (double)Corpus.Products.Count).ShouldBeInRange(0.3, 0.42, culture);
    }
}
