using System.Text.RegularExpressions;
using ExportPortal.Catalogue.Codes;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.UnitTests.Catalogue;

/// <summary>The tables of what classes are called.</summary>
public sealed partial class ClassNamesTests
{
    private static readonly string[] Tags = [.. PortalCultures.All.Select(c => c.Tag)];

    public static TheoryData<string> Tables => ["hs", "atc"];

    [Theory, MemberData(nameof(Tables))]
    public void Each_class_has_a_name_in_each_culture_in_its_script(string table)
    {
        ClassNames.All(table).Where(c => c.Value.Length != Tags.Length || c.Value.Any(string.IsNullOrWhiteSpace)).ShouldBeEmpty();
        ClassNames.All(table).SelectMany(c => c.Value.Zip(Tags, (name, tag) => (c.Key, name, tag))).Where(n => !Script(n.tag).IsMatch(Codes().Replace(n.name, ""))).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Tables))]
    public void Names_are_short_and_tell_a_class_from_its_neighbours(string table)
    {
        ClassNames.All(table).Where(c => c.Value.Any(n => n.Length > 130 || n.Trim() != n || n.Contains("  ", StringComparison.Ordinal))).ShouldBeEmpty();
        // A narrower class may be called what a wider one is.
        for (var culture = 0; culture < Tags.Length; culture++)
            ClassNames.All(table).GroupBy(c => (c.Key.Length, c.Value[culture])).Where(g => g.Count() > 1).Select(g => $"{Tags[culture]} {g.Key}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_hs_class_is_one_of_the_2022_edition_and_all_its_chapters_are_there()
    {
        ClassNames.All("hs").Keys.Where(c => HsCodes.Describe(c) is null || c.Length is not (2 or 4 or 6)).ShouldBeEmpty();
        ClassNames.All("hs").Keys.Count(c => c.Length == 2).ShouldBe(96);
    }

    [Fact]
    public void Every_atc_class_is_a_code_and_its_wider_classes_of_the_first_two_levels_are_there()
    {
        var atc = ClassNames.All("atc");
        atc.Keys.Where(c => !CodeRules.All["atc"](c) || !atc.ContainsKey(c[..1]) || !atc.ContainsKey(c[..Math.Min(3, c.Length)])).ShouldBeEmpty();
        (atc.Keys.Count(c => c.Length == 1), atc.Keys.Count(c => c.Length == 3)).ShouldBe((14, 94));
    }

    [Theory]
    [InlineData("hs", "3002.15", "Pharmaceutical products; medicines|Biologicals; biological medicines|Immunological products")]
    [InlineData("hs", "300249", "Pharmaceutical products; medicines|Biologicals; biological medicines")]
    [InlineData("atc", "L03AB07", "Antineoplastic and immunomodulating agents|Immunostimulants|Interferons")]
    [InlineData("hs", "851762", "Electrical machinery and electronics|Telecommunication equipment|Network equipment; data transmission")]
    public void A_code_has_the_classes_that_it_begins_with(string field, string code, string names) =>
        ClassNames.Of([(field, code)]).Single(c => c.Culture == "en").Text.ShouldBe(names.Replace('|', '\n'));

    [Fact]
    public void Codes_of_no_class_have_no_text()
    {
        ClassNames.Of([("model", "30"), ("cas", "67-64-1"), ("atc", "")]).ShouldBeEmpty();
        ClassNames.Of([("hs", "300290"), ("hs", "300299")]).First().ShouldBe(ClassNames.Of([("hs", "300290")]).First(), "a class is named once");
    }

    // Names of receptors, viruses and the like are written in Latin everywhere.
    [GeneratedRegex("[A-Za-z]*[A-Z]{2,}[A-Za-z]*-?[0-9]*|[A-Z]-?[0-9]+|B12|3D|Covid-19")]
    private static partial Regex Codes();

    private static Regex Script(string culture) => culture switch
    {
        "en" => English(),
        "fr" => French(),
        "ru" => Cyrillic(),
        "zh-Hans" => Han(),
        "fa" => Persian(),
        _ => Arabic(),
    };

    [GeneratedRegex("^[A-Za-z0-9 ,;()'-]*\\z")]
    private static partial Regex English();

    [GeneratedRegex("^[A-Za-zÀ-ÿœŒ0-9 \\u00A0,;()'-]*\\z")]
    private static partial Regex French();

    [GeneratedRegex("^[А-Яа-яЁё0-9 ,;()-]*\\z")]
    private static partial Regex Cyrillic();

    [GeneratedRegex("^[\\u4E00-\\u9FFFαβX0-9 、；-]*\\z")]
    private static partial Regex Han();

    [GeneratedRegex("^[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئأؤءًّ۰-۹\\u200C ،؛-]*\\z")]
    private static partial Regex Persian();

    [GeneratedRegex("^[ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًّ0-9 ،؛-]*\\z")]
    private static partial Regex Arabic();
}
