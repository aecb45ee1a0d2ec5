using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>Reads what people type: digits of every script, the separators of their language, telephone numbers as they are written on cards.</summary>
internal static partial class Typed
{
    private const decimal MostQuantity = 1_000_000_000_000m;

    /// <summary>Composed, without control characters but line ends, without space around.</summary>
    public static string Text(string typed)
    {
        // A browser may send half a surrogate pair, which can't be composed or stored.
        var sound = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(typed)).Normalize().ReplaceLineEndings("\n");
        return string.Concat(sound.Where(c => c == '\n' || !char.IsControl(c))).Trim();
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string typed) => Text(typed).Replace('\n', ' ');

    /// <summary>Digits of any script as ASCII digits.</summary>
    public static string Digits(string typed) =>
        string.Concat(typed.Select(c => char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c));

    /// <summary>A positive quantity with at most four decimals; null for anything else.</summary>
    /// <param name="typed">As typed, not empty.</param>
    /// <param name="culture">The interface culture it was typed in: decides what a single comma or point before three digits means.</param>
    public static decimal? Quantity(string typed, string culture)
    {
        var digits = string.Concat(Digits(typed).Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '’' or '٬'))).Replace('٫', '\u0001');
        var decimalSign = digits.Contains('\u0001', StringComparison.Ordinal) ? '\u0001' : DecimalSignOf(digits, culture);
        var plain = string.Concat(digits.Select(c => c == decimalSign ? "." : c is ',' or '.' ? "" : c.ToString()));
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quantity)
            && quantity is > 0 and <= MostQuantity && decimal.Round(quantity, 4) == quantity ? quantity : null;
    }

    /// <summary>A telephone number in E.164 (<c>+77011234567</c>); null for anything else.</summary>
    public static string? Phone(string typed)
    {
        var digits = string.Concat(Digits(typed).Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '(' or ')' or '.' or '/' or '\u2011' or '\u2013' or '\u200e' or '\u200f' or '\u202a' or '\u202c')));
        if (digits.StartsWith("00", StringComparison.Ordinal))
            digits = "+" + digits[2..];
        return International().IsMatch(digits) ? digits : null;
    }

    private static char DecimalSignOf(string digits, string culture)
    {
        var (comma, point) = (digits.LastIndexOf(','), digits.LastIndexOf('.'));
        if (comma < 0 && point < 0)
            return '.';
        if (comma >= 0 && point >= 0)
            return comma > point ? ',' : '.';
        var sign = comma >= 0 ? ',' : '.';
        var at = Math.Max(comma, point);
        if (digits.IndexOf(sign) != at)
            return sign == ',' ? '.' : ',';
        var groups = digits.Length - at - 1 == 3 && at is >= 1 and <= 3 && digits[0] != '0';
        var usual = culture is "ru" or "fr" ? ',' : '.';
        return groups ? usual : sign;
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex International();
}
