using ExportPortal.Search.Index;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

/// <summary>Finding what was typed wrongly, and what is named in another script.</summary>
public sealed class RepairTests
{
    private static readonly SearchIndex Index = IndexOf(
        Document("monitor", ("en", "Patient monitor"), ("fa", "مانیتور بیمار"), ("ru", "Прикроватный монитор пациента"), ("ar", "جهاز مراقبة المريض")),
        Document("ventilator", ("en", "Intensive care ventilator"), ("fa", "ونتیلاتور مراقبت ویژه"), ("ru", "Аппарат искусственной вентиляции"), ("fr", "Respirateur de réanimation")),
        Document("epoetin", ("en", "Epoetin alfa 4000 IU")).Coded("atc", "B03XA01").Coded("model", "AE-4000"),
        Document("firm", ("fa", "رهنورد تله‌متری")),
        Document("sarvin", ("en", "Sarvin Pharmed")));

    [Theory]
    [InlineData("moniter", "monitor", "monitor")]
    [InlineData("mointor", "monitor", "monitor")]
    [InlineData("montor", "monitor", "monitor")]
    [InlineData("monnitor", "monitor", "monitor")]
    [InlineData("intensve ventillator", "ventilator", "intensive ventilator")]
    [InlineData("intencive care", "ventilator", "intensive care")]
    [InlineData("вентляции", "ventilator", "вентиляции")]
    [InlineData("مانیتر بیمار", "monitor", "مانیتور بیمار")]
    [InlineData("ونتلاتور", "ventilator", "ونتیلاتور")]
    [InlineData("réanimmation", "ventilator", "reanimation")]
    public void Typing_errors_are_forgiven_and_told(string typed, string id, string correction)
    {
        var answer = Index.Search(new() { Text = typed, Culture = "en" });
        answer.Hits.ShouldHaveSingleItem().Id.ShouldBe(id);
        answer.Correction.ShouldBe(correction);
    }

    [Theory]
    [InlineData("monitor")]
    [InlineData("monit")]
    [InlineData("patient monitors")]
    [InlineData("")]
    [InlineData("مراقبت ویژه")]
    public void What_is_known_is_left_as_it_is(string typed) =>
        Index.Search(new() { Text = typed, Culture = "en" }).Correction.ShouldBeNull();

    // ";ta", "o,n;v": what they would be on another keyboard; FDA would be «بیش».
    [Theory]
    [InlineData("کفش", "fa")]
    [InlineData("خودکر", "fa")]
    [InlineData("FDA", "en")]
    public void Words_that_fall_to_pieces_and_abbreviations_are_not_read_on_another_keyboard(string typed, string culture) =>
        IndexOf(Document("parts", ("en", "TA, parts O N V"), ("fa", "بیش از همه"))).Search(new() { Text = typed, Culture = culture }).Correction.ShouldBeNull();

    [Theory]
    [InlineData("300 mcg")]
    [InlineData("HS 3002")]
    [InlineData("hs3002")]
    [InlineData("ТН ВЭД 3002")]
    public void What_few_letters_beside_a_number_would_be_on_another_keyboard_is_not_guessed(string typed)
    {
        // Words that begin as these read on other layouts.
        var index = IndexOf(Document("asid", ("fa", "اسید هول"), ("en", "ny d'line gel")));
        index.Search(new() { Text = typed, Culture = "en" }).Correction.ShouldBeNull();
    }

    [Theory]
    [InlineData("B03XA02")]
    [InlineData("AE-4001")]
    [InlineData("4001")]
    [InlineData("AE-4000")]
    [InlineData("mri")]
    public void Codes_numbers_and_short_words_are_never_changed(string typed)
    {
        var answer = Index.Search(new() { Text = typed, Culture = "en" });
        answer.Correction.ShouldBeNull();
        answer.Hits.Select(h => h.Id).ShouldBe(typed == "AE-4000" ? ["epoetin"] : []);
    }

    [Theory]
    [InlineData("lhkdj,v", "مانیتور")]
    [InlineData("ghbrhjdfnysq vjybnjh", "прикроватный монитор")]
    [InlineData("ьщтшещк", "monitor")]
    [InlineData("پخدهفخق", "monitor")]
    [InlineData("[ih. lvhrfm", "جهاز مراقبة")]
    public void The_wrong_keyboard_layout_is_read_as_the_right_one(string typed, string meant)
    {
        var answer = Index.Search(new() { Text = typed, Culture = "en" });
        answer.Hits.ShouldHaveSingleItem().Id.ShouldBe("monitor");
        answer.Correction.ShouldBe(meant);
    }

    [Theory]
    [InlineData("rahnavard", "firm")]
    [InlineData("Рахнавард Телеметри", "firm")]
    [InlineData("سروین", "sarvin")]
    [InlineData("Сарвин", "sarvin")]
    public void A_name_is_found_in_another_script(string typed, string id) =>
        Index.Ids(typed, "en").FirstOrDefault().ShouldBe(id);

    [Theory]
    [InlineData("monitor", "monitor", 0)]
    [InlineData("mointor", "monitor", 3)]
    [InlineData("monnitor", "monitor", 3)]
    [InlineData("monitorx", "monitor", 4)]
    [InlineData("mpnitor", "monitor", 3)]
    [InlineData("munitor", "monitor", 4)]
    [InlineData("صرنگ", "سرنگ", 1)]
    [InlineData("شرنگ", "سرنگ", 3)]
    [InlineData("badc", "abcd", 6)]
    [InlineData("ba", "ab", 3)]
    [InlineData("wxyz", "abcd", 9)]
    [InlineData("a", "abc", 8)]
    public void Likely_errors_count_less_up_to_one_more_than_the_most(string typed, string meant, int distance) =>
        NearWords.Distance(typed, meant, 8).ShouldBe(distance);

    [Theory]
    [InlineData("fa", "صرم", "سرم", "سرم شستشو")]
    [InlineData("fa", "آظمایشگاه", "ازمایشگاه", "تجهیزات آزمایشگاه")]
    [InlineData("fa", "دستگاح تسفیه", "دستگاه تصفیه", "دستگاه تصفیه آب")]
    [InlineData("fa", "سنحش", "سنجش", "کیت سنجش")]
    [InlineData("fa", "پنپ", "پمپ", "پمپ تزریق")]
    [InlineData("ar", "مظخة", "مضخه", "مضخة تسريب")]
    [InlineData("ru", "апарат", "аппарат", "Аппарат УЗИ")]
    [InlineData("ru", "стирилизатор", "стерилизатор", "Стерилизатор паровой")]
    [InlineData("fr", "stérylisateur", "sterilisateur", "Stérilisateur à vapeur")]
    [InlineData("en", "sterilicer", "sterilizer", "Steam sterilizer")]
    public void Letters_that_sound_or_look_alike_are_forgiven_first(string culture, string typed, string correction, string name)
    {
        var index = IndexOf(Document("meant", (culture, name)), Document("other", ("fa", "گرم نبض دستیار"), ("ar", "مطبخة"), ("en", "stabilizer")));
        var answer = index.Search(new() { Text = typed, Culture = culture });
        answer.Correction.ShouldBe(correction);
        answer.Hits[0].Id.ShouldBe("meant");
    }

    [Fact]
    public void A_word_is_two_only_where_a_text_holds_both()
    {
        var index = IndexOf(Document("meant", ("fa", "مانیتور")), Document("some", ("fa", "مان")), Document("others", ("fa", "تور")));
        index.Search(new() { Text = "مانتور", Culture = "fa" }).Correction.ShouldBe("مانیتور");
    }

    [Theory]
    [InlineData("新生儿用输夜泵", "新生儿用输液泵")]
    [InlineData("输夜泵", "输液泵")]
    [InlineData("机架式网络交机换", "机架式网络交换机")]
    [InlineData("夜压计 心电图", "血压计 心电图")]
    [InlineData("便携式血压汁", "便携式血压计")]
    public void A_wrong_character_between_others_is_mended(string typed, string correction) =>
        Characters.Search(new() { Text = typed, Culture = "zh-Hans" }).Correction.ShouldBe(correction);

    [Theory]
    [InlineData("输液泵用电池")]
    [InlineData("血压")]
    [InlineData("买血压计")]
    [InlineData("输液泵与血压计")]
    [InlineData("龘鱻麤")]
    public void Characters_that_are_new_beside_each_other_are_left(string typed) =>
        Characters.Search(new() { Text = typed, Culture = "zh-Hans" }).Correction.ShouldBeNull();

    private static readonly SearchIndex Characters = IndexOf(
        Document("pump", ("zh-Hans", "新生儿输液泵")), Document("switch", ("zh-Hans", "机架式网络交换机")),
        Document("pressure", ("zh-Hans", "便携式血压计")), Document("arm", ("zh-Hans", "血压计")), Document("wrist", ("zh-Hans", "腕式血压计")), Document("sheet", ("zh-Hans", "血压计说明书")), Document("heart", ("zh-Hans", "心电图机")), Document("battery", ("zh-Hans", "锂电池")));

    [Theory]
    [InlineData("lhkdj,v", "مانیتور")]
    [InlineData("patient lhkdj,v", "patient مانیتور")]
    [InlineData("vjybnjh patient", "монитор patient")]
    [InlineData(",tyuekz", "бенгуля")]
    public void A_sign_that_is_a_letter_on_another_layout_is_read_as_one(string typed, string meant)
    {
        var index = IndexOf(Document("monitor", ("en", "Patient"), ("fa", "مانیتور"), ("ru", "Монитор")), Document("v", ("en", "Lamp 5 V")), Document("b", ("ru", "Бенгуля")));
        index.Search(new() { Text = typed, Culture = "en" }).Correction.ShouldBe(meant);
    }

    [Fact]
    public void The_quick_pass_leaves_out_no_near_word()
    {
        var random = new Random(11);
        const string letters = "abcdefghiklmnoprstuvyzабвгдежзاآبپتثجچحخدذ";
        string Word() => new([.. Enumerable.Range(0, random.Next(3, 9)).Select(_ => letters[random.Next(letters.Length)])]);
        var words = Enumerable.Range(0, 300).Select(_ => Word()).Distinct().Order(StringComparer.Ordinal).ToArray();
        var chars = string.Concat(words.Select(w => Term.Word + w));
        var starts = new List<int> { 0 };
        foreach (var word in words)
            starts.Add(starts[^1] + word.Length + 1);
        var near = new NearWords(new(chars.ToCharArray(), [.. starts]), [Term.Word]);
        foreach (var word in words.Select(w => w[..^1] + letters[random.Next(letters.Length)]))
            foreach (var most in (int[])[1, 3, 5, 8])
                near.Find(word, most).Select(f => (words[f.Term], f.Distance)).ShouldBe(
                    words.Select(w => (w, NearWords.Distance(word, w, most))).Where(w => w.Item2 <= most));
    }
}
