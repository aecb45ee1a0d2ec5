using ExportPortal.Search.Contracts;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

public sealed class RankTests
{
    [Fact]
    public void A_word_begun_finds_the_most_frequent_that_begins_so_however_frequent_it_is()
    {
        (string, string)[] names = [.. new[] { "en", "fr", "de", "es", "it", "pt" }.Select(c => (c, "insulin"))];
        IndexOf(Enumerable.Range(0, 17_000).Select(i => Document($"d{i}", names))).Search(new() { Text = "ins", Culture = "en" }).Total.ShouldBe(17_000);
    }

    [Fact]
    public void The_last_word_may_be_wanted_in_names()
    {
        var index = IndexOf(
            Document("pump", ("en", "Infusion pump")), Document("pumps", ("en", "Pumping station"), ("ru", "Насосная станция")),
            Document("told", ("en", "Infusion set")).With(SearchField.Description, "en", "For pumps"));
        string[] Named(string text) => [.. index.Search(new() { Text = text, Culture = "en", LastWordInName = true }).Hits.Select(h => h.Id)];
        Named("pump").ShouldBe(["pump", "pumps"]);
        Named("infusion pu").ShouldBe(["pump"]);
        Named("насос").ShouldBe(["pumps"]);
        Named("for").ShouldBeEmpty();
        index.Ids("infusion pump").ShouldContain("told");
    }

    [Fact]
    public void The_exact_name_stands_before_names_that_hold_it()
    {
        FindNames("insulin pen", "en", "Insulin pen needle", "Pen for insulin", "Insulin pen", "Insulin pen insulin pen")
            .First().ShouldBe("Insulin pen");
        FindNames("قلم انسولين", "fa", "سوزن قلم انسولین", "قلم انسولین").First().ShouldBe("قلم انسولین");
    }

    [Fact]
    public void The_form_as_typed_stands_before_its_other_forms() =>
        FindNames("coated tablets", "en", "Coating for tablets", "Tablets coated in blue").First().ShouldBe("Tablets coated in blue");

    [Fact]
    public void A_word_in_the_name_weighs_more_than_in_the_description()
    {
        var index = IndexOf(
            Document("in-description", ("en", "Alpha")).With(SearchField.Description, "en", "A ventilator is a ventilator is a ventilator"),
            Document("in-keywords", ("en", "Beta")).With(SearchField.Keywords, "en", "ventilator"),
            Document("in-name", ("en", "Gamma ventilator")).With(SearchField.Description, "en", "Breathing"),
            Document("in-summary", ("en", "Delta")).With(SearchField.Summary, "en", "It is a ventilator"));
        index.Ids("ventilator").ShouldBe(["in-name", "in-keywords", "in-summary", "in-description"]);
    }

    [Fact]
    public void A_rare_word_weighs_more_than_a_frequent_one()
    {
        var index = IndexOf(
            [.. Enumerable.Range(0, 20).Select(i => Document($"kit-{i}", ("en", $"kit number{i}"))), Document("rare", ("en", "troponin box"))]);
        index.Ids("troponin kit").First().ShouldBe("rare");
    }

    [Fact]
    public void The_readers_own_culture_comes_first()
    {
        var index = IndexOf(Document("french", ("fr", "Laser bleu")), Document("english", ("en", "Laser blue")));
        index.Ids("laser", "fr").ShouldBe(["french", "english"]);
        index.Ids("laser", "en").ShouldBe(["english", "french"]);
    }

    [Fact]
    public void Documents_with_all_words_are_listed_before_those_with_the_most_telling_ones()
    {
        var index = IndexOf(Document("both", ("en", "tablets for high blood pressure")), Document("rare", ("en", "pressure")),
            Document("frequent", ("en", "blood")), Document("more", ("en", "blood bags")), Document("most", ("en", "blood tubes")), Document("none", ("en", "pump")));
        foreach (var sort in Enum.GetValues<SearchSort>())
        {
            var all = index.Search(new() { Text = "pressure of the blood", Culture = "en", Sort = sort });
            all.AllWords.ShouldBeTrue();
            all.Total.ShouldBe(2);
            all.Hits.Select(h => (h.Id, h.AllWords)).ShouldBe([("both", true), ("rare", false)]);
        }

        var any = index.Search(new() { Text = "blood pressure zeppelin", Culture = "en" });
        any.AllWords.ShouldBeFalse();
        any.Hits.Select(h => h.Id).ShouldBe(["both", "rare", "frequent", "more", "most"]);
    }

    [Fact]
    public void Where_enough_documents_hold_all_words_no_others_are_listed()
    {
        var index = IndexOf(Enumerable.Range(0, 140).Select(i => Document($"d{i}", ("en", i < 110 ? "blood pressure" : "pressure"))));
        index.Search(new() { Text = "blood pressure", Culture = "en" }).Total.ShouldBe(110);
    }

    [Fact]
    public void Others_are_added_only_until_there_are_enough()
    {
        var index = IndexOf(Enumerable.Range(0, 240).Select(i => Document($"d{i}", ("en", i < 30 ? "blood pressure" : i < 130 ? "pressure" : "blood")).Facet("sector", "a")));
        var answer = index.Search(new() { Text = "blood pressure", Culture = "en", Facets = ["sector"] });
        (answer.Total, answer.Facets[0].Values[0].Count).ShouldBe((100, 100));
    }

    [Theory]
    [InlineData("\"blood pressure\"")]
    [InlineData("BP-4000")]
    [InlineData("pressure BP-4000")]
    [InlineData("4000")]
    public void What_is_asked_exactly_is_listed_alone(string text)
    {
        var index = IndexOf(Document("both", ("en", "blood pressure BP 4000")).Coded("model", "BP-4000"), Document("rare", ("en", "pressure at home 4 BP")),
            Document("blood", ("en", "blood")), Document("more", ("en", "blood bags")));
        index.Ids(text).ShouldBe(["both"]);
    }

    [Fact]
    public void Whether_all_words_are_asked_does_not_depend_on_the_chosen_facets()
    {
        var index = IndexOf(
            Document("both", ("en", "blood pressure")).Facet("sector", "a"),
            Document("one", ("en", "blood")).Facet("sector", "b"));
        var answer = index.Search(new() { Text = "blood pressure", Culture = "en", Chosen = [new("sector", "b")], Facets = ["sector"] });
        answer.AllWords.ShouldBeTrue();
        answer.Total.ShouldBe(0);
        answer.Facets[0].Values.ShouldBe([new("a", 1, false), new("b", 0, true)]);
    }

    [Fact]
    public void The_last_word_may_be_unfinished_but_not_those_before()
    {
        FindNamesWithAllWords("blood press", "en", "Blood pressure monitor", "Blood bag").ShouldBe(["Blood pressure monitor"]);
        FindNamesWithAllWords("press blood", "en", "Blood pressure monitor").ShouldBeEmpty();
        FindNamesWithAllWords("فشار خو", "fa", "دستگاه فشار خون").ShouldBe(["دستگاه فشار خون"]);
        FindNamesWithAllWords("covid-1", "en", "COVID-19 kit", "COVID kit").ShouldBe(["COVID-19 kit"]);
    }

    [Fact]
    public void A_finished_word_stands_before_longer_ones() =>
        FindNames("nano", "en", "Nanotube paste", "Nano paste x").First().ShouldBe("Nano paste x");

    [Fact]
    public void Small_words_need_not_be_found()
    {
        FindNamesWithAllWords("vaccine for the children", "en", "Children vaccine").ShouldBe(["Children vaccine"]);
        FindNamesWithAllWords("the", "en", "The lamp", "A lamp").ShouldBe(["The lamp"]);
    }

    [Fact]
    public void Without_words_the_newest_comes_first()
    {
        var index = IndexOf(
            Document("old", ("en", "A")) with { Published = DateTimeOffset.UnixEpoch },
            Document("new", ("en", "B")) with { Published = DateTimeOffset.UnixEpoch.AddDays(2) },
            Document("middle", ("en", "C")) with { Published = DateTimeOffset.UnixEpoch.AddDays(1) });
        index.Ids("").ShouldBe(["new", "middle", "old"]);
        index.Ids("  \u200B\u202E ").ShouldBe(["new", "middle", "old"]);
        index.Search(new() { Culture = "fr", Sort = SearchSort.Newest }).Hits.Select(h => h.Id).ShouldBe(["new", "middle", "old"]);
    }

    [Fact]
    public void A_query_of_signs_only_finds_nothing()
    {
        var index = IndexOf(Document("a", ("en", "A")));
        index.Search(new() { Text = "!?…—🙂", Culture = "en" }).Total.ShouldBe(0);
    }

    [Theory]
    [InlineData("ru", "абрикос", "ёлка", "ель", "яблоко")]
    [InlineData("fa", "آب", "پمپ", "چاپگر", "کیت", "گاز", "یخچال")]
    [InlineData("ar", "أدوية", "باب", "تمر", "ياقوت")]
    [InlineData("zh-Hans", "安全", "北京", "疫苗", "中国")]
    [InlineData("fr", "Eau", "École", "Zèbre")]
    [InlineData("en", "apple", "Banana", "cherry")]
    [InlineData("de", "apfel", "Birne", "zange")]
    public void Names_are_sorted_as_the_readers_language_sorts(string culture, params string[] sorted)
    {
        var index = IndexOf(sorted.Reverse().Select(n => Document("d" + n.GetHashCode(StringComparison.Ordinal), (culture, n))));
        if (culture == "de")
            culture = "de-CH";
        var names = index.Search(new() { Culture = culture, Sort = SearchSort.Name }).Hits.Select(h => h.Card.Name);
        var expected = culture == "fr" ? ["Eau", "École", "Zèbre"] : sorted;
        names.ShouldBe(expected);
    }

    [Fact]
    public void Pages_together_are_the_whole_list_without_repeats()
    {
        var index = IndexOf(Enumerable.Range(0, 95).Select(i => Document($"d{i:D2}", ("en", i % 3 == 0 ? "Pump" : $"Pump {i % 7}"))));
        foreach (var sort in Enum.GetValues<SearchSort>())
        {
            var all = Enumerable.Range(1, 10).SelectMany(page => index
                .Search(new() { Text = "pump", Culture = "en", Sort = sort, Page = page, PageSize = 10 }).Hits.Select(h => h.Id)).ToArray();
            all.Length.ShouldBe(95);
            all.Distinct().Count().ShouldBe(95);
            all.ShouldBe(index.Search(new() { Text = "pump", Culture = "en", Sort = sort, PageSize = 100 }).Hits.Select(h => h.Id));
        }
        index.Search(new() { Culture = "en", Page = int.MaxValue, PageSize = 100 }).ShouldSatisfyAllConditions(
            answer => answer.Total.ShouldBe(95),
            answer => answer.Hits.ShouldBeEmpty());
    }

    [Fact]
    public void The_card_is_in_the_first_culture_of_the_readers_chain_that_has_one()
    {
        var index = IndexOf(Document("a", ("ru", "Насос"), ("fa", "پمپ"), ("de", "Pumpe")));
        string CardFor(string culture) => index.Search(new() { Culture = culture }).Hits.Single().Card.Culture;
        CardFor("ru").ShouldBe("ru");
        CardFor("en").ShouldBe("fa");
        CardFor("zh-Hans").ShouldBe("fa");
        CardFor("de-AT").ShouldBe("de");
        CardFor("not well formed!").ShouldBe("fa");
        IndexOf(Document("a", ("sw", "Pampu"))).Search(new() { Culture = "ru" }).Hits.Single().Card.Culture.ShouldBe("sw");
    }
}
