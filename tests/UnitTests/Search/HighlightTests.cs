using ExportPortal.Search.Contracts;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

public sealed class HighlightTests
{
    [Theory]
    [InlineData("en", "coated tablets", "Film-coated tablet, 20 mg", "coated|tablet")]
    [InlineData("fa", "دستگاه ها", "دستگاه‌های كنترل", "دستگاه‌های")]
    [InlineData("fa", "کنترل", "دستگاه‌های كُنترل", "كُنترل")]
    [InlineData("ru", "елка", "Ёлки и палки", "Ёлки")]
    [InlineData("zh-Hans", "检测试剂", "核酸检测试剂盒", "检测试剂")]
    [InlineData("zh-Hans", "covid 试剂", "COVID-19试剂盒", "COVID|试剂")]
    [InlineData("en", "covid19", "COVID-19 kit", "COVID-19")]
    [InlineData("fr", "medicament", "Les Médicaments d’hôpital", "Médicaments")]
    [InlineData("ar", "ادوية", "الأَدوية البيطرية", "الأَدوية")]
    [InlineData("en", "insul", "Insulin pen", "Insulin")]
    [InlineData("en", "tie", "Ties for cables", "Ties")]
    [InlineData("en", "ties", "A cable tie", "tie")]
    [InlineData("ar", "والكتاب", "كتاب طبي", "كتاب")]
    [InlineData("en", "x", "Model X", "X")]
    [InlineData("fa", "4000", "اریتروپویتین ۴٬۰۰۰ واحد", "۴٬۰۰۰")]
    public void The_words_are_marked_in_the_name_as_it_is_written(string culture, string query, string name, string marked)
    {
        var highlight = IndexOf(Document("a", (culture, name))).Search(new() { Text = query, Culture = culture }).Hits.Single().Highlights.Single();
        highlight.Field.ShouldBe(SearchField.Name);
        highlight.Culture.ShouldBe(culture);
        highlight.Text.ShouldBe(name);
        highlight.Ranges.Select(r => name.Substring(r.Start, r.Length)).ShouldBe(marked.Split('|'));
    }

    [Fact]
    public void Of_a_long_text_the_passage_with_most_words_is_shown()
    {
        var filler = string.Concat(Enumerable.Repeat("lorem ipsum dolor ", 60));
        var text = $"{filler}a ventilator alone. {filler}The ventilator for newborn patients with oxygen blender. {filler}";
        var hit = IndexOf(Document("a", ("en", "Model X")).With(SearchField.Description, "en", text))
            .Search(new() { Text = "newborn ventilator oxygen", Culture = "en" }).Hits.Single();
        var highlight = hit.Highlights.Single();
        highlight.Text.Length.ShouldBeInRange(180, 240);
        text.ShouldContain(highlight.Text);
        text[text.IndexOf(highlight.Text, StringComparison.Ordinal) - 1].ShouldBe(' ');
        Marked(highlight).ShouldBe(["ventilator", "newborn", "oxygen"]);
    }

    [Fact]
    public void A_word_found_only_in_another_language_is_shown_there()
    {
        var hit = IndexOf(Document("a", ("en", "Syringe"), ("ru", "Шприц")).With(SearchField.Summary, "ru", "Одноразовый шприц"))
            .Search(new() { Text = "шприцы", Culture = "en" }).Hits.Single();
        hit.Card.Culture.ShouldBe("en");
        hit.Highlights.ShouldAllBe(h => h.Culture == "ru");
        Marked(hit.Highlights[0]).ShouldBe(["Шприц"]);
    }

    [Fact]
    public void Without_words_nothing_is_marked() =>
        IndexOf(Document("a", ("en", "Syringe"))).Search(new() { Culture = "en" }).Hits.Single().Highlights.ShouldBeEmpty();

    [Fact]
    public void Ranges_are_in_order_apart_and_within_the_text_for_random_texts()
    {
        var random = new Random(5);
        string[] pieces = ["COVID-19", "试剂盒", " ", "دستگاه‌ها", "é", "e\u0301", "\u202E", "ИЛ-2", "1,000.5", "\U00020BB7", "🙂", "\ud800", "word", "مُحَ", ".", "\n"];
        string Random(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => pieces[random.Next(pieces.Length)]));
        for (var i = 0; i < 300; i++)
        {
            var text = Random(random.Next(1, 200));
            var index = IndexOf(Document("a", ("fa", "x")).With(SearchField.Description, "fa", text).With(SearchField.Summary, "zh-Hans", Random(20)));
            foreach (var highlight in index.Search(new() { Text = Random(6), Culture = "fa" }).Hits.SelectMany(h => h.Highlights))
            {
                highlight.Text.Length.ShouldBeLessThanOrEqualTo(240);
                var end = -1;
                foreach (var (start, length) in highlight.Ranges)
                {
                    start.ShouldBeGreaterThan(end);
                    length.ShouldBeGreaterThan(0);
                    end = start + length;
                    end.ShouldBeLessThanOrEqualTo(highlight.Text.Length);
                    if (end < highlight.Text.Length)
                        char.IsLowSurrogate(highlight.Text[end]).ShouldBeFalse();
                }
            }
        }
    }

    [Fact]
    public void Characters_that_only_help_to_rank_are_not_marked() =>
        Marked(IndexOf(Document("valve", ("zh-Hans", "不锈钢球阀 钢管"))).Search(new() { Text = "不锈钢球泵", Culture = "zh-Hans" }).Hits.ShouldHaveSingleItem().Highlights[0]).ShouldBe(["不锈钢球"]);

    private static IEnumerable<string> Marked(SearchHighlight highlight) =>
        highlight.Ranges.Select(r => highlight.Text.Substring(r.Start, r.Length));
}
