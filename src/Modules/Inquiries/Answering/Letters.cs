using System.Text.RegularExpressions;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Inquiries.Answering;

/// <summary>Tells by its letters when a text can't be written in the language its writer says.</summary>
internal static partial class Letters
{
    // Fewer are taken for units and names, which stand in Latin letters in every language.
    private const int LeastWords = 4;

    /// <summary>False for a text with letters of which none is the language's; true for figures, codes, addresses and a few words in Latin letters.</summary>
    public static bool MayBe(string text, PortalCulture language) =>
        Of(language).IsMatch(text) || (Latin().Count(text) == Any().Count(text) && LatinWords().Count(text) < LeastWords);

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

    // In small letters alone, and no part of a code or an address.
    [GeneratedRegex(@"(?<![\w@./-])[a-zà-öø-ɏ]{2,}(?![\w@/-]|\.\w)")]
    private static partial Regex LatinWords();

    [GeneratedRegex(@"\p{IsArabic}")]
    private static partial Regex Arabic();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsCJKUnifiedIdeographsExtensionA}]")]
    private static partial Regex Han();
}
