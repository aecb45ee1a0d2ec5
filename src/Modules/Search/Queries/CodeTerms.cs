using System.Globalization;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>The terms under which a typed code may stand in the index.</summary>
internal sealed class CodeTerms(Snapshot snapshot)
{
    // GS1: an item's number of any length is the same padded to fourteen digits.
    private static readonly int[] GtinLengths = [8, 12, 13, 14];
    private const int CaseLength = 14;

    // National tariffs go on from the six digits of the HS.
    private static readonly int[] TariffLengths = [8, 10];

    private const int YearDigits = 4;

    /// <summary>The codes that this one is, of those that are there.</summary>
    /// <param name="key">As Folding.CodeKey makes it.</param>
    public IReadOnlyList<string> Same(string key)
    {
        if (key.Length == 0)
            return [];
        if (Array.IndexOf(GtinLengths, key.Length) < 0 || !key.All(char.IsAsciiDigit))
            return Standing([Term.Of(Term.Code, key)]);
        var items = Standing(Padded(key));
        return items.Count == 0 && ItemOfCase(key) is { } item ? Standing(Padded(item)) : items;
    }

    /// <summary>The heading or subheading that this is the number of, if anything is of it.</summary>
    /// <param name="key">As Folding.CodeKey makes it.</param>
    public IReadOnlyList<string> Heading(string key) => Array.IndexOf(Ranking.HsHeadings, key.Length) < 0 ? [] : Standing([Term.Of(Term.HsHeading, key)]);

    /// <summary>The headings that hold a code of a national tariff, the narrowest that hold anything; none if the text is no such code, or if some text holds the number itself.</summary>
    /// <param name="text">As it was typed: 9018908400, 9018.90.84, 3002 15 000 0.</param>
    public IReadOnlyList<string> TariffHeadings(string text)
    {
        var key = Folding.CodeKey(text);
        if (Array.IndexOf(TariffLengths, key.Length) < 0 || !key.All(char.IsAsciiDigit) || !IsWrittenAsTariff(text.AsSpan().Trim()) || snapshot.CountPostings(Term.Of(Term.Word, key)) > 0)
            return [];
        return Ranking.HsHeadings.OrderDescending()
            .Select(digits => Standing([Term.Of(Term.Code, key.AsSpan(0, digits)), Term.Of(Term.HsHeading, key.AsSpan(0, digits))]))
            .FirstOrDefault(found => found.Count > 0) ?? [];
    }

    /// <summary>True for the code of a heading or subheading, or of a national tariff, that something is of.</summary>
    public bool IsOfTariff(string text) => TariffHeadings(text).Count > 0 || Folding.CodeKey(text) is { Length: > 0 } key && Standing([Term.Of(Term.HsHeading, key), Term.Of(Term.Code, key)]).Count > 0;

    // Chapter and heading first; a hyphen makes a date or a span of years of it.
    private static bool IsWrittenAsTariff(ReadOnlySpan<char> text)
    {
        var first = 0;
        while (first < text.Length && char.IsDigit(text[first]))
            first++;
        foreach (var sign in text)
            if (!char.IsDigit(sign) && sign != '.' && !char.IsWhiteSpace(sign))
                return false;
        return first == text.Length || (Array.IndexOf(Ranking.HsHeadings, first) >= 0 && !AreYears(text, first));
    }

    // 2009 2010, and 1401 1402 of the Iranian calendar; not 9018 9084.
    private static bool AreYears(ReadOnlySpan<char> text, int first) =>
        first == YearDigits && text[first..].Trim() is { Length: YearDigits } second && YearIn(text[..first]) is { } one && YearIn(second) is { } other
        && ((one is >= 1900 and < 2100 && other is >= 1900 and < 2100) || (one is >= 1300 and < 1500 && other == one + 1));

    private static int? YearIn(ReadOnlySpan<char> digits) =>
        !digits.ContainsAny('.', ' ', '\u00a0') && int.TryParse(Folding.CodeKey(digits.ToString()), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>True for what is a code of something, or a tariff code that something is of.</summary>
    public bool IsCode(string text) => Same(Folding.CodeKey(text)).Count > 0 || IsOfTariff(text);

    /// <summary>True if a code goes on from this.</summary>
    public bool Begins(string term) => snapshot.Segments.Any(s => s.Segment.Terms.FindPrefix(term) is var (begin, end) && end > begin);

    private IReadOnlyList<string> Standing(IEnumerable<string> terms) => [.. terms.Where(t => snapshot.CountPostings(t) > 0)];

    private static IEnumerable<string> Padded(string digits)
    {
        var bare = digits.TrimStart('0');
        return GtinLengths.Where(l => l >= bare.Length).Select(l => Term.Of(Term.Code, bare.PadLeft(l, '0')));
    }

    // A case has the number of what it holds, after a digit for its size and with a check digit of its own.
    private static string? ItemOfCase(string key)
    {
        if (key.Length != CaseLength || key[0] == '0')
            return null;
        var item = key[1..^1] + CheckDigit(key[1..^1]);
        return key[^1] == item[^1] || key[^1] == CheckDigit(key[..^1]) ? item : null;
    }

    private static char CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
            sum += (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 3 : 1);
        return (char)('0' + (10 - sum % 10) % 10);
    }
}
