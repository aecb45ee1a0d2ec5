using ExportPortal.Search.Contracts;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

public sealed class ExplanationTests
{
    private static readonly SearchDocument[] Documents =
    [
        Document("both", ("en", "Blood pressure monitor"), ("ru", "Монитор давления")).With(SearchField.Summary, "en", "It monitors pressure").Coded("model", "BP-12"),
        Document("one", ("en", "Pressure gauge")), Document("other", ("en", "Blood bags")), Document("none", ("en", "Pump")),
    ];

    [Theory]
    [InlineData("blood pressure"), InlineData("pressure blood monitors"), InlineData("Blood pressure monitor"), InlineData("BP-12"), InlineData("монитор"), InlineData("bp-12 zeppelin"), InlineData("gauge bp-12"), InlineData("presure")]
    public void The_parts_of_an_explanation_make_the_score(string text)
    {
        var hits = IndexOf(Documents).Search(new() { Text = text, Culture = "en", Explain = true }).Hits;
        hits.ShouldNotBeEmpty();
        foreach (var hit in hits)
        {
            var explanation = hit.Explanation.ShouldNotBeNull();
            (explanation.Terms.Sum(t => t.Score) * explanation.Words * explanation.Nearness).ShouldBe(hit.Score, hit.Score * 1e-9);
            explanation.Words.ShouldBe(1, hit.AllWords ? 1e-9 : 0.8);
        }
    }

    [Fact]
    public void A_small_word_that_is_nearly_everywhere_is_not_read_where_others_are_asked_for()
    {
        var index = IndexOf(Enumerable.Range(0, 20_001).Select(i => Document($"d{i}", ("en", i == 7 ? "the valve" : "the pump"))));
        var hit = index.Search(new() { Text = "the valve", Culture = "en", Explain = true }).Hits.ShouldHaveSingleItem();
        hit.Explanation!.Terms.Select(t => t.Term).ShouldNotContain("the");
        index.Search(new() { Text = "the", Culture = "en" }).Total.ShouldBe(20_001);
        index.Search(new() { Text = "\"the valve\"", Culture = "en" }).Total.ShouldBe(1);
    }

    [Fact]
    public void It_names_the_words_where_they_stand_and_what_missing_ones_cost()
    {
        var hits = IndexOf(Documents).Search(new() { Text = "monitoring blood", Culture = "en", Explain = true }).Hits;
        var best = hits.Single(h => h.Id == "both").Explanation!;
        var stem = best.Terms.Single(t => t.For == "monitoring");
        (stem.Term, stem.Culture, stem.Weight).ShouldBe(("monitor", "en", 0.8));
        stem.Fields.ShouldBe([(SearchField.Name, 1)]);
        best.Terms.Single(t => t.For == "blood").ShouldSatisfyAllConditions(t => t.How.ShouldBe("word"), t => t.Rarity.ShouldBeGreaterThan(0));
        hits.Single(h => h.Id == "other").Explanation!.Words.ShouldBeInRange(0.2, 0.99);
        var code = IndexOf(Documents).Search(new() { Text = "bp 12", Culture = "en", Explain = true }).Hits[0].Explanation!.Terms[0];
        (code.How, code.Term, code.Culture).ShouldBe(("code", "bp12", null));
    }

    [Fact]
    public void Nothing_is_explained_unless_asked_for_or_without_words()
    {
        IndexOf(Documents).Search(new() { Text = "blood", Culture = "en" }).Hits.ShouldAllBe(h => h.Explanation == null);
        IndexOf(Documents).Search(new() { Culture = "en", Explain = true }).Hits.ShouldAllBe(h => h.Explanation == null);
    }
}
