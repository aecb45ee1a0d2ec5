using System.Text.RegularExpressions;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Inquiries.Answering;

/// <summary>Tells by its letters when a text can't be written in the language its writer says.</summary>
internal static partial class Letters
{
    // Below that they are taken for units, codes and names, which stand in Latin letters in every language.
    private const int LeastLatin = 20;

    /// <summary>False for a text with letters of which none is the language's; true for figures, and for a few Latin letters.</summary>
    public static bool MayBe(string text, PortalCulture language) =>
        Of(language).IsMatch(text) || (Latin().Count(text) is < LeastLatin and var latin && latin == Any().Count(text));

    private static Regex Of(PortalCulture language) => language.Tag switch
    {
        "fa" or "ar" => Arabic(),
        "ru" => Cyrillic(),
        "zh-Hans" => Han(),
        _ => Latin(),
    };

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Any();

    [GeneratedRegex(@"[A-Za-zÀ-ÖØ-öø-ɏ]")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\p{IsArabic}")]
    private static partial Regex Arabic();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsCJKUnifiedIdeographsExtensionA}]")]
    private static partial Regex Han();
}
