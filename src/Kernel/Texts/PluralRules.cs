using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Kernel.Texts;

/// <summary>The plural category of a number in a language, for cardinal numbers. Source: Unicode CLDR, supplemental/plurals.xml.</summary>
internal static class PluralRules
{
    /// <summary><c>zero</c>, <c>one</c>, <c>two</c>, <c>few</c>, <c>many</c> or <c>other</c>.</summary>
    public static string Category(decimal number, string culture)
    {
        var n = Math.Abs(number);
        var whole = decimal.Truncate(n) == n;
        var i = decimal.Truncate(n);
        return CultureTag.Language(culture) switch
        {
            "en" => n == 1 && whole ? "one" : "other",
            "fa" => i == 0 || n == 1 ? "one" : "other",
            "fr" => i is 0 or 1 ? "one" : whole && i != 0 && i % 1_000_000 == 0 ? "many" : "other",
            "ru" => !whole ? "other" : Russian(i),
            "ar" => !whole ? "other" : Arabic(i),
            _ => "other",
        };
    }

    private static string Russian(decimal i) => (i % 10, i % 100) switch
    {
        (1, not 11) => "one",
        (2 or 3 or 4, not (12 or 13 or 14)) => "few",
        _ => "many",
    };

    private static string Arabic(decimal i) => i switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (i % 100) switch { >= 3 and <= 10 => "few", >= 11 and <= 99 => "many", _ => "other" },
    };
}
