using ExportPortal.Search.Contracts;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

/// <summary>What a reader of each language types finds what a writer of that language wrote.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("كيت تشخيصي", "کیت تشخیصی")]
    [InlineData("کیت تشخیصی", "كيت تشخيصي")]
    public void Persian_and_arabic_yeh_and_kaf_find_each_other(string query, string name) =>
        FindNamesWithAllWords(query, "fa", name, "کتاب تشریحی").ShouldBe([name]);

    [Theory]
    [InlineData("سامانه پیش‌بینی بار")]
    [InlineData("سامانه پیش بینی بار")]
    [InlineData("سامانه پیشبینی بار")]
    public void A_word_written_with_a_half_space_or_a_space_or_joined_is_found_by_each_spelling(string name)
    {
        foreach (var query in new[] { "پیش‌بینی", "پیش بینی", "پیشبینی", "پیش¬بینی", "بار پیش‌بینی" })
            FindNamesWithAllWords(query, "fa", name, "سامانه پایش بار").ShouldBe([name]);
    }

    [Theory]
    [InlineData("دستگاه‌های")]
    [InlineData("دستگاه های")]
    [InlineData("دستگاههای")]
    [InlineData("دستگاه")]
    [InlineData("دستگاه‌ها")]
    public void Persian_plurals_are_found_however_they_are_joined(string query)
    {
        string[] names = ["دستگاه‌های پزشکی", "دستگاه های آزمایشگاهی", "دستگاههای صنعتی", "دستگاه فشار"];
        FindNamesWithAllWords(query, "fa", [.. names, "دانشگاه فنی"]).ShouldBe(names, ignoreOrder: true);
    }

    [Theory]
    [InlineData("۴۰۰۰")]
    [InlineData("٤٠٠٠")]
    [InlineData("4000")]
    [InlineData("４０００")]
    [InlineData("۴٬۰۰۰")]
    public void Digits_of_all_scripts_are_the_same(string query) =>
        FindNamesWithAllWords(query, "fa", "اریتروپویتین ۴۰۰۰ واحد", "اریتروپویتین ۲۰۰۰ واحد").ShouldBe(["اریتروپویتین ۴۰۰۰ واحد"]);

    [Theory]
    [InlineData("مسؤول", "مسوول")]
    [InlineData("مؤسسه", "موسسه")]
    [InlineData("خانهٔ هوشمند", "خانه هوشمند")]
    [InlineData("آنتی بادی", "انتی‌بادی")]
    [InlineData("مُسَکِّن", "مسکن")]
    public void Persian_hamza_and_vowel_signs_do_not_matter(string query, string name)
    {
        FindNamesWithAllWords(query, "fa", name).ShouldBe([name]);
        FindNamesWithAllWords(name, "fa", query).ShouldBe([query]);
    }

    [Theory]
    [InlineData("ادوية", "أدوية بيطرية")]
    [InlineData("الأدوية", "أدوية بيطرية")]
    [InlineData("أَدْوِيَة", "أدوية بيطرية")]
    [InlineData("أدويـــة", "أدوية بيطرية")]
    [InlineData("بالأدوية", "أدوية بيطرية")]
    [InlineData("منتج", "المنتجات الطبية")]
    [InlineData("مستشفي", "مستشفى ميداني")]
    public void Arabic_articles_vowels_and_hamza_do_not_matter(string query, string name) =>
        FindNamesWithAllWords(query, "ar", name, "أجهزة قياس").ShouldBe([name]);

    [Theory]
    [InlineData("вакцина", "Производство вакцин")]
    [InlineData("вакцину", "Вакцины для детей")]
    [InlineData("ЕЛКА", "ёлка")]
    [InlineData("ёлка", "Елка")]
    [InlineData("медицинское оборудование", "Медицинского оборудования поставка")]
    [InlineData("йод", "Йод кристаллический")]
    [InlineData("на солнечной батарее", "Солнечная батарея")]
    [InlineData("батарей", "Батареи для насоса")]
    public void Russian_endings_and_yo_do_not_matter(string query, string name) =>
        FindNamesWithAllWords(query, "ru", name, "Вагонетка").ShouldBe([name]);

    [Fact]
    public void Russian_short_i_is_not_i() => FindNamesWithAllWords("кий", "ru", "Кии бильярдные").ShouldBeEmpty();

    [Theory]
    [InlineData("试剂盒")]
    [InlineData("试剂")]
    [InlineData("检测试剂")]
    [InlineData("盒")]
    [InlineData("新冠")]
    public void Chinese_words_are_found_without_spaces(string query) =>
        FindNamesWithAllWords(query, "zh-Hans", "新冠病毒核酸检测试剂盒", "新能源汽车").ShouldBe(["新冠病毒核酸检测试剂盒"]);

    [Fact]
    public void Chinese_characters_in_another_order_are_another_word() =>
        FindNamesWithAllWords("剂试", "zh-Hans", "试剂").ShouldBeEmpty();

    [Theory]
    [InlineData("syringe", "Disposable syringes")]
    [InlineData("COATINGS", "Nano coating for glass")]
    [InlineData("batteries", "Battery tester")]
    [InlineData("ＰＣＲ", "PCR kit")]
    [InlineData("database", "Data base server")]
    [InlineData("data base", "Database server")]
    [InlineData("patients", "Patient's monitor")]
    public void English_forms_find_each_other(string query, string name) =>
        FindNamesWithAllWords(query, "en", name, "Pump").ShouldBe([name]);

    [Theory]
    [InlineData("l'insuline")]
    [InlineData("l’insuline")]
    [InlineData("L'INSULINE")]
    public void What_is_written_with_an_article_before_it_is_found_as_without(string query)
    {
        var index = IndexOf(
            Document("logger", ("fr", "Enregistreur de température")).With(SearchField.Summary, "fr", "Pour le transport de l'insuline."),
            Document("glargine", ("fr", "Insuline glargine")));
        index.Ids(query, "fr").ShouldBe(["glargine", "logger"]);
    }

    [Theory]
    [InlineData("insuline", "Stylo d'insuline")]
    [InlineData("l’insuline", "Insuline humaine")]
    [InlineData("medicaments", "Médicament générique")]
    [InlineData("MÉDICAMENT", "medicaments")]
    [InlineData("œuvre", "Main d'oeuvre")]
    [InlineData("hôpitaux", "Équipement d'hôpital")]
    [InlineData("seringue", "Seringues stériles")]
    public void French_accents_elisions_and_plurals_do_not_matter(string query, string name) =>
        FindNamesWithAllWords(query, "fr", name, "Pompe").ShouldBe([name]);

    [Theory]
    [InlineData("COVID-19 试剂盒")]
    [InlineData("covid19试剂盒")]
    [InlineData("COVID 19")]
    [InlineData("covid")]
    public void Latin_and_chinese_mixed_are_read_apart(string query) =>
        FindNamesWithAllWords(query, "zh-Hans", "COVID-19抗原检测试剂盒", "试剂瓶").ShouldBe(["COVID-19抗原检测试剂盒"]);

    [Theory]
    [InlineData("کیت PCR")]
    [InlineData("کیتPCR")]
    [InlineData("pcr")]
    [InlineData("کیت")]
    public void Persian_and_latin_written_together_are_read_apart(string query) =>
        FindNamesWithAllWords(query, "fa", "کیتPCR سریع", "کیت‌PCR کند", "کلاه").ShouldBe(["کیتPCR سریع", "کیت‌PCR کند"], ignoreOrder: true);

    [Theory]
    [InlineData("ил 2")]
    [InlineData("ИЛ2")]
    [InlineData("ил-2")]
    public void Russian_abbreviations_with_numbers_are_found_in_each_spelling(string query) =>
        FindNamesWithAllWords(query, "ru", "Интерлейкин ИЛ-2", "Интерлейкин ИЛ-6").ShouldBe(["Интерлейкин ИЛ-2"]);

    [Theory]
    [InlineData("щёток", "Щётка угольная")]
    [InlineData("мешалок", "Мешалка магнитная")]
    [InlineData("масел", "Масло моторное")]
    [InlineData("стекол", "Стекло предметное")]
    [InlineData("стекло", "Набор стёкол")]
    [InlineData("образец", "Хранение образцов")]
    [InlineData("котлы", "Котёл паровой")]
    [InlineData("ремень", "Натяжители ремней")]
    [InlineData("зерен", "Зерно пшеницы")]
    public void Russian_vowels_that_come_and_go_do_not_matter(string query, string name) =>
        FindNamesWithAllWords(query, "ru", name, "Насос").ShouldBe([name]);

    [Theory]
    [InlineData("колено", "Колонна")]
    [InlineData("печень", "Печной вентилятор")]
    [InlineData("полный", "Полено")]
    [InlineData("борная кислота", "Борона, кислота")]
    public void Russian_vowels_that_stay_tell_words_apart(string query, string name) =>
        FindNamesWithAllWords(query, "ru", name, "Насос").ShouldBeEmpty();

    [Theory]
    [InlineData("جراحي", "ضماد الجروح")]
    [InlineData("الجمال", "البيع بالجملة")]
    [InlineData("جزر", "جزيرة")]
    [InlineData("أسنان الأسرة", "سرير أسنان")]
    public void Arabic_words_of_two_readings_are_no_plurals(string query, string name) =>
        FindNamesWithAllWords(query, "ar", name, "مضخة").ShouldBeEmpty();

    [Theory]
    [InlineData("أجهزة", "جهاز قياس الضغط")]
    [InlineData("الأجهزة", "جهاز قياس الضغط")]
    [InlineData("جهاز", "الأجهزة الطبية")]
    [InlineData("موازين", "ميزان حساس")]
    [InlineData("وثائق", "وثيقة")]
    [InlineData("الألواح", "لوح شمسي")]
    [InlineData("سفن", "سفينة")]
    [InlineData("السفن", "سفينة")]
    [InlineData("إلكترون", "تدفق الإلكترونات")]
    [InlineData("التهاب", "علاج الالتهاب")]
    [InlineData("بروتين", "فصل البروتينات")]
    [InlineData("حيوانات", "حيوان")]
    [InlineData("التهاب", "والتهاب المفاصل")]
    [InlineData("التهاب الكبد", "المصابين بالتهاب الكبد")]
    [InlineData("ألمنيوم", "حديد وألمنيوم")]
    [InlineData("ألواح شمسية", "خلايا شمسية وألواح")]
    [InlineData("ألياف زجاجية", "زجاجية وألياف")]
    [InlineData("جراحي", "قفازات الجراح")]
    [InlineData("مواد خام", "خام موادها")]
    public void Arabic_plurals_of_another_shape_and_words_that_begin_like_the_article_are_found(string query, string name) =>
        FindNamesWithAllWords(query, "ar", name, "مضخة").ShouldBe([name]);

    [Theory]
    [InlineData("مخازن", "مخزن تحت فشار")]
    [InlineData("منبع تغذیه", "منابع تغذیه")]
    [InlineData("مواد خام", "موادی خام")]
    [InlineData("تصاویر روشن", "تصاویری روشن")]
    public void Arabic_plurals_in_persian_are_found(string query, string name) =>
        FindNamesWithAllWords(query, "fa", name, "پمپ").ShouldBe([name]);

    [Theory]
    [InlineData("en", "M12x1,5", "Plug M12x1.5")]
    [InlineData("en", "M12x1.5", "Plug M12x1,5")]
    [InlineData("ru", "кабель 3×2,5", "Кабель 3х2,5")]
    [InlineData("ru", "кабель 3*2,5", "Кабель 3х2,5")]
    [InlineData("ru", "кабель 3×2.5", "Кабель 3×2,5")]
    [InlineData("en", "1 4 dioxane", "1,4-Dioxane")]
    [InlineData("en", "1,4 dioxane", "1,4-Dioxane")]
    [InlineData("en", "2,4 D herbicide", "2,4-D herbicide")]
    [InlineData("en", "4,4-MDI", "4,4'-MDI")]
    [InlineData("ru", "1,2 дихлорэтан", "1,2-дихлорэтан")]
    [InlineData("en", "ISO 14001 certified", "Certified by ISO 9001,14001,45001")]
    [InlineData("en", "Windows 11", "For Windows 10,11")]
    [InlineData("en", "port 22", "Port 21,22,80")]
    [InlineData("zh-Hans", "2021", "获奖2020，2021年")]
    [InlineData("ru", "давление 0,25 МПа", "Давление 0.25 МПа")]
    public void A_comma_in_a_code_or_behind_a_nought_is_a_point_and_elsewhere_divides(string culture, string query, string name) =>
        FindNamesWithAllWords(query, culture, name, "Ring 5, 12").ShouldBe([name]);

    [Theory]
    [InlineData("水泵", "气动隔膜泵")]
    [InlineData("球形阀", "不锈钢球阀 闸阀")]
    [InlineData("谁最先画出血液的脉络图", "血脉 不锈钢球阀")]
    public void A_chinese_word_that_no_text_has_is_found_by_its_characters_and_it_is_told(string query, string names)
    {
        var index = IndexOf("气动隔膜泵 不锈钢球阀 闸阀 血脉 电源".Split(' ').Select(n => Document(n, ("zh-Hans", n))));
        var answer = index.Search(new() { Text = query, Culture = "zh-Hans" });
        answer.Hits[0].Id.ShouldBe(names.Split(' ')[0]);
        answer.Hits.ShouldNotContain(h => h.Id == "电源");
        answer.AllWords.ShouldBeFalse();
        index.Search(new() { Text = query, Culture = "zh-Hans", AllWords = true }).Total.ShouldBe(0);
    }

    [Fact]
    public void Characters_beside_the_pairs_they_stand_in_find_nothing_by_themselves() =>
        FindNames("球阀", "zh-Hans", "不锈钢球阀", "球磨机", "闸阀").ShouldBe(["不锈钢球阀"]);

    [Fact]
    public void A_character_that_is_a_word_of_the_query_too_is_still_looked_for() =>
        FindNamesWithAllWords("碘 碘化物", "zh-Hans", "碘 碘化物", "碘化物").ShouldContain("碘 碘化物");

    [Fact]
    public void A_word_is_found_in_any_culture_whatever_the_reader_reads()
    {
        var index = IndexOf(
            Document("a", ("fa", "سرنگ"), ("ru", "Шприц"), ("zh-Hans", "注射器")),
            Document("b", ("fa", "پمپ"), ("ru", "Насос")));
        foreach (var query in new[] { "سرنگ", "шприцы", "注射器" })
            foreach (var culture in new[] { "en", "fa", "ru", "de-CH", "ja" })
                index.Ids(query, culture).ShouldBe(["a"]);
    }

    [Fact]
    public void Words_of_one_query_may_be_found_in_different_languages()
    {
        var index = IndexOf(Document("a", ("en", "Insulin pen"), ("ru", "Ручка для инсулина")), Document("b", ("en", "Insulin pump")));
        index.Search(new() { Text = "insulin ручка", Culture = "en" }).ShouldSatisfyAllConditions(
            answer => answer.AllWords.ShouldBeTrue(),
            answer => answer.Hits.Select(h => h.Id).ShouldBe(["a"]));
    }

    [Fact]
    public void A_text_in_a_culture_beyond_the_interface_is_found()
    {
        var index = IndexOf(Document("a", ("tr", "Şırınga İğnesi"), ("de", "Spritze")), Document("b", ("tr", "Pompa")));
        index.Ids("siringa igne", "tr").ShouldBe(["a"]);
        index.Ids("SPRITZE", "en").ShouldBe(["a"]);
    }
}
