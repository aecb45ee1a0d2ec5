using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

public sealed class SimilarTests
{
    private static readonly SearchDocument[] Documents =
    [
        Medical("syringe", "Syringe pump", 1), Medical("infusion", "Infusion pump with battery", 2), Medical("monitor", "Monitor with battery", 3),
        Medical("vacuum", "Vacuum pumps", 4, "ict"), Medical("bed", "Hospital bed", 5), Medical("chair", "Dental chair", 6),
    ];

    [Fact]
    public void Those_that_share_rare_words_stand_first_and_the_newest_of_the_sector_follow() =>
        Similar(IndexOf(Documents), "infusion", "Infusion pump with battery", 4).ShouldBe(["monitor", "syringe", "chair", "bed"]);

    [Fact]
    public void Other_kinds_other_sectors_and_what_is_gone_are_left_out()
    {
        var index = IndexOf([.. Documents, Medical("firm", "Infusion pump firm", 7) with { Kind = "organisation" }]);
        index.Apply([new DocumentKey("product", "monitor")], [Medical("lamp", "Lamp with battery", 7)], 2);
        Similar(index, "infusion", "Infusion pump with battery", 9).ShouldBe(["lamp", "syringe", "chair", "bed"]);
    }

    [Fact]
    public void What_is_written_anew_changes_no_place()
    {
        // One shares the first word, the other the second, and each word stands in three.
        SearchDocument[] documents =
        [
            Medical("asked", "Alpha beta", 1), Medical("first", "Alpha", 2), Medical("second", "Beta", 3), Medical("firsts", "Alpha bench", 4, "ict"), Medical("seconds", "Beta bench", 5, "ict"),
        ];
        var index = IndexOf(documents);
        Similar(index, "asked", "Alpha beta", 4).ShouldBe(["second", "first"]);
        for (var times = 2; times < 5; times++)
        {
            index.Apply([], [documents[2]], times);
            Similar(index, "asked", "Alpha beta", 4).ShouldBe(["second", "first"]);
        }
    }

    [Fact]
    public void What_is_gone_leaves_no_word_out()
    {
        // One of the first word's is written again and again, until its index holds it more often than a telling word may stand in.
        var written = Enumerable.Range(0, 5_001).Select(i => Medical("w" + i, "Alpha", 1, "ict")).ToArray();
        var index = IndexOf([Medical("asked", "Alpha beta", 1), Medical("newer", "Beta", 3), Medical("like", "Alpha beta", 2)]);
        index.Apply([], written, 2);
        index.Apply([.. written.Select(w => new DocumentKey("product", w.Id))], [], 3);
        Similar(index, "asked", "Alpha beta", 4).ShouldBe(["like", "newer"]);
        Similar(index, "asked", "Alpha", 1).ShouldBe(["like"]);
    }

    [Fact]
    public void A_word_of_very_many_says_nothing()
    {
        var index = IndexOf([Medical("asked", "Alpha beta", 1), Medical("alpha", "Alpha", 2), Medical("beta", "Beta", 3), Medical("rare", "Alpha gamma", 1)]);
        index.Apply([], [.. Enumerable.Range(0, 5_001).Select(i => Medical("w" + i, "Alpha", 1, "ict"))], 2);
        Similar(index, "asked", "Alpha", 2).ShouldBe(["beta", "alpha"]);
        Similar(index, "asked", "Alpha gamma", 2).ShouldBe(["rare", "beta"]);
    }

    [Theory, InlineData(""), InlineData("\0 -\"\ud800"), InlineData("unknown words")]
    public void Without_known_words_the_newest_are_given(string text) => Similar(IndexOf(Documents), "chair", text, 2).ShouldBe(["bed", "monitor"]);

    [Fact]
    public void Nothing_is_like_what_has_an_unknown_sector() =>
        IndexOf(Documents).Similar(new("product", "pump", "en", new("sector", "nowhere"), "x", 4)).ShouldBeEmpty();

    [Fact]
    public void A_card_is_in_the_readers_language()
    {
        var index = IndexOf(Document("pump", ("en", "Pump"), ("fa", "پمپ")).Facet("sector", "medical"));
        index.Similar(new("product", "pump", "fa", new("sector", "medical"), "x", 4)).Single().Card.Name.ShouldBe("پمپ");
    }

    private static SearchDocument Medical(string id, string name, int day, string sector = "medical") =>
        Document(id, ("en", name)).Facet("sector", sector) with { Published = DateTimeOffset.UnixEpoch.AddDays(day) };

    private static string[] Similar(SearchIndex index, string id, string text, int count) =>
        [.. index.Similar(new("product", text, "en", new("sector", "medical"), id, count)).Select(h => h.Id)];
}
