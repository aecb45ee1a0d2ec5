using System.Collections.Concurrent;
using System.Globalization;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.Values;

namespace ExportPortal.Kernel.Texts;

/// <summary>The words, numbers and dates of one culture. Pages and mails get one and write everything through it.</summary>
public sealed class Wording
{
    private readonly InterfaceTexts _texts;
    private readonly ConcurrentDictionary<string, MessagePattern> _patterns = new(StringComparer.Ordinal);
    private readonly NumberFormatInfo _numbers;

    internal Wording(InterfaceTexts texts, PortalCulture culture) => (_texts, Culture, _numbers) = (texts, culture, NumbersOf(culture));

    /// <summary>The culture written in.</summary>
    public PortalCulture Culture { get; }

    /// <summary>An interface text.</summary>
    /// <param name="key">Its key; the part before the first dot names the module.</param>
    /// <param name="arguments">Values for its placeholders, by name. Numbers, dates, money and refusals are formatted for the culture.</param>
    public string this[string key, params ReadOnlySpan<(string Name, object? Value)> arguments]
    {
        get
        {
            if (!_patterns.TryGetValue(key, out var pattern))
                pattern = _patterns.GetOrAdd(key, _texts.Load(Culture.Tag, key));
            return pattern.Constant ?? Format(pattern, arguments.ToArray());
        }
    }

    private string Format(MessagePattern pattern, (string Name, object? Value)[] arguments) => pattern.Format(name => Array.Find(arguments, a => a.Name == name).Value, this);

    /// <summary>What an interface text says before and behind its only placeholder, for a page that marks what stands between.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="placeholder">The placeholder's name.</param>
    public (string Before, string Behind) Around(string key, string placeholder)
    {
        const char Place = '\u0001';
        var text = this[key, (placeholder, Place.ToString())];
        var at = text.IndexOf(Place);
        return (text[..at], text[(at + 1)..]);
    }

    /// <summary>A refusal as a sentence.</summary>
    public string Explain(Refusal refusal) => this[refusal.Key, refusal.Arguments];

    /// <summary>A number with the culture's digits and separators, at most four decimals.</summary>
    public string Number(decimal number) =>
        Digits(number.ToString(Culture.Tag is "fa" or "ar" ? "#,##0.####" : "N" + Decimals(number), _numbers));

    /// <summary>A whole number that is not a quantity (a year, a page): no group separators.</summary>
    public string Plain(long number) => Digits(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A date in words; in Persian the Jalali date with the Gregorian one beside it.</summary>
    public string Date(DateOnly date) => DateWords.Write(date, this);

    /// <summary>A Gregorian year by itself; in Persian it says so, as readers there count years otherwise.</summary>
    public string Year(int year) => DateWords.WriteYear(year, this);

    /// <summary>The date and minute of an instant, in a time zone that is named by its distance from universal time, e.g. <c>UTC+3:30</c>.</summary>
    public string Moment(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var time = Digits(local.ToString("HH:mm", CultureInfo.InvariantCulture));
        return this["Kernel.Moment", ("date", Date(DateOnly.FromDateTime(local.DateTime))), ("time", time), ("zone", $"\u2066{Offset(zone.GetUtcOffset(instant))}\u2069")];
    }

    /// <summary>A distance from universal time in hours and minutes, left to right: <c>UTC+3:30</c>, <c>UTC−5</c>.</summary>
    public string Offset(TimeSpan offset)
    {
        var minutes = offset.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(offset.Minutes):00}");
        return Digits(string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? "−" : "+")}{Math.Abs(offset.Hours)}{minutes}"));
    }

    /// <summary>An amount with its ISO 4217 code, e.g. <c>EUR 12.50</c>: codes are understood in every language, signs are not.</summary>
    public string Amount(Money money)
    {
        var decimals = Math.Max(Decimals(money.Amount), decimal.Truncate(money.Amount) == money.Amount ? 0 : 2);
        var number = Digits(money.Amount.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), _numbers));
        return this["Kernel.Amount", ("number", number), ("currency", money.Currency)];
    }

    /// <summary>A list in a sentence: "a, b and c".</summary>
    public string List(IReadOnlyList<string> items) => string.Concat(items.Select((item, place) => Joint(place, items.Count) + item));

    /// <summary>What stands before an item of a list in a sentence; empty before the first.</summary>
    /// <param name="place">The item's place, from 0.</param>
    /// <param name="count">How many items there are.</param>
    public string Joint(int place, int count) => place == 0 ? "" : this[place == count - 1 ? "Kernel.ListLast" : "Kernel.ListMiddle"];

    /// <summary>ASCII digits as the culture's readers write them.</summary>
    public string Digits(string text) => Culture.Tag switch
    {
        "fa" => Shift(text, '۰'),
        "ar" => Shift(text, '٠'),
        _ => text,
    };

    internal string Show(object? value) => value switch
    {
        null => "",
        string text => text,
        int or long or short or decimal or double => Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        DateOnly date => Date(date),
        Money money => Amount(money),
        Refusal refusal => Explain(refusal),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // .NET never writes native digits, and its separators for Persian and Arabic are meant to stand between them.
    private static NumberFormatInfo NumbersOf(PortalCulture culture)
    {
        var format = (NumberFormatInfo)culture.Format.NumberFormat.Clone();
        if (culture.Tag is "fa" or "ar")
            (format.NumberGroupSeparator, format.NumberDecimalSeparator, format.NegativeSign) = ("٬", "٫", "\u200E-");
        return format;
    }

    private static int Decimals(decimal number)
    {
        var decimals = 0;
        for (; decimals < 4 && decimal.Round(number, decimals) != number; decimals++) { }
        return decimals;
    }

    private static string Shift(string text, char zero) => string.Create(text.Length, (text, zero), static (span, state) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsAsciiDigit(state.text[i]) ? (char)(state.zero + state.text[i] - '0') : state.text[i];
    });
}
