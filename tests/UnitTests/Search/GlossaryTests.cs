using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

/// <summary>Finding across languages by what words mean.</summary>
public sealed class GlossaryTests
{
    private static readonly Glossary Words = new(
    [
        Concept("insulin-pump", ("en", "insulin pump"), ("fa", "پمپ انسولین"), ("zh-Hans", "胰岛素泵"), ("ru", "инсулиновая помпа"), ("ar", "مضخة الأنسولين"), ("fr", "pompe à insuline")),
        Concept("insulin", ("en", "insulin"), ("fa", "انسولین"), ("zh-Hans", "胰岛素"), ("ru", "инсулин"), ("ar", "أنسولين"), ("fr", "insuline")),
        Concept("ventilator", ("en", "ventilator"), ("en", "breathing machine"), ("fa", "دستگاه تنفس مصنوعی"), ("zh-Hans", "呼吸机"), ("ru", "аппарат ИВЛ"), ("ar", "جهاز التنفس الصناعي"), ("fr", "respirateur")),
    ]);

    private static readonly SearchIndex Index = IndexOf(Words,
        Document("pump-en", ("en", "Wearable insulin pumps")),
        Document("pump-fr", ("fr", "Pompe à insuline portable")),
        Document("pump-zh", ("zh-Hans", "便携式胰岛素泵系统")),
        Document("pump-ru", ("ru", "Носимые инсулиновые помпы")),
        Document("pump-fa", ("fa", "پمپ‌های انسولین همراه")),
        Document("pump-ar", ("ar", "مضخات الأنسولين المحمولة")),
        Document("water-pump", ("en", "Water pump")),
        Document("insulin-fr", ("fr", "Insuline glargine")),
        Document("ventilator-zh", ("zh-Hans", "呼吸机")));

    [Theory]
    [InlineData("insulin pump", "en")]
    [InlineData("insulin pumps", "en")]
    [InlineData("pompes à insuline", "fr")]
    [InlineData("胰岛素泵", "zh-Hans")]
    [InlineData("инсулиновую помпу", "ru")]
    [InlineData("پمپ انسولین", "fa")]
    [InlineData("مضخة أنسولين", "ar")]
    public void A_phrase_in_any_language_finds_all_that_mean_it(string text, string culture)
    {
        var found = Index.Ids(text, culture);
        found[..6].ShouldBe(["pump-en", "pump-fr", "pump-zh", "pump-ru", "pump-fa", "pump-ar"], ignoreOrder: true);
        found[0].ShouldBe("pump-" + culture[..2]);
    }

    [Fact]
    public void A_word_within_a_longer_concept_is_a_concept_too() =>
        Index.Ids("insuline", "fr").ShouldBe(["insulin-fr", "pump-fr", "pump-en", "pump-zh", "pump-fa", "pump-ar"], ignoreOrder: true);

    [Fact]
    public void Words_beside_the_concept_lead()
    {
        Index.Ids("wearable insulin pump").First().ShouldBe("pump-en");
        Index.Ids("便携的胰岛素泵", "zh-Hans").First().ShouldBe("pump-zh");
    }

    [Fact]
    public void Synonyms_of_one_language_find_each_other() => Index.Ids("breathing machines").ShouldBe(["ventilator-zh"]);

    [Fact]
    public void The_found_words_are_shown_in_the_language_they_stand_in()
    {
        var hit = Index.Search(new() { Text = "breathing machine", Culture = "en" }).Hits.ShouldHaveSingleItem();
        var shown = hit.Highlights.ShouldHaveSingleItem();
        (shown.Culture, shown.Text).ShouldBe(("zh-Hans", "呼吸机"));
        shown.Ranges.ShouldBe([(0, 3)]);
    }

    [Fact]
    public void Another_content_is_another_version()
    {
        Glossary With(params SearchConcept[] concepts) => new(concepts);
        var one = With(Concept("a", ("en", "pump")), Concept("b", ("en", "valve")));
        With(Concept("b", ("en", "valve")), Concept("a", ("en", "pump"))).Version.ShouldBe(one.Version);
        With(Concept("a", ("en", "pump")), Concept("b", ("en", "valves"))).Version.ShouldNotBe(one.Version);
        With(Concept("a", ("en", "pump"))).Version.ShouldNotBe(one.Version);
    }

    [Fact]
    public void A_letter_beside_a_number_is_a_part_of_the_name() =>
        IndexOf(new Glossary([Concept("beta-1a", ("en", "interferon beta-1a"), ("ru", "интерферон бета-1а"))]),
            Document("1a", ("ru", "Интерферон бета-1а")), Document("1b", ("en", "Interferon beta-1b"))).Ids("interferon beta-1a").First().ShouldBe("1a");

    [Fact]
    public void A_chinese_concept_does_not_stand_within_a_longer_one()
    {
        var index = IndexOf(
            new Glossary([Concept("benzoate", ("en", "sodium benzoate"), ("zh-Hans", "苯甲酸钠")), Concept("formic", ("en", "formic acid"), ("zh-Hans", "甲酸")), Concept("sodium-lamp", ("en", "sodium lamp"), ("zh-Hans", "钠灯"))]),
            Document("benzoate", ("zh-Hans", "食品级苯甲酸钠灯芯包装")), Document("formic", ("zh-Hans", "工业甲酸")));
        index.Ids("formic acid").ShouldBe(["formic"]);
        index.Ids("sodium lamp").ShouldBeEmpty();
        index.Ids("sodium benzoate").ShouldBe(["benzoate"]);
    }

    // "Ten" is the stem of "tens", and "pac" of "pacs".
    [Theory]
    [InlineData("electrotherapy", "en", "Vaccine, ten doses")]
    [InlineData("electrotherapy", "en", "A tense spring")]
    [InlineData("picture archive", "en", "PAC for water")]
    [InlineData("water treatment", "en", "PACS server")]
    [InlineData("surgical mask", "en", "Carbon 95 %")]
    [InlineData("surgical mask", "en", "Class N, 95 pieces")]
    [InlineData("acetone", "ar", "محلول أسيتات")]
    public void What_only_shares_a_stem_or_a_number_with_a_synonym_does_not_name_its_concept(string typed, string culture, string name) =>
        IndexOf(Abbreviations, Document("other", (culture, name))).Ids(typed).ShouldBeEmpty();

    [Theory]
    [InlineData("electrotherapy", "en", "Tens unit")]
    [InlineData("electrotherapy", "ru", "Аппарат TENS")]
    [InlineData("picture archive", "en", "PACS server")]
    [InlineData("picture archives", "de", "PACS-Server")]
    [InlineData("pacs", "fa", "بایگانی تصویر")]
    [InlineData("surgical masks", "en", "Half mask N95")]
    [InlineData("surgical mask", "zh-Hans", "N95口罩")]
    [InlineData("surgical mask", "en", "Half mask N-95")]
    [InlineData("surgical mask", "en", "half mask n95")]
    [InlineData("acetone", "ar", "الأسيتون النقي")]
    [InlineData("acetone", "ar", "بالأسيتون")]
    [InlineData("pumps", "ar", "مضخات")]
    public void A_synonym_is_found_as_it_is_written_and_where_it_is_a_word_in_its_forms(string typed, string culture, string name) =>
        IndexOf(Abbreviations, Document("meant", (culture, name)), Document("other", ("en", "Lamp"))).Ids(typed).ShouldBe(["meant"]);

    [Theory]
    [InlineData("TENS", "Vaccine, ten doses")]
    [InlineData("pacs", "PAC for water")]
    public void An_abbreviation_of_the_glossary_has_no_other_forms(string typed, string name) =>
        IndexOf(Abbreviations, Document("other", ("en", name))).Ids(typed).ShouldBeEmpty();

    [Fact]
    public void A_synonym_found_as_it_is_written_is_marked() =>
        IndexOf(Abbreviations, Document("meant", ("en", "Small TENS unit"))).Search(new() { Text = "electrotherapy", Culture = "en" }).Hits.ShouldHaveSingleItem()
            .Highlights.ShouldHaveSingleItem().Ranges.ShouldBe([(6, 4)]);

    [Theory]
    [InlineData("UAVs", "ru", "Беспилотник")]
    [InlineData("беспилотник", "en", "Hangar for UAVs")]
    [InlineData("uav engine", "en", "Engine for UAVs")]
    [InlineData("uavs", "en", "UAV")]
    public void Abbreviations_may_be_many(string typed, string culture, string name)
    {
        var answer = IndexOf(Abbreviations, Document("meant", (culture, name)), Document("other", ("en", "Lamp"))).Search(new() { Text = typed, Culture = "en" });
        answer.AllWords.ShouldBeTrue();
        answer.Hits.ShouldHaveSingleItem().Id.ShouldBe("meant");
    }

    [Theory]
    [InlineData("hearing aids", "hearing")]
    [InlineData("AIDS", "hearing")]
    [InlineData("HIV test", "virus")]
    [InlineData("WBC kit", "virus")]
    public void An_abbreviation_beside_another_word_leaves_words_their_forms_and_is_not_mended(string typed, string id)
    {
        var glossary = new Glossary([Concept("hiv", ("en", "HIV/AIDS"), ("en", "human immunodeficiency virus")), Concept("cells", ("en", "WBC count"))]);
        var answer = IndexOf(glossary, Document("hearing", ("en", "Hearing aid")), Document("virus", ("en", "Kit, test for human immunodeficiency virus")), Document("other", ("en", "Acid WPC, aide")))
            .Search(new() { Text = typed, Culture = "en" });
        answer.Hits[0].Id.ShouldBe(id);
        answer.Correction.ShouldBeNull();
    }

    private static readonly Glossary Abbreviations = new(
    [
        Concept("electrotherapy", ("en", "electrotherapy"), ("en", "TENS")),
        Concept("uav", ("en", "unmanned aircraft"), ("en", "UAV"), ("ru", "беспилотник")),
        Concept("archive", ("en", "picture archive"), ("en", "PACS"), ("fa", "بایگانی تصویر")),
        Concept("coagulant", ("en", "water treatment"), ("en", "PAC")),
        Concept("mask", ("en", "surgical mask"), ("en", "N95")),
        Concept("acetone", ("en", "acetone"), ("ar", "أسيتون")),
        Concept("pump", ("en", "pump"), ("ar", "مضخة")),
    ]);

    [Fact]
    public void A_concept_without_words_is_never_found() =>
        IndexOf(new Glossary([Concept("nothing", ("en", "…"), ("en", "the of"))]), Document("a", ("en", "the of …"))).Ids("nothing").ShouldBeEmpty();

    private static SearchConcept Concept(string id, params (string Culture, string Text)[] terms) =>
        new(id, [.. terms.Select(t => new ConceptTerm(t.Culture, t.Text))]);
}
