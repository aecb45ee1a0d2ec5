using ExportPortal.Catalogue.Codes;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Slugs;
using FsCheck;
using FsCheck.Fluent;

namespace ExportPortal.UnitTests.Catalogue;

public sealed class CodeTests
{
    [Theory]
    [InlineData("67-64-1", true)]
    [InlineData("7732-18-5", true)]
    [InlineData("67-64-2", false)]
    [InlineData("067-64-1", false)]
    [InlineData("67641", false)]
    public void Cas_numbers_prove_their_digits(string code, bool valid) => CheckDigits.IsCas(code).ShouldBe(valid);

    [Theory]
    [InlineData("200-662-2", true)]
    [InlineData("231-791-2", true)]
    [InlineData("200-662-3", false)]
    public void Ec_numbers_prove_their_digits(string code, bool valid) => CheckDigits.IsEcNumber(code).ShouldBe(valid);

    [Theory]
    [InlineData("4006381333931", true)]
    [InlineData("96385074", true)]
    [InlineData("036000291452", true)]
    [InlineData("10614141000415", true)]
    [InlineData("4006381333932", false)]
    [InlineData("400638133393", false)]
    public void Gtins_of_all_lengths_prove_their_digits(string code, bool valid) => CheckDigits.IsGtin(code).ShouldBe(valid);

    [Fact]
    public void One_wrong_digit_never_makes_another_valid_code() => Prop.ForAll(
        (from digits in Gen.ArrayOf(Gen.Choose(0, 9), 12) from place in Gen.Choose(0, 11) from shift in Gen.Choose(1, 9) select (digits, place, shift)).ToArbitrary(),
        given =>
        {
            var code = Complete(given.digits);
            var changed = code.ToCharArray();
            changed[given.place] = (char)('0' + (changed[given.place] - '0' + given.shift) % 10);
            return CheckDigits.IsGtin(code) && !CheckDigits.IsGtin(new string(changed));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("atc", "B", true)]
    [InlineData("atc", "B03XA01", true)]
    [InlineData("atc", "B03X", true)]
    [InlineData("atc", "B0", false)]
    [InlineData("atc", "E03XA01", false)]
    [InlineData("emdn", "Z12030202", true)]
    [InlineData("emdn", "Z", false)]
    [InlineData("emdn", "E01", false)]
    [InlineData("emdn", "Z123", false)]
    [InlineData("un-number", "1789", true)]
    [InlineData("digits4", "999", false)]
    public void Codes_of_sheets_follow_their_rules(string rule, string code, bool valid) => CodeRules.All[rule](code).ShouldBe(valid);

    [Theory]
    [InlineData("291411", true)]
    [InlineData("300215", true)]
    [InlineData("999999", false)]
    [InlineData("2914", false)]
    [InlineData("TOTAL", false)]
    public void Hs_subheadings_are_those_of_the_2022_edition(string code, bool valid) => HsCodes.IsSubheading(code).ShouldBe(valid);

    [Theory]
    [InlineData("Filgrastim 300 µg/0.5 mL", "filgrastim-300-µg-0-5-ml")]
    [InlineData("استون خالص", "استون-خالص")]
    [InlineData("重组人促红素注射液", "重组人促红素注射液")]
    [InlineData("  «Кедр»  ", "кедр")]
    [InlineData("!!!", "")]
    public void Slugs_keep_the_script_of_the_name(string name, string slug) => Slug.Make(name).ShouldBe(slug);

    [Fact]
    public void Markdown_is_made_safe()
    {
        var html = SafeMarkdown.ToHtml("# Title\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![p](https://evil.example/p.png) **bold** [site](https://firm.example)");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("javascript:");
        html.ShouldNotContain("<img");
        html.ShouldContain("<h3>Title</h3>");
        html.ShouldContain("<strong>bold</strong>");
        html.ShouldContain("rel=\"nofollow noopener ugc\"");
    }

    private static string Complete(int[] digits)
    {
        var body = string.Concat(digits);
        return Enumerable.Range(0, 10).Select(check => body + check).Single(CheckDigits.IsGtin);
    }
    [Fact]
    public void A_table_without_names_of_columns_has_no_head()
    {
        SafeMarkdown.ToHtml("| | |\n|-|-|\n| Sample | 100 µL |").ShouldNotContain("<th");
        SafeMarkdown.ToHtml("| | Value |\n|-|-|\n| Sample | 100 µL |").ShouldContain("<th>Value</th>");
    }

}
