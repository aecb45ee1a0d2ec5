using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;
using ExportPortal.Search.Pages.Searching;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

/// <summary>What a product's class is called finds the product, and changes nothing else.</summary>
public sealed class ClassificationTests
{
    private static readonly SearchDocument OfClass = Classed(Document("of-class", ("en", "Interferon beta-1a"), ("fa", "اینترفرون بتا-۱آ")));

    [Theory]
    [InlineData("en", "immunostimulants")]
    [InlineData("en", "immunostimulant medicine")]
    [InlineData("en", "\"medicines in doses\"")]
    [InlineData("en", "immunostimlants")]
    [InlineData("fa", "محرک‌های ایمنی")]
    [InlineData("zh-Hans", "免疫增强药")]
    [InlineData("ru", "иммуностимуляторов")]
    [InlineData("ar", "منبهات المناعة")]
    [InlineData("fr", "immunostimulant")]
    public void A_product_is_found_by_what_its_class_is_called(string culture, string query)
    {
        var answer = IndexOf(OfClass, Document("other", ("en", "Hospital bed"))).Search(new() { Text = query, Culture = culture });
        answer.Hits.Select(h => h.Id).ShouldBe(["of-class"]);
        answer.AllWords.ShouldBeTrue();
    }

    [Fact]
    public void One_that_says_the_words_itself_stands_before_it() =>
        IndexOf(OfClass, Classed(Document("says", ("en", "Levamisole"))).With(SearchField.Description, "en", "It belongs to the immunostimulants, and to much else that a long text may tell of it besides."))
            .Ids("immunostimulants").ShouldBe(["says", "of-class"]);

    [Fact]
    public void The_passage_tells_the_class_only_where_it_adds_a_word()
    {
        var index = IndexOf(OfClass);
        var shown = index.Search(new() { Text = "immunostimulants", Culture = "en" }).Hits.Single().Highlights.Single();
        (shown.Field, shown.Culture, shown.Text).ShouldBe((SearchField.Classification, "en", "Immunostimulants"), "the line that is meant, not all from the widest class to the narrowest");
        (shown.CutBefore, shown.CutAfter).ShouldBe((false, false));
        shown.Ranges.ShouldBe([(0, 16)]);
        index.Search(new() { Text = "doses", Culture = "en" }).Hits.Single().Highlights.Single().Text.ShouldBe("Medicines in doses");
        index.Search(new() { Text = "interferon", Culture = "en" }).Hits.Single().Highlights.ShouldAllBe(h => h.Field != SearchField.Classification);
    }

    [Theory]
    [InlineData("immunostimulants", true)]
    [InlineData("interferon", false)]
    public void A_result_says_of_a_passage_that_it_is_its_class(string query, bool isClass) =>
        new ResultText(IndexOf(OfClass).Search(new() { Text = query, Culture = "en" }).Hits.Single(), "en").PassageIsClass.ShouldBe(isClass);

    [Fact]
    public void How_rare_a_word_is_does_not_depend_on_classes()
    {
        SearchDocument[] others = [.. Enumerable.Range(0, 20).Select(i => Document($"d{i}", ("en", $"Bed {i}")))];
        var said = Document("said", ("en", "Doses of vitamin"));
        double Rarity(IEnumerable<SearchDocument> documents) => IndexOf([said, .. documents]).Search(new() { Text = "doses", Culture = "en", Explain = true })
            .Hits.Single(h => h.Id == "said").Explanation!.Terms.Single(t => t.How == "word").Rarity;
        Rarity(others.Select(Classed)).ShouldBe(Rarity(others));
    }

    [Fact]
    public void What_is_alike_does_not_depend_on_classes()
    {
        static SearchDocument Of(string id, string name) => Document(id, ("en", name)).Facet("sector", "x");
        var index = IndexOf(Of("asked", "Immunostimulants box"), Classed(Of("classed", "Interferon")), Of("alike", "Box"));
        index.Similar(new("product", "Immunostimulants box", "en", new("sector", "x"), "asked", 1)).Select(h => h.Id).ShouldBe(["alike"]);
    }

    [Fact]
    public void An_unwanted_word_does_not_take_out_who_is_only_of_a_class_called_so() =>
        IndexOf(OfClass).Ids("interferon -medicines").ShouldBe(["of-class"]);

    [Fact]
    public void A_word_that_some_say_is_mended_to_before_one_that_classes_are_called() =>
        IndexOf([Document("said", ("en", "Dozens")), .. Enumerable.Range(0, 9).Select(i => Classed(Document($"d{i}", ("en", "Bed"))))])
            .Search(new() { Text = "dozes", Culture = "en" }).Correction.ShouldBe("dozens");

    [Fact]
    public void Where_no_slip_explains_what_some_say_the_words_that_classes_are_called_are_looked_at() =>
        IndexOf(Document("said", ("en", "Doves")), Classed(Document("classed", ("en", "Bed"))))
            .Search(new() { Text = "dozes", Culture = "en" }).Correction.ShouldBe("doses");

    [Fact]
    public void Chinese_characters_that_only_classes_hold_are_not_mended() =>
        IndexOf([OfClass, .. Enumerable.Range(0, 9).Select(i => Document($"d{i}", ("zh-Hans", "免疫增生药")))])
            .Search(new() { Text = "免疫增强药", Culture = "zh-Hans" }).Correction.ShouldBeNull();

    [Fact]
    public void Merged_segments_know_the_texts_of_all_their_parts()
    {
        var index = IndexOf(OfClass);
        for (var i = 2; i < 20; i++)
            index.Apply([], [Document($"d{i}", ("en", $"Bed {i}")).With(SearchField.Classification, "en", $"Furniture {i}")], i);
        while (index.Merge())
        {
        }
        index.Search(new() { Text = "furniture 7", Culture = "en" }).Hits[0].Highlights.Single(h => h.Field == SearchField.Classification).Text.ShouldBe("Furniture 7");
        index.Search(new() { Text = "immunostimulants", Culture = "en" }).Hits.Single().Highlights.Single().Field.ShouldBe(SearchField.Classification);
    }

    [Fact]
    public void A_text_of_thousands_is_kept_once()
    {
        var builder = new SegmentBuilder(ExportPortal.Search.Glossaries.Glossary.Empty);
        for (var i = 0; i < 100; i++)
            builder.Add(Classed(Document($"d{i}", ("en", $"Bed {i}"))));
        var segment = builder.Build();
        segment.Shared.All.Length.ShouldBe(6);
        segment.Stored.LengthOf(0).ShouldBeLessThan(300);
    }

    private static SearchDocument Classed(SearchDocument document) => document
        .With(SearchField.Classification, "en", "Immunostimulants\nMedicines in doses").With(SearchField.Classification, "fa", "محرک‌های ایمنی\nداروهای آماده مصرف")
        .With(SearchField.Classification, "zh-Hans", "免疫增强药\n成品药").With(SearchField.Classification, "ru", "Иммуностимуляторы\nЛекарства расфасованные")
        .With(SearchField.Classification, "ar", "منبهات المناعة\nأدوية").With(SearchField.Classification, "fr", "Immunostimulants\nMédicaments dosés");
}
