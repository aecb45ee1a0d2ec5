using ExportPortal.Search.Contracts;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

public sealed class FacetTests
{
    private static readonly string[] Facets = ["sector", "market", "firm"];

    [Fact]
    public void Of_facets_that_addresses_make_up_nothing_is_kept()
    {
        var index = IndexOf(Document("a", ("en", "Pump")).Facet("sector", "ict"));
        foreach (var facets in Enumerable.Range(0, 100).Select(i => $"attribute.made-up-{i}").Append("sector").Chunk(10))
            index.Search(new() { Culture = "en", Facets = facets });
        index.Snapshot.KeptFacets.ShouldBe(1);
    }

    /// <summary>Every count is compared with one made the plain way over random documents, words and choices.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Counts_equal_those_of_the_plain_definition(int seed)
    {
        var random = new Random(seed);
        var documents = Enumerable.Range(0, 400).Select(i => RandomDocument(random, i)).ToArray();
        var index = IndexOf(documents.Take(150));
        index.Apply([], documents.Skip(150).Take(200), 2);
        index.Apply([], documents.Skip(350), 3);

        for (var round = 0; round < 60; round++)
        {
            var word = random.Next(3) == 0 ? "" : $"word{random.Next(4)}";
            var kinds = random.Next(3) == 0 ? new[] { "product" } : [];
            var chosen = Enumerable.Range(0, random.Next(4)).Select(_ => RandomChoice(random)).Distinct().ToArray();
            var most = random.Next(2) == 0 ? int.MaxValue : random.Next(1, 9);
            var answer = index.Search(new() { Text = word, Culture = "en", Kinds = kinds, Chosen = chosen, Facets = Facets, MostValues = most });

            var matching = documents.Where(d => (word.Length == 0 || d.Texts[0].Text.Split(' ').Contains(word)) && (kinds.Length == 0 || kinds.Contains(d.Kind))).ToArray();
            answer.Total.ShouldBe(matching.Count(d => Holds(d, chosen, except: null)));
            foreach (var facet in Facets)
            {
                var within = matching.Where(d => Holds(d, chosen, except: facet)).ToArray();
                var expected = documents.SelectMany(d => d.Facets).Concat(chosen).Where(f => f.Facet == facet).Select(f => f.Value).Distinct()
                    .Select(v => new FacetValueCount(v, within.Count(d => d.Facets.Contains(new(facet, v))), chosen.Contains(new(facet, v))))
                    .Where(v => v.Count > 0 || v.Selected)
                    .OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).Where((v, i) => i < most || v.Selected);
                answer.Facets.Single(f => f.Facet == facet).Values.ShouldBe(expected);
            }
        }
    }

    [Fact]
    public void Values_that_documents_have_are_known_the_most_frequent_first()
    {
        var index = IndexOf(
            Document("a", ("en", "A")).Facet("sector", "ict"), Document("b", ("en", "B")).Facet("sector", "chemicals"),
            Document("c", ("en", "C")).Facet("sector", "drugs"), Document("d", ("en", "D")).Facet("sector", "devices"));
        index.Apply([], [Document("e", ("en", "E")).Facet("sector", "drugs"), Document("f", ("en", "F")).Facet("sector", "mines")], 2);
        index.Apply([new("product", "d")], [], 3);
        index.Snapshot.FacetValues("sector").MostFrequent.ShouldBe(["drugs", "chemicals", "ict", "mines"]);
        index.Snapshot.FacetValues("nothing").MostFrequent.ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_value_matches_nothing_and_stays_visible()
    {
        var answer = IndexOf(Document("a", ("en", "A")).Facet("sector", "ict"))
            .Search(new() { Culture = "en", Chosen = [new("sector", "gone"), new("nothing", "x")], Facets = ["sector", "nothing"] });
        answer.Total.ShouldBe(0);
        answer.Facets.Select(f => f.Facet).ShouldBe(["sector", "nothing"]);
        answer.Facets[0].Values.ShouldBe([new("gone", 0, true)]);
        answer.Facets[1].Values.ShouldBe([new("x", 0, true)]);
    }

    [Fact]
    public void Kinds_can_be_counted_and_chosen()
    {
        var index = IndexOf(
            Document("a", ("en", "Pump")),
            Document("b", ("en", "Pump")) with { Kind = "organisation" },
            Document("b", ("en", "Pump")) with { Kind = "product" });
        index.Search(new() { Text = "pump", Culture = "en", Facets = ["kind"] }).Facets[0].Values
            .ShouldBe([new("product", 2, false), new("organisation", 1, false)]);
        index.Ids("pump", "en", "organisation").ShouldBe(["b"]);
        index.Ids("pump", "en", "organisation", "product").Length.ShouldBe(3);
        index.Ids("pump", "en", "showroom").ShouldBeEmpty();
    }

    private static bool Holds(SearchDocument document, FacetValue[] chosen, string? except) =>
        chosen.Where(c => c.Facet != except).GroupBy(c => c.Facet).All(g => g.Any(document.Facets.Contains));

    private static FacetValue RandomChoice(Random random) => random.Next(3) switch
    {
        0 => new("sector", $"s{random.Next(4)}"),
        1 => new("market", $"m{random.Next(6)}"),
        _ => new("firm", $"f{random.Next(90)}"),
    };

    private static SearchDocument RandomDocument(Random random, int number)
    {
        var words = string.Join(' ', Enumerable.Range(0, 1 + random.Next(3)).Select(_ => $"word{random.Next(4)}").Distinct());
        var document = Document($"d{number}", ("en", words)).Facet("sector", $"s{random.Next(3)}").Facet("firm", $"f{random.Next(80)}");
        for (var i = random.Next(4); i > 0; i--)
            document = document.Facet("market", $"m{random.Next(5)}");
        return random.Next(4) == 0 ? document with { Kind = "organisation" } : document;
    }
}
