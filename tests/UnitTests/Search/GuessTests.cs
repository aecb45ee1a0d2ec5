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
        Document("solar", ("en", "Solar panel")));

    [Theory]
    [InlineData("bone", "en")]
    [InlineData("mask", "en")]
    [InlineData("farm", "en")]
    [InlineData("heart", "en")]
    [InlineData("chair", "en")]
    [InlineData("wheat", "en")]
    [InlineData("pasta", "en")]
    [InlineData("рака", "ru")]
    [InlineData("ورق", "ar")]
    [InlineData("كرسي", "ar")]
    [InlineData("کفش", "fa")]
    [InlineData("گاو", "fa")]
    [InlineData("اسب", "fa")]
    public void A_short_word_is_no_slip_that_hardly_anybody_makes(string typed, string culture)
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
    [InlineData("vlve", null)]
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
}
