using System.Text.RegularExpressions;
using System.Xml.Linq;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;

namespace ExportPortal.ArchitectureTests;

/// <summary>The interface texts of localization/.</summary>
public sealed partial class TextTests
{
    private static readonly string[] Sources = [.. Repository.Sources("src", ".cs", ".cshtml").Select(File.ReadAllText)];

    [Fact]
    public void Every_text_stands_in_all_cultures()
    {
        foreach (var module in Modules())
        {
            var english = Load(module, "en");
            foreach (var culture in PortalCultures.All)
            {
                var texts = Load(module, culture.Tag);
                texts.Keys.Order(StringComparer.Ordinal).ShouldBe(english.Keys.Order(StringComparer.Ordinal), $"{module}, {culture.Tag}");
                texts.Where(t => string.IsNullOrWhiteSpace(t.Value)).ShouldBeEmpty($"{module}, {culture.Tag}");
            }
        }
    }

    [Fact]
    public void Placeholders_agree_between_cultures()
    {
        foreach (var module in Modules())
        {
            var english = Load(module, "en");
            foreach (var culture in PortalCultures.All)
                foreach (var (key, text) in Load(module, culture.Tag))
                {
                    var (ours, model) = (MessagePattern.Parse(text), MessagePattern.Parse(english[key]));
                    ours.Names.ShouldBeSubsetOf(model.Names, $"{key}, {culture.Tag}");
                    // A language without plurals may leave out what only chooses between them.
                    model.ShownNames.ShouldBeSubsetOf(ours.Names, $"{key}, {culture.Tag}");
                }
        }
    }

    [Fact]
    public void What_is_counted_in_english_is_inflected_in_russian_and_arabic()
    {
        foreach (var module in Modules())
        {
            var english = Load(module, "en");
            foreach (var culture in (string[])["ru", "ar"])
                foreach (var (key, text) in Load(module, culture))
                    Counted().Matches(english[key]).Select(m => m.Groups[1].Value).Where(n => text.Contains($"{{{n}}} ", StringComparison.Ordinal))
                        .ShouldBeEmpty($"{key}, {culture}: a noun follows a number without forms");
        }
    }

    [Fact]
    public void Units_of_what_is_counted_are_inflected_where_they_are_no_signs()
    {
        foreach (var culture in (string[])["en", "ru", "ar", "fr"])
        {
            foreach (var (key, text) in Load("Inquiries", culture).Where(t => t.Key.StartsWith("Inquiries.Unit.", StringComparison.Ordinal)))
                (Counted().IsMatch(text) || Sign().IsMatch(text)).ShouldBeTrue($"{key}, {culture}: one form for every number, and no sign");
        }
    }

    [Fact]
    public void Chinese_texts_speak_of_countries_and_regions()
    {
        foreach (var module in Modules())
            Load(module, "zh-Hans").Where(t => CountriesAlone().IsMatch(t.Value)).ShouldBeEmpty("the lists hold Hong Kong and Macao");
    }

    [Fact]
    public void Every_key_in_the_sources_has_a_text()
    {
        var known = Modules().SelectMany(m => Load(m, "en").Keys).ToHashSet(StringComparer.Ordinal);
        var used = Sources.SelectMany(s => Key().Matches(s)).Select(m => m.Groups[1].Value).Distinct().ToArray();
        used.Length.ShouldBeGreaterThan(50);
        used.Where(k => !k.EndsWith('.') && !known.Contains(k)).ShouldBeEmpty();
        used.Where(k => k.EndsWith('.') && !known.Any(t => t.StartsWith(k, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_is_used()
    {
        var used = Sources.SelectMany(s => Key().Matches(s)).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var prefixes = used.Where(k => k.EndsWith('.')).ToArray();
        Modules().SelectMany(m => Load(m, "en").Keys)
            .Where(k => !used.Contains(k) && !prefixes.Any(p => k.StartsWith(p, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Persian_and_arabic_texts_use_their_own_letters()
    {
        foreach (var module in Modules())
        {
            Load(module, "fa").Where(t => ArabicLetters().IsMatch(t.Value)).ShouldBeEmpty("ي and ك are Arabic; Persian writes ی and ک");
            Load(module, "ar").Where(t => PersianLetters().IsMatch(t.Value)).ShouldBeEmpty("ی and ک are Persian; Arabic writes ي and ك");
        }
    }

    [Fact]
    public void Persian_texts_write_the_ezafe_over_a_silent_he_and_have_one_word_for_a_file()
    {
        foreach (var module in Modules())
        {
            // Of these it is certain whatever stands behind them.
            Load(module, "fa").Where(t => BareHe().IsMatch(t.Value)).ShouldBeEmpty("«دربارهٔ», «بر پایهٔ»");
            Load(module, "fa").Where(t => t.Value.Contains("پرونده", StringComparison.Ordinal)).ShouldBeEmpty("«فایل»");
        }
    }

    private static IEnumerable<string> Modules() =>
        Directory.GetFiles(Repository.PathOf("localization"), "*.resx").Select(f => Path.GetFileName(f).Split('.')[0]).Distinct().Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Load(string module, string culture) =>
        XDocument.Load(Repository.PathOf("localization", culture == "en" ? $"{module}.resx" : $"{module}.{culture}.resx")).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    [GeneratedRegex("""["]((?:Kernel|Ui|Search|Media|Accounts|Catalogue|Content|Inquiries|Payments|Sharing|Cooperation|Insights)\.[A-Z][A-Za-z0-9_.-]*)(?=["{])""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{(\w+), plural")]
    private static partial Regex Counted();

    [GeneratedRegex(@"^\p{L}{1,2}[²³.]?$")]
    private static partial Regex Sign();

    [GeneratedRegex("国家(?![和或]地区)|各国(?!家)")]
    private static partial Regex CountriesAlone();

    [GeneratedRegex("(?:درباره|بر پایه|به‌وسیله|به‌واسطه) ")]
    private static partial Regex BareHe();

    [GeneratedRegex("[يك]")]
    private static partial Regex ArabicLetters();

    [GeneratedRegex("[یک]")]
    private static partial Regex PersianLetters();
}
