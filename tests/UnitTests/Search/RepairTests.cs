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
    [InlineData("monitor", "mointor", 1)]
    [InlineData("monitor", "monitors", 1)]
    [InlineData("abcd", "badc", 2)]
    [InlineData("abcd", "wxyz", 3)]
    [InlineData("", "ab", 2)]
    public void Edits_are_counted_up_to_one_more_than_the_most(string from, string to, int edits) =>
        NearWords.Edits(from, to, 2).ShouldBe(edits);

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
        var near = new NearWords(new(chars.ToCharArray(), [.. starts]));
        foreach (var word in words.Select(w => w[..^1] + letters[random.Next(letters.Length)]))
            foreach (var most in (int[])[1, 2])
                near.Find(word, most).Select(f => (words[f.Term], f.Edits)).ShouldBe(
                    words.Select(w => (w, NearWords.Edits(word, w, most))).Where(w => w.Item2 <= most));
    }
}
