using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

/// <summary>Phrases in quotation marks, unwanted words, and words that stand near each other.</summary>
public sealed class QueryTextTests
{
    private static readonly SearchIndex Index = IndexOf(
        Document("care", ("en", "Intensive care ventilator"), ("fa", "دستگاه تنفس مراقبت ویژه"), ("zh-Hans", "重症监护呼吸机")),
        Document("home", ("en", "Ventilator for care at home, not intensive"), ("zh-Hans", "家用呼吸机")),
        Document("cold", ("en", "Freezer -20 °C")));

    [Theory]
    [InlineData("\"intensive care\"", "en", "care")]
    [InlineData("ventilator “intensive care”", "en", "care")]
    [InlineData("«مراقبت ویژه»", "fa", "care")]
    [InlineData("«ویژه مراقبت»", "fa", "")]
    [InlineData("“呼吸机”", "zh-Hans", "care home")]
    [InlineData("“重症监护”", "zh-Hans", "care")]
    [InlineData("\"care intensive\"", "en", "")]
    [InlineData("\"ventilators\"", "en", "")]
    [InlineData("ventilator -home", "en", "care")]
    [InlineData("ventilator -homes", "en", "care")]
    [InlineData("ventilator -\"at home\"", "en", "care")]
    [InlineData("呼吸机 -家用", "zh-Hans", "care")]
    [InlineData("freezer -20", "en", "cold")]
    [InlineData("\"intensive care", "en", "care home")]
    [InlineData("-ventilator", "en", "cold")]
    [InlineData("-ventilator -freezer", "en", "")]
    [InlineData("\"\" \" - -\" --", "en", "")]
    public void Marks_decide_what_is_found(string text, string culture, string ids) =>
        Index.Ids(text, culture).ShouldBe(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);

    [Fact]
    public void A_mended_query_keeps_its_unwanted_words()
    {
        var answer = Index.Search(new() { Text = "ventilater -\"at home\" -cheap", Culture = "en" });
        answer.Correction.ShouldBe("ventilator -\"at home\" -cheap");
        answer.Hits.ShouldHaveSingleItem().Id.ShouldBe("care");
    }

    [Theory]
    [InlineData(2000, false)]
    [InlineData(2001, true)]
    public void A_phrase_of_words_that_are_everywhere_is_looked_for_in_the_best_documents_and_it_is_said(int documents, bool cut)
    {
        var answer = IndexOf(Enumerable.Range(0, documents).Select(i => Document($"d{i}", ("en", "flow sensor")))).Search(new() { Text = "\"flow sensor\"", Culture = "en" });
        (answer.Total, answer.PhraseCut).ShouldBe((2000, cut));
    }

    [Fact]
    public void Quoted_words_are_not_mended() => Index.Search(new() { Text = "\"ventilater\"", Culture = "en" }).Total.ShouldBe(0);

    [Fact]
    public void Words_that_stand_together_come_before_words_apart() =>
        IndexOf(
            Document("apart", ("en", "Pump")).With(SearchField.Description, "en", "The rate of flow has a sensor"),
            Document("together", ("en", "Pump")).With(SearchField.Description, "en", "It has a flow sensor with rate"))
            .Ids("flow sensor").ShouldBe(["together", "apart"]);

    [Fact]
    public void Pages_never_overlap_though_the_best_are_weighed_anew()
    {
        var index = IndexOf(Enumerable.Range(0, 95).Select(i => Document($"d{i:D2}", ("en", i % 3 == 0 ? "flow sensor" : "sensor of a flow"))));
        var all = Enumerable.Range(1, 12).SelectMany(p => index.Search(new() { Text = "flow sensor", Culture = "en", Page = p, PageSize = 9 }).Hits).Select(h => h.Id).ToArray();
        all.Distinct().Count().ShouldBe(95);
        all.Length.ShouldBe(95);
    }

    [Fact]
    public void A_range_below_zero_is_not_unwanted() =>
        IndexOf(Document("range", ("en", "Freezer -20-100.0 °C"))).Ids("freezer -20-100.0").ShouldBe(["range"]);
}
