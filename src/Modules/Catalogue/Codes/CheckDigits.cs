using System.Text.RegularExpressions;

namespace ExportPortal.Catalogue.Codes;

/// <summary>Codes whose last digit proves the others.</summary>
internal static partial class CheckDigits
{
    /// <summary>CAS Registry Number: digits weighted 1, 2, 3… from the right, their sum modulo 10. Source: CAS.</summary>
    public static bool IsCas(string code)
    {
        if (!CasShape().IsMatch(code))
            return false;
        var digits = code.Replace("-", "", StringComparison.Ordinal);
        var sum = 0;
        for (var weight = 1; weight < digits.Length; weight++)
            sum += weight * (digits[^(weight + 1)] - '0');
        return sum % 10 == digits[^1] - '0';
    }

    /// <summary>EC number: the first six digits weighted 1 to 6, their sum modulo 11; a remainder of 10 is not assigned. Source: ECHA.</summary>
    public static bool IsEcNumber(string code)
    {
        if (!EcShape().IsMatch(code))
            return false;
        var digits = code.Replace("-", "", StringComparison.Ordinal);
        var sum = 0;
        for (var i = 0; i < 6; i++)
            sum += (i + 1) * (digits[i] - '0');
        return sum % 11 == digits[6] - '0';
    }

    /// <summary>GTIN-8, -12, -13 or -14: digits before the last weighted 3, 1, 3… from the right. Source: GS1 General Specifications.</summary>
    public static bool IsGtin(string code)
    {
        if (code.Length is not (8 or 12 or 13 or 14) || !code.All(char.IsAsciiDigit))
            return false;
        var sum = 0;
        for (var i = 1; i < code.Length; i++)
            sum += (i % 2 == 1 ? 3 : 1) * (code[^(i + 1)] - '0');
        return (10 - sum % 10) % 10 == code[^1] - '0';
    }

    [GeneratedRegex("^[1-9][0-9]{1,6}-[0-9]{2}-[0-9]\\z")]
    private static partial Regex CasShape();

    [GeneratedRegex("^[0-9]{3}-[0-9]{3}-[0-9]\\z")]
    private static partial Regex EcShape();
}
