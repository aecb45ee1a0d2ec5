using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

/// <summary>A good word for something that is not there is not taken for a known one typed wrongly.</summary>
public sealed class GuessTests
{
    private static readonly SearchIndex Index = IndexOf(
        Document("misc", ("en", "None of the year, what mark, ask a firm, chain of heat, arm and past"), ("ru", "раз раза тока"), ("fa", "کشف برق گاز عصب"), ("ar", "كروي")),
        Document("pump", ("en", "Infusion pump, steel valve")),
        Document("laser", ("en", "Surgical laser")),
        Document("scanner", ("en", "Bladder scanner")),
        Document("shock", ("en", "Defibrillator")),
        Document("solar", ("en", "Solar panel")));

    [Theory]
    [InlineData("bone", "en")]
    [InlineData("mask", "en")]
    [InlineData("farm", "en")]
    [InlineData("heart", "en")]
    [InlineData("chair", "en")]
    [InlineData("wheat", "en")]
    [InlineData("pasta", "en")]
    [InlineData("ladder", "en")]
    [InlineData("рака", "ru")]
    [InlineData("ورق", "ar")]
    [InlineData("كرسي", "ar")]
    [InlineData("کفش", "fa")]
    [InlineData("گاو", "fa")]
    [InlineData("اسب", "fa")]
    public void A_good_word_is_no_slip_that_hardly_anybody_makes(string typed, string culture)
    {
        var answer = Index.Search(new() { Text = typed, Culture = culture });
        answer.Correction.ShouldBeNull();
        answer.Hits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pmup", "pump")]
    [InlineData("pummp", "pump")]
    [InlineData("pimp", "pump")]
    [InlineData("lazer", "laser")]
    [InlineData("lasre", "laser")]
    [InlineData("laset", "laser")]
    [InlineData("lasir", "laser")]
    [InlineData("vavle", "valve")]
    [InlineData("surgcal", "surgical")]
    [InlineData("acanner", "scanner")]
    [InlineData("efibrillator", "defibrillator")]
    public void A_likely_slip_is_mended(string typed, string meant) =>
        Index.Search(new() { Text = typed, Culture = "en" }).Correction.ShouldBe(meant);

    [Theory]
    [InlineData("solar farm")]
    [InlineData("panel heart")]
    [InlineData("solar pmup")]
    public void Beside_known_words_that_do_not_stand_with_the_guess_a_short_word_is_left_alone(string typed)
    {
        var answer = Index.Search(new() { Text = typed, Culture = "en" });
        answer.Correction.ShouldBeNull();
        answer.AllWords.ShouldBeFalse();
        answer.Hits.ShouldHaveSingleItem().Id.ShouldBe("solar");
    }

    [Theory]
    [InlineData("infusion pmup", "infusion pump")]
    [InlineData("steel vlve", "steel valve")]
    [InlineData("vlve", "valve")]
    [InlineData("infusion camp", null)]
    public void Words_that_stand_with_a_guess_speak_for_it(string typed, string? correction) =>
        Index.Search(new() { Text = typed, Culture = "en" }).Correction.ShouldBe(correction);

    // مان تور, قلب, مانیتورینگ on the keys of the American layout.
    [Theory]
    [InlineData("lhkj,v")]
    [InlineData("rgf")]
    [InlineData("lhkdj,v")]
    public void Another_keyboard_is_guessed_only_for_whole_words_of_some_length(string typed) =>
        IndexOf(Document("parts", ("fa", "مان تور قلب مانیتورینگ"))).Search(new() { Text = typed, Culture = "en" }).Correction.ShouldBeNull();

    [Theory]
    [InlineData("lung", "en", 0)]
    [InlineData("lung", "fa", 1)]
    [InlineData("ventilator lung", "en", 0)]
    public void Another_keyboard_is_not_guessed_for_a_short_word_in_the_letters_one_reads(string typed, string culture, int found) =>
        IndexOf(Document("rate", ("ar", "معدل"))).Ids(typed, culture).Length.ShouldBe(found);

    [Theory]
    [InlineData("sand", "en", "Gel sans sucre")]
    [InlineData("ماسک دارید؟", "fa", "ید و دار")]
    public void Small_words_are_neither_guessed_nor_found_in_pieces(string typed, string culture, string name) =>
        IndexOf(Document("other", (culture == "en" ? "fr" : culture, name))).Ids(typed, culture).ShouldBeEmpty();

    [Theory]
    [InlineData("price of insulin", "en")]
    [InlineData("where can I buy insulin", "en")]
    public void Words_by_which_one_buys_count_little(string typed, string culture) => IndexOf(
        Document("logger", (culture, "Logger")).With(ExportPortal.Search.Contracts.SearchField.Description, culture, "Keeps insulin cold, for a third of the price when you buy ten"),
        Document("insulin", (culture, "Insulin pen")), Document("lamp", (culture, "Lamp")), Document("valve", (culture, "Valve")), Document("pump", (culture, "Pump")),
        Document("filter", (culture, "Filter"))).Ids(typed, culture)[0].ShouldBe("insulin");

    [Theory]
    [InlineData("бинт", "en", "Pen, point of care")]
    [InlineData("бинт", "fa", "بيانات")]
    [InlineData("стол", "fr", "Stylo prérempli")]
    [InlineData("сапоги", "fa", "شبکه")]
    [InlineData("семена", "fa", "سامانه")]
    [InlineData("радар", "en", "Reader")]
    [InlineData("drone", "ru", "Соль йодированная")]
    [InlineData("point", "ru", "Бинт марлевый")]
    [InlineData("بیانات", "en", "Bent pipe")]
    public void What_only_shares_consonants_with_a_short_word_is_not_its_name(string typed, string culture, string name) =>
        IndexOf(Document("other", (culture, name))).Ids(typed).ShouldBeEmpty();

    [Theory]
    [InlineData("Сарвин", "en", "Sarvin Pharmed")]
    [InlineData("سروین", "ru", "Сарвин Фармед")]
    [InlineData("Рахнавард", "fa", "رهنورد")]
    [InlineData("Firouzeh", "fa", "فیروزه کرمان")]
    [InlineData("Фирузе", "fa", "فیروزه کرمان")]
    [InlineData("вакцина", "en", "Vaccine")]
    [InlineData("ورامین", "en", "Varamin Darou")]
    [InlineData("эпоэтин", "en", "Epoetin alfa")]
    [InlineData("إيبويتين", "en", "Epoetin alfa")]
    [InlineData("Soroush", "ru", "Соруш")]
    [InlineData("مانیتور", "ru", "Монитор")]
    [InlineData("filgrastim", "ru", "Филграстим")]
    [InlineData("filgrastim", "ar", "فيلغراستيم")]
    [InlineData("Pharmaceptine", "ru", "Фармасептин")]
    public void A_name_is_found_as_it_sounds(string typed, string culture, string name) =>
        IndexOf(Document("meant", (culture, name)), Document("other", ("en", "Lamp"))).Ids(typed).ShouldBe(["meant"]);

    [Fact]
    public void The_name_found_by_its_sound_is_marked_and_where_a_text_says_it() =>
        IndexOf(Document("meant", ("en", "Sarvin Pharmed")).With(SearchField.Summary, "en", "Pens of Sarvin.")).Search(new() { Text = "Сарвин", Culture = "ru" }).Hits.ShouldHaveSingleItem()
            .Highlights.Select(h => (h.Field, h.Ranges.ShouldHaveSingleItem())).ShouldBe([(SearchField.Name, (0, 6)), (SearchField.Summary, (8, 6))]);

    [Theory]
    [InlineData("factor VIII")]
    [InlineData("VIII")]
    [InlineData("factor VIIe")]
    public void A_numeral_is_no_other_one_mistyped(string typed) => IndexOf(
        Document("seven", ("en", "Factor VII")), Document("other", ("en", "Recombinant factor"))).Search(new() { Text = typed, Culture = "en" }).Correction.ShouldBeNull();

    private static readonly SearchIndex Coded = IndexOf(
        Document("model", ("en", "Marker")).Coded("model", "LASR 300"),
        Document("laser", ("en", "Laser"), ("zh-Hans", "激光")), Document("scanner", ("en", "Scanner")).Coded("model", "GE LASR PRO X 300"), Document("pump", ("ru", "Насос")).Coded("model", "SZ-300"));

    [Theory]
    [InlineData("price LASR 300", "en", "model")]
    [InlineData("price:LASR 300", "en", "model")]
    [InlineData("激光LASR 300", "zh-Hans", "model")]
    [InlineData("GE LASR PRO X 300", "en", "scanner")]
    [InlineData("yfcjc SZ-300", "ru", "pump")]
    public void A_code_beside_other_words_is_never_mended(string typed, string culture, string first) => Coded.Ids(typed, culture)[0].ShouldBe(first);

    [Fact]
    public void Beside_a_code_words_are_read_on_another_keyboard_by_themselves() =>
        Coded.Search(new() { Text = "yfcjc SZ-300", Culture = "ru" }).Correction.ShouldBe("насос SZ-300");

    [Theory]
    [InlineData("supplier of insulin in Iran", "en")]
    [InlineData("fournisseur d'insuline en Iran", "fr")]
    [InlineData("иранский поставщик инсулина", "ru")]
    [InlineData("تولیدکننده ایرانی انسولین", "fa")]
    [InlineData("سعر الأنسولين من إيران", "ar")]
    [InlineData("胰岛素供应商", "zh-Hans")]
    [InlineData("伊朗胰岛素价格", "zh-Hans")]
    [InlineData("تولید‌کننده انسولین", "fa")]
    public void Who_sells_and_from_where_counts_little(string typed, string culture)
    {
        var answer = IndexOf(Document("insulin", ("en", "Insulin"), ("fr", "Insuline"), ("ru", "Инсулин"), ("fa", "انسولین"), ("ar", "الأنسولين"), ("zh-Hans", "胰岛素")),
            Document("other", ("en", "Supplier of Iran"), ("zh-Hans", "供应链"))).Search(new() { Text = typed, Culture = culture });
        answer.Hits[0].Id.ShouldBe("insulin");
        answer.AllWords.ShouldBeTrue();
        answer.Correction.ShouldBeNull();
    }

    [Fact]
    public void A_single_character_beside_a_small_word_is_found_by_itself() =>
        IndexOf(Document("iodine", ("zh-Hans", "碘")), Document("other", ("zh-Hans", "铜"))).Ids("碘供应商", "zh-Hans").ShouldBe(["iodine"]);

    [Theory]
    [InlineData("供应商管理")]
    [InlineData("供应商 管理")]
    [InlineData("的供应商")]
    [InlineData("供应商")]
    public void A_small_word_that_texts_go_on_from_or_that_stands_alone_is_looked_for(string typed) =>
        IndexOf(Document("software", ("zh-Hans", "供应商管理系统")), Document("other", ("zh-Hans", "铜"))).Ids(typed, "zh-Hans").ShouldBe(["software"]);

    [Fact]
    public void A_word_is_not_split_into_an_article_and_a_rest() =>
        IndexOf(Document("other", ("fr", "Pompe hui le moteur"))).Ids("huile", "fr").ShouldBeEmpty();

    [Fact]
    public void Words_beside_a_number_are_read_on_another_keyboard_together() => IndexOf(
        Document("syringe", ("ru", "Шприц 5 мл"))).Search(new() { Text = "ighbw 5 vk", Culture = "ru" }).Correction.ShouldBe("шприц 5 мл");

    [Theory]
    [InlineData("gants sans poudre", "fr", "without")]
    [InlineData("перчатки без пудры", "ru", "without")]
    public void Without_is_no_small_word(string typed, string culture, string first)
    {
        var answer = IndexOf(Document("with", ("fr", "Gants avec poudre"), ("ru", "Перчатки с пудрой, пудра")), Document("without", ("fr", "Gants longs sans poudre de talc"), ("ru", "Перчатки длинные без пудры и талька")))
            .Search(new() { Text = typed, Culture = culture });
        answer.Hits.Where(h => h.AllWords).Select(h => h.Id).ShouldBe([first]);
    }

    [Theory]
    [InlineData("moins")]
    [InlineData("entre")]
    public void A_small_word_is_not_mended(string typed) =>
        IndexOf(Document("other", ("fr", "Soins des mains, entrée"))).Search(new() { Text = typed, Culture = "fr" }).Correction.ShouldBeNull();

    [Theory]
    [InlineData(",h;sk", "fa", "واکسن")]
    [InlineData("price ,h;sk", "fa", "price واکسن")]
    [InlineData("rjhj,rf", "ru", "коробка")]
    [InlineData("skin,hand", "fa", null)]
    [InlineData("d'insuline", "fa", null)]
    public void Signs_between_known_letters_may_be_letters_of_another_keyboard(string typed, string culture, string? correction) => IndexOf(
        Document("vaccine", ("fa", "واکسن"), ("ru", "Коробка")), Document("other", ("en", "Skin graft H, price, hand, RJHJ, RF"), ("fr", "Flacon d'insuline")))
        .Search(new() { Text = typed, Culture = culture }).Correction.ShouldBe(correction);

    private static readonly SearchIndex Layouts = IndexOf(
        Document("picture", ("fa", "واکسن برای بخش تصویربرداری")), Document("countries", ("ru", "Подборка для стран, тонкая плёнка")), Document("device", ("ar", "جهاز تصوير")),
        Document("system", ("ar", "نظام")), Document("ring", ("ru", "Ёлочка")), Document("other", ("en", "Vitamin K, HL 7, h foa")));

    [Theory]
    [InlineData("fvhd foa jw,dvfvnhvd", "fa", "برای بخش تصویربرداری")]
    [InlineData("gjl,jhrf lkz cnhfy", "ru", "подборка для стран")]
    [InlineData("[ih. jw,dv", "ar", "جهاز تصوير")]
    [InlineData("k/hl", "ar", "نظام")]
    [InlineData("`kjxrf", "ru", "ёлочка")]
    [InlineData("vitamin ,h;sk", "fa", "vitamin واکسن")]
    [InlineData("vitamin/foa", "fa", null)]
    [InlineData("`vitamin`", "ru", null)]
    public void Signs_of_another_keyboard_bring_short_words_with_them(string typed, string culture, string? correction) =>
        Layouts.Search(new() { Text = typed, Culture = culture }).Correction.ShouldBe(correction);

    [Theory]
    [InlineData("viev")]
    [InlineData("vivve")]
    public void A_word_of_the_letters_of_numerals_is_mended(string typed) =>
        IndexOf(Document("word", ("fr", "Vive"))).Search(new() { Text = typed, Culture = "fr" }).Correction.ShouldBe("vive");

    [Theory]
    [InlineData("shoes without laces", "en", "")]
    [InlineData("کفش بدون بند", "fa", "")]
    [InlineData("ботинки без шнурков", "ru", "")]
    [InlineData("порошок без запаха", "ru", "powder")]
    [InlineData("chaussures sans lacets", "fr", "")]
    [InlineData("sans", "fr", "gloves")]
    public void Without_tells_nothing_by_itself(string typed, string culture, string ids) => IndexOf(
        Document("gloves", ("fr", "Gants sans poudre"), ("ru", "Перчатки без пудры"), ("en", "Gloves without powder"), ("fa", "دستکش بدون پودر")), Document("powder", ("ru", "Порошок")), Document("other", ("ru", "Уголь без пыли")))
        .Ids(typed, culture).ShouldBe(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static readonly SearchIndex Facts = IndexOf(
        Document("telephone", ("en", "Telephone")).With(SearchField.Description, "en", "The telephone was made in Boston by a teacher of the deaf"),
        Document("pump", ("en", "Syringe pump")).With(SearchField.Description, "en", "The drug is injected slowly"));

    [Theory]
    [InlineData("who invented the telephone in Boston", null)]
    [InlineData("deaf teacher of Boston telefone", "deaf teacher of Boston telephone")]
    [InlineData("invented", "injected")]
    [InlineData("which teacher of the deaf made the boston zelephone", null)]
    [InlineData("which teacher of the deaf made the boston telephnoe", "which teacher of the deaf made the boston telephone")]
    public void Beside_several_known_words_a_guess_must_stand_with_them(string typed, string? correction) =>
        Facts.Search(new() { Text = typed, Culture = "en" }).Correction.ShouldBe(correction);

    [Fact]
    public void A_question_in_chinese_is_not_mended() =>
        IndexOf(Document("a", ("zh-Hans", "用于血压计的传感器")), Document("b", ("zh-Hans", "新型血压计的套件")), Document("c", ("zh-Hans", "古代的乐器")))
            .Search(new() { Text = "古代怎样用于血夜计的检测和使用呢", Culture = "zh-Hans" }).Correction.ShouldBeNull();

    [Fact]
    public void A_correction_keeps_the_small_words()
    {
        var index = IndexOf(Document("pump", ("zh-Hans", "新生儿输液泵")), Document("other", ("zh-Hans", "电源"), ("en", "monitor")));
        index.Search(new() { Text = "购买输夜泵的价格", Culture = "zh-Hans" }).Correction.ShouldBe("购买输液泵的价格");
        index.Search(new() { Text = "购买 新生儿 输夜泵价格和 monitr", Culture = "zh-Hans" }).Correction.ShouldBe("购买 新生儿 输液泵价格和 monitor");
        index.Search(new() { Text = "输夜泵的价格和输夜泵", Culture = "zh-Hans" }).Correction.ShouldBe("输液泵的价格和输液泵");
    }

    [Fact]
    public void What_is_denied_is_looked_for() =>
        IndexOf(Document("supply", ("zh-Hans", "不锈钢外壳电源"))).Search(new() { Text = "不需要电源", Culture = "zh-Hans" }).AllWords.ShouldBeFalse();

    [Fact]
    public void A_small_word_within_a_concept_stays()
    {
        var glossary = new Glossary([new("srm", [new("en", "supplier relationship management"), new("zh-Hans", "供应商关系管理")])]);
        IndexOf(glossary, Document("software", ("en", "Software for supplier relationship management"))).Ids("供应商关系管理", "zh-Hans").ShouldBe(["software"]);
    }
}
