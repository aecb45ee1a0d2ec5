using System.Text.Json.Nodes;
using ExportPortal.Testing;

namespace ExportPortal.ModuleTests.Catalogue;

/// <summary>The glossary a new portal begins with.</summary>
public sealed class StartingGlossaryTests
{
    private static readonly string[] Cultures = ["en", "fa", "zh-Hans", "ru", "ar", "fr"];

    private static readonly string Source = Path.Combine(Feed.Media, "glossary", "feed.jsonl");

    private static readonly IReadOnlyList<JsonNode> Concepts = [.. File.ReadLines(Source).Select(Feed.Json)];

    [Fact]
    public async Task The_starting_glossary_imports_without_a_refusal()
    {
        await using var portal = await Feed.PortalAsync(TestDatabase.Sqlite);
        var (report, faults) = await Feed.ImportAsync(portal, Source);
        faults.ShouldBeEmpty();
        report.New.ShouldBe(Concepts.Count);
    }

    [Fact]
    public void Every_concept_has_a_name_in_each_of_the_six_cultures()
    {
        Concepts.Count.ShouldBeGreaterThanOrEqualTo(400);
        foreach (var concept in Concepts)
            concept["names"]!.AsObject().Select(n => n.Key).ShouldBe(Cultures, ignoreOrder: true, (string)concept["id"]!);
    }

    [Fact]
    public void No_term_stands_in_two_concepts_of_one_culture()
    {
        var shared = from concept in Concepts
                     from culture in Cultures
                     from term in Terms(concept, culture)
                     group (string)concept["id"]! by (culture, term) into found
                     where found.Count() > 1
                     select $"{found.Key}: {string.Join(", ", found)}";
        shared.ShouldBeEmpty();
    }

    private static IEnumerable<string> Terms(JsonNode concept, string culture) =>
        (concept["terms"]?[culture]?.AsArray() ?? []).Prepend(concept["names"]![culture]).Select(t => ((string)t!).ToLowerInvariant()).Distinct();
}
