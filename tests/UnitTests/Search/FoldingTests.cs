using System.Text;
using System.Text.RegularExpressions;
using ExportPortal.Search.Analysis;

namespace ExportPortal.UnitTests.Search;

public sealed partial class FoldingTests
{
    public static TheoryData<string, string> Vectors()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in AnalysisData.Read("folding-vectors.tsv"))
            data.Add(Unescape(line[0]), Unescape(line[1]));
        return data;
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Text_becomes_the_terms_of_its_vector(string text, string terms) => TermsOf(text).ShouldBe(terms);

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Decomposed_and_composed_text_become_the_same(string text, string terms)
    {
        TermsOf(text.Normalize(NormalizationForm.FormD)).ShouldBe(terms);
        TermsOf(text.Normalize(NormalizationForm.FormC)).ShouldBe(terms);
    }

    [Fact]
    public void Where_the_first_letters_of_words_stay_no_ending_takes_them()
    {
        string[] endings = [.. AnalysisData.Read("endings.tsv").Select(l => Folding.Fold(l[3])).Append("")];
        var told = 0;
        Span<char> stem = stackalloc char[64];
        foreach (var language in Enum.GetValues<StemLanguage>())
            foreach (var word in endings.SelectMany(_ => endings, (first, second) => first + second).SelectMany(e => ((string[])["b", "bi", "сто", "کتا", "gart"]).Select(s => s + e)).Where(w => w.Length >= 2))
                if (Stemmer.FirstLettersStay(language, word))
                {
                    told++;
                    stem[..Stemmer.Stem(language, word, stem)].StartsWith(word.AsSpan(0, 2)).ShouldBeTrue($"{language} {word}");
                }
        told.ShouldBeGreaterThan(1000);
        Stemmer.FirstLettersStay(StemLanguage.English, "tablets").ShouldBeTrue();
        Stemmer.FirstLettersStay(StemLanguage.Arabic, "الدواء").ShouldBeFalse();
    }

    [Fact]
    public void Each_place_of_a_term_is_where_it_stands_in_the_original()
    {
        const string text = "«مُحَمَّد» — Café\u0301 ＰＣＲ 试剂\u00AD盒";
        var analyser = new Analyser();
        analyser.Read(text);
        analyser.Tokens.Where(t => t.Kind == TokenKind.Word).Select(t => text[t.From..t.To])
            .ShouldBe(["مُحَمَّد", "Café\u0301", "ＰＣＲ"]);
        analyser.Tokens.Where(t => t.Kind == TokenKind.Pair).Select(t => text[t.From..t.To])
            .ShouldBe(["试剂", "剂\u00AD盒"]);
    }

    [Fact]
    public void Rare_han_characters_beyond_the_basic_plane_are_read_whole()
    {
        TermsOf("\U00020BB7野家").ShouldBe("\U00020BB7 野 家 \U00020BB7野 野家");
    }

    [Fact]
    public void Styled_letters_beyond_the_basic_plane_are_plain_ones() => TermsOf("𝐏𝐂𝐑 𝟒𝟐").ShouldBe("pcr 42");

    [Theory]
    [InlineData("12.01.00.0012", "1201000012")]
    [InlineData("AE-4000", "ae4000")]
    [InlineData(" ae 4000 ", "ae4000")]
    [InlineData("۳۰۰۴٫۳۹", "300439")]
    [InlineData("B03-XA.01", "b03xa01")]
    [InlineData("--", "")]
    public void Codes_are_compared_without_case_and_signs(string code, string key) => Folding.CodeKey(code).ShouldBe(key);

    [Theory]
    [InlineData("en", "syringes", "syringe")]
    [InlineData("en", "batteries", "battery")]
    [InlineData("en", "coatings", "coated")]
    [InlineData("en", "imaging", "image")]
    [InlineData("en", "purified", "purify")]
    [InlineData("fr", "vaccins", "vaccin")]
    [InlineData("fr", "seringues", "seringue")]
    [InlineData("fr", "hopitaux", "hopital")]
    [InlineData("fr", "nouvelle", "nouvel")]
    [InlineData("ru", "вакцины", "вакцина")]
    [InlineData("ru", "вакцинами", "вакцине")]
    [InlineData("ru", "медицинское", "медицинская")]
    [InlineData("ru", "препаратов", "препарат")]
    [InlineData("fa", "داروهای", "دارو")]
    [InlineData("fa", "دستگاهها", "دستگاه")]
    [InlineData("fa", "محصولات", "محصول")]
    [InlineData("fa", "پزشکی", "پزشک")]
    [InlineData("ar", "الادویه", "ادویه")]
    [InlineData("ar", "والمنتجات", "منتج")]
    public void Forms_of_a_word_have_one_stem(string culture, string form, string other) =>
        StemOf(culture, form).ShouldBe(StemOf(culture, other));

    [Theory]
    [InlineData("en", "virus", "viral")]
    [InlineData("en", "business", "busy")]
    [InlineData("ru", "мир", "мирт")]
    [InlineData("fa", "دارو", "دارا")]
    [InlineData("fa", "درمان", "در")]
    [InlineData("ar", "دواء", "دولة")]
    public void Different_words_keep_different_stems(string culture, string word, string other) =>
        StemOf(culture, word).ShouldNotBe(StemOf(culture, other));

    [Fact]
    public void Latin_words_in_persian_text_are_english_but_in_german_text_are_left_alone()
    {
        Stemmer.LanguageFor("fa", CharClass.Latin).ShouldBe(StemLanguage.English);
        Stemmer.LanguageFor("zh-Hans", CharClass.Latin).ShouldBe(StemLanguage.English);
        Stemmer.LanguageFor("de-AT", CharClass.Latin).ShouldBe(StemLanguage.None);
    }

    private static string StemOf(string culture, string word)
    {
        var folded = Folding.Fold(word);
        var analyser = new Analyser();
        analyser.Read(word);
        var stem = new char[100];
        return new(stem, 0, Stemmer.Stem(Stemmer.LanguageFor(culture, analyser.Tokens[0].Script), folded, stem));
    }

    private static string TermsOf(string text)
    {
        var analyser = new Analyser();
        analyser.Read(text);
        // Singles before pairs, as the vectors are read.
        return string.Join(' ', analyser.Tokens
            .Select((t, i) => (Token: t, Place: i))
            .OrderBy(t => t.Token.Word).ThenBy(t => t.Token.Kind == TokenKind.Pair).ThenBy(t => t.Place)
            .Select(t => analyser.Term(t.Token).ToString()));
    }

    private static string Unescape(string text) =>
        Escape().Replace(text, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escape();
}
