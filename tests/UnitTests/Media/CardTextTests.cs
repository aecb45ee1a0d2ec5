using System.Xml.Linq;
using ExportPortal.Media.Cards;

namespace ExportPortal.UnitTests.Media;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("  two\r\n lines\tand a tab ", "two lines and a tab")]
    [InlineData("\u202Edlrow\u202C \u2067x\u2069 \u200Fy\u061C", "dlrow x y")]
    [InlineData("نیمه\u200Cخودکار", "نیمه\u200Cخودکار")]
    [InlineData("pump 🚀 👩\u200D⚕️ ok", "pump \u200D⚕ ok")]
    [InlineData("a\0b\u0007c", "a b c")]
    [InlineData("half \uD83D of a pair", "half of a pair")]
    [InlineData("\uFDD0\uE000\u0378", "")]
    [InlineData("e\u0301\u0302\u0303\u0304\u0305x", "e\u0301\u0302\u0303x")]
    [InlineData("20 µg per dose", "20\u00A0µg per dose")]
    [InlineData("HIV-1 (groups M and O)", "HIV-1 (groups M and O)")]
    public void Only_what_has_a_shape_is_drawn(string text, string drawn) => CardText.Clean(text).ShouldBe(drawn);

    [Theory]
    [InlineData("<span size=\"9999999\">&")]
    [InlineData("</span><span font='x'>")]
    [InlineData("--rgba")]
    [InlineData("𠀀 &amp; \"'")]
    public void Markup_says_the_text_and_nothing_else(string text)
    {
        var markup = CardText.Markup([new("en", text)], rightToLeft: false, "foreground=\"#000000\"");
        markup.ShouldStartWith("<span ");
        var read = XElement.Parse(markup);
        read.Descendants().First().Attribute("lang")!.Value.ShouldBe("en");
        read.Descendants().Skip(1).ShouldAllBe(e => e.Name == "span" && e.ToString().StartsWith("<span allow_breaks=\"false\">", StringComparison.Ordinal));
        read.Value.ShouldBe($"\u200E\u2068{text}\u2069");
    }

    [Fact]
    public void Texts_stand_apart_in_the_direction_of_the_line() =>
        XElement.Parse(CardText.Markup([new("fa", "حصار"), new("en", "Tehran")], rightToLeft: true, "")).Value.ShouldBe("\u200F\u2068حصار\u2069 · \u2068Tehran\u2069");

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("ab cd", 4, "ab…")]
    [InlineData("e\u0301e\u0301e\u0301", 2, "e\u0301…")]
    [InlineData("combined qualitative detection of antibodies", 29, "combined qualitative…")]
    [InlineData("detection of antibodies to HIV-1 (groups M and O)", 36, "detection of antibodies to HIV-1…")]
    [InlineData("detection of antibodies to HIV-1 (groups M and O)", 31, "detection of antibodies…")]
    [InlineData("detection of antibodies to HIV-1 (groups M and O)", 44, "detection of antibodies to HIV-1 (groups M…")]
    [InlineData("groups O and of the rest", 16, "groups O…")]
    [InlineData("анализ крови в пробирке для взрослых", 28, "анализ крови в пробирке…")]
    [InlineData("پلاسمای انسان، با نوارهای جداشدنی", 19, "پلاسمای انسان…")]
    [InlineData("مقايسة مناعية إنزيمية للكشف عن الأجسام", 32, "مقايسة مناعية إنزيمية للكشف…")]
    [InlineData("Teriparatide 20\u00A0µg per dose", 18, "Teriparatide…")]
    [InlineData("及HIV-2抗体和HIV-1 p24抗原", 15, "及HIV-2抗体和HIV-1…")]
    [InlineData("特立帕肽注射液（每剂20微克，预填充笔）", 13, "特立帕肽注射液（每剂…")]
    [InlineData("特立帕肽注射液（每剂20微克，预填充笔）", 16, "特立帕肽注射液（每剂20微克…")]
    [InlineData("特立帕肽注射液（每剂20微克，预填充笔）", 9, "特立帕肽注射液…")]
    [InlineData("检测HIV抗体以及p24抗原", 10, "检测HIV抗体…")]
    [InlineData("以筛查为目的检测试剂盒", 7, "以筛查为目的…")]
    [InlineData("便于基层普及推广的设备", 7, "便于基层普及…")]
    [InlineData("Acetylsalicylsäuretabletten", 9, "Acetylsa…")]
    public void A_long_text_is_cut_between_words(string text, int most, string cut) => CardText.Cut(text, most).ShouldBe(cut);

    [Theory]
    [InlineData("anticorps anti-VIH-1 et anti-VIH-2", "anti-VIH-1 anti-VIH-2")]
    [InlineData("Filgrastim 300\u00A0µg/0,5\u00A0ml, seringue", "300\u00A0µg/0,5\u00A0ml,")]
    [InlineData("антител (анти-ВИЧ-1)", "(анти-ВИЧ-1)")]
    [InlineData("poly(lactic-co-glycolic)acid-capped-nanoparticles", "")]
    public void Short_words_with_a_hyphen_stay_whole(string text, string kept) =>
        XElement.Parse(CardText.Markup([new("fr", text)], rightToLeft: false, "")).Descendants().Where(e => e.Attribute("allow_breaks") is not null)
            .Select(e => e.Value).ShouldBe(kept.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Lines_of_Chinese_end_with_phrases() =>
        CardText.Phrases("特立帕肽注射液（每剂20微克，预填充笔）").ShouldBe(["特立帕肽注射液", "（每剂20微克，", "预填充笔）"]);

    [Fact]
    public void A_line_of_Chinese_that_begins_with_a_bracket_is_not_indented()
    {
        var markup = CardText.Markup([new("zh-Hans", "注射液（非格司亭）《药典》")], rightToLeft: false, "", keepsPhrases: true);
        XElement.Parse(markup).Descendants().Where(e => (string?)e.Attribute("font_features") == "halt").Select(e => e.Value).ShouldBe(["（", "《"]);
    }

    [Theory]
    [InlineData("20微克"), InlineData("0.4毫升"), InlineData("480人份")]
    public void A_number_is_never_parted_from_its_unit(string measure) =>
        CardText.Markup([new("zh-Hans", "每剂" + measure + "注射液")], rightToLeft: false, "").ShouldContain($"每剂<span allow_breaks=\"false\">{measure}</span>注射液");
}
