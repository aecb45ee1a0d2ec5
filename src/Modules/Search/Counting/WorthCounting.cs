using System.Globalization;
using System.Text;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Queries;

namespace ExportPortal.Search.Counting;

/// <summary>Decides which queries are kept: none that may name a person or means nothing.</summary>
internal static class WorthCounting
{
    /// <summary>Longer texts are rather pasted than asked, in characters.</summary>
    public const int MostCharacters = 80;

    /// <summary>As many digits in a row may be a telephone number or somebody's number.</summary>
    private const int MostDigits = 6;

    /// <summary>As many may stand with spaces and signs between them: standards have up to nine, telephone numbers more.</summary>
    private const int MostDividedDigits = 9;

    /// <summary>The text as it is shown to editors; null when it is not kept.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="isCode">True for a code, in its folded form, that something on the site has.</param>
    public static string? Read(string typed, Func<string, bool> isCode)
    {
        if (Tidy(typed) is not { Length: > 0 and <= MostCharacters } text || KeyOf(text).Length == 0)
            return null;
        if (text.AsSpan().ContainsAny('@', '＠') || text.Contains("://", StringComparison.Ordinal))
            return null;
        return !HoldsNumber(text) || IsCodeForm(text) || isCode(Folding.CodeKey(text)) ? text : null;
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
        var (row, divided) = (0, 0);
        foreach (var character in text)
        {
            if (char.IsDigit(character))
            {
                if (++row > MostDigits || ++divided > MostDividedDigits)
                    return true;
                continue;
            }
            row = 0;
            if (!(character is ' ' or '(' or ')' or '+' or '.' or '/' || char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation))
                divided = 0;
        }
        return false;
    }

    /// <summary>True for a CAS number, or a GTIN of 13 or 14 digits, whose check digit is right.</summary>
    private static bool IsCodeForm(string text)
    {
        var digits = Folding.CodeKey(text);
        if (digits.Length is < 5 or > 14 || !digits.All(char.IsAsciiDigit))
            return false;
        if (digits.Length >= 13 && text.All(char.IsDigit))
            return CheckSum(digits, place => place % 2 == 1 ? 3 : 1) % 10 is var rest && (10 - rest) % 10 == digits[^1] - '0';
        return digits.Length <= 10 && text.Split('-') is [{ Length: >= 2 }, { Length: 2 }, { Length: 1 }] && CheckSum(digits, place => place) % 10 == digits[^1] - '0';
    }

    // Places count from the digit before the last, from 1.
    private static int CheckSum(string digits, Func<int, int> weightOf) =>
        Enumerable.Range(1, digits.Length - 1).Sum(place => (digits[^(place + 1)] - '0') * weightOf(place));
}
