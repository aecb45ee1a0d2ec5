using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Queries;

namespace ExportPortal.Search.Counting;

/// <summary>Decides which queries are kept: none that may name a person or means nothing.</summary>
internal static partial class WorthCounting
{
    /// <summary>Longer texts are rather pasted than asked, in characters.</summary>
    public const int MostCharacters = 80;

    /// <summary>The longest key of a query, in characters: folding makes several letters of some.</summary>
    public const int MostKey = 4 * MostCharacters;

    /// <summary>More, in a row or with spaces and signs between them, may be a telephone number or somebody's number.</summary>
    private const int MostDigits = 6;

    /// <summary>The text as it is shown to editors; null when it is not kept.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="isCode">True for a code, in its folded form, that something on the site has.</param>
    public static string? Read(string typed, Func<string, bool> isCode)
    {
        if (Tidy(typed) is not { Length: > 0 and <= MostCharacters } text || KeyOf(text).Length is 0 or > MostKey)
            return null;
        // As it is compared, a sign is the same in each of its widths.
        var plain = text.Normalize(NormalizationForm.FormKC);
        if (plain.Contains('@', StringComparison.Ordinal) || plain.Contains("://", StringComparison.Ordinal) || plain.Contains("www.", StringComparison.OrdinalIgnoreCase))
            return null;
        return !HoldsNumber(Standards().Replace(plain, "")) || IsCasNumber(plain) || isCode(Folding.CodeKey(text)) ? text : null;
    }

    /// <summary>What a query is compared by: folded words, then those that must stand together, and those that must not stand at all.</summary>
    public static string KeyOf(string text)
    {
        var marked = QueryText.Read(text);
        return string.Join(' ', [Folding.NameKey(marked.Words), .. marked.Phrases.Select(p => $"\"{Folding.NameKey(p)}\""), .. marked.Unwanted.Select(u => "-" + Folding.NameKey(u))]).Trim();
    }

    // Marks of direction come along from other texts; what turns the direction of whole lines, or is broken, is nobody's honest query.
    private static string? Tidy(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (text.Length > 0 && text[^1] != ' ')
                    text.Append(' ');
            }
            else if (rune.Value is 0x200C or 0x200D)
                text.Append(rune);
            else if (rune.Value is 0x200B or 0x200E or 0x200F or 0xFEFF or 0xAD)
                continue;
            else if (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                return null;
            else
                text.Append(rune);
        }
        return text.ToString().TrimEnd();
    }

    private static bool HoldsNumber(string text)
    {
        var digits = 0;
        foreach (var character in text)
            if (char.IsDigit(character) && ++digits > MostDigits)
                return true;
            else if (char.IsLetter(character))
                digits = 0;
        return false;
    }

    /// <summary>True for a CAS number whose check digit is right.</summary>
    private static bool IsCasNumber(string text) =>
        text.Split('-') is [{ Length: >= 2 and <= 7 }, { Length: 2 }, { Length: 1 }] && string.Concat(text.Split('-')) is var digits && digits.All(char.IsAsciiDigit)
            && Enumerable.Range(1, digits.Length - 1).Sum(place => (digits[^(place + 1)] - '0') * place) % 10 == digits[^1] - '0';

    // Numbers behind the names of those who issue standards; no telephone number stands there.
    [GeneratedRegex(@"\b(?:IEC|ISO|EN|IEEE|ASTM|DIN|BS|NF|JIS|GB|YY|ISIRI|INSO|ГОСТ)(?:[/ ]?[A-ZР]{1,3})? ?[0-9]{1,5}(?:[-.:–][0-9]{1,4}){0,3}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Standards();
}
