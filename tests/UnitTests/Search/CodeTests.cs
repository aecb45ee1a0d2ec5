using ExportPortal.Search.Contracts;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

public sealed class CodeTests
{
    private static readonly ISearchIndex Index = IndexOf(
        Document("epo", ("en", "Epoetin alfa 4,000 IU"))
            .Coded("hs", "300439").Coded("atc", "B03XA01").Coded("model", "AE-4000").Coded("gtin", "06260123456786").Coded("id", "epo"),
        Document("epo-2", ("en", "Epoetin alfa 2,000 IU"))
            .Coded("hs", "30043910").Coded("atc", "B03XA02").Coded("model", "AE-2000").Coded("id", "epo-2"),
        Document("pva", ("en", "Polyvinyl alcohol"))
            .Coded("hs", "390530").Coded("cas", "9002-89-5").Coded("emdn", "Z12030102").Coded("model", "۴۰۰۰").Coded("id", "pva"),
        Document("text", ("en", "AE-4000 9002-89-5 B03XA01 300439 compared, as in AE 4000"))
            .With(SearchField.Keywords, "en", "AE-4000 9002-89-5 B03XA01 300439 Z12030102 06260123456786").Coded("id", "text"));

    [Theory]
    [InlineData("300439", "epo")]
    [InlineData("3004.39", "epo")]
    [InlineData("۳۰۰۴۳۹", "epo")]
    [InlineData("3004 39 10", "epo-2")]
    [InlineData("b03xa01", "epo")]
    [InlineData("B03 XA 01", "epo")]
    [InlineData("ae-4000", "epo")]
    [InlineData("AE4000", "epo")]
    [InlineData("ae 4000", "epo")]
    [InlineData("a.e.4000", "epo")]
    [InlineData("9002-89-5", "pva")]
    [InlineData("9002895", "pva")]
    [InlineData("9002‑89‑5", "pva")]
    [InlineData("z12030102", "pva")]
    [InlineData("06260123456786", "epo")]
    [InlineData("4000", "pva")]
    [InlineData("epo", "epo")]
    [InlineData("EPO-2", "epo-2")]
    public void A_document_whose_code_is_the_whole_query_stands_first(string query, string first)
    {
        foreach (var culture in new[] { "en", "fa", "zh-Hans", "ru", "ar", "fr", "de" })
            Index.Ids(query, culture).First().ShouldBe(first);
    }

    [Fact]
    public void Documents_that_only_mention_a_code_follow() => Index.Ids("AE-4000").ShouldBe(["epo", "text"]);

    [Fact]
    public void An_hs_code_is_found_by_its_heading_and_subheading()
    {
        Index.Ids("3004").Take(2).ShouldBe(["epo", "epo-2"], ignoreOrder: true);
        Index.Ids("30.04").Take(2).ShouldBe(["epo", "epo-2"], ignoreOrder: true);
        Index.Ids("300439").ShouldBe(["epo", "epo-2", "text"]);
        Index.Ids("3905").ShouldBe(["pva"]);
        Index.Search(new() { Text = "30043", Culture = "en" }).Hits.ShouldNotContain(h => h.Id == "epo-2");
    }

    [Fact]
    public void Only_hs_codes_are_found_by_their_beginning() => Index.Ids("B03X").ShouldNotContain("epo-2");

    [Theory]
    [InlineData("epoetin AE-2000", "epo-2")]
    [InlineData("AE 2000 epoetin alfa", "epo-2")]
    [InlineData("alcohol 9002-89-5", "pva")]
    public void A_code_within_a_query_leads(string query, string first) => Index.Ids(query).First().ShouldBe(first);

    [Fact]
    public void A_code_alone_keeps_any_words_from_being_listed()
    {
        var answer = Index.Search(new() { Text = "3004 39 10", Culture = "en" });
        answer.AllWords.ShouldBeTrue();
        answer.Hits.Select(h => h.Id).ShouldBe(["epo-2"]);
    }

    [Fact]
    public void A_near_code_does_not_match_as_a_code()
    {
        Index.Ids("B03XA03").ShouldBeEmpty();
        Index.Ids("9002-89-6").ShouldBeEmpty();
        Index.Ids("AE-400").ShouldNotContain("epo");
    }
}
