using System.Globalization;

namespace ExportPortal.Kernel.Texts;

/// <summary>Dates in words.</summary>
internal static class DateWords
{
    private static readonly PersianCalendar Jalali = new();

    // That calendar is astronomy, and pages show the same dates over and over. Days share the places.
    private static readonly Written?[] Persians = new Written?[4096];

    private sealed record Written(DateOnly Date, string Text);

    // Month names as Iranians use them; .NET's fa-IR gives the same, but in an order nobody writes.
    private static readonly string[] JalaliMonths =
        ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

    private static readonly string[] GregorianMonthsInPersian =
        ["ژانویهٔ", "فوریهٔ", "مارس", "آوریل", "مهٔ", "ژوئن", "ژوئیهٔ", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"];

    // Egypt and the Gulf; the names of the Levant and the Maghreb differ, and these are understood there.
    private static readonly string[] GregorianMonthsInArabic =
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

    public static string Write(DateOnly date, Wording wording) => wording.Culture.Tag switch
    {
        "fa" => KeptPersian(date, wording),
        "ar" => wording.Digits(Plain($"{date.Day} {GregorianMonthsInArabic[date.Month - 1]} {date.Year}")),
        "zh-Hans" => Plain($"{date.Year}年{date.Month}月{date.Day}日"),
        "ru" => date.ToString("d MMMM yyyy 'г.'", wording.Culture.Format),
        "fr" => date.Day == 1 ? "1er " + date.ToString("MMMM yyyy", wording.Culture.Format) : date.ToString("d MMMM yyyy", wording.Culture.Format),
        _ => date.ToString("d MMMM yyyy", wording.Culture.Format),
    };

    // It began in one Jalali year and ended in the next: which of them is meant, nobody told.
    public static string WriteYear(int year, Wording wording) => wording.Culture.Tag switch
    {
        "fa" => wording.Digits(Plain($"{year}\u00A0میلادی")),
        "zh-Hans" => Plain($"{year}年"),
        _ => wording.Plain(year),
    };

    private static string KeptPersian(DateOnly date, Wording wording)
    {
        ref var place = ref Persians[date.DayNumber % Persians.Length];
        if (Volatile.Read(ref place) is { } kept && kept.Date == date)
            return kept.Text;
        var text = wording.Digits(Persian(date));
        Volatile.Write(ref place, new(date, text));
        return text;
    }

    // Each of the two dates stays in one line.
    private static string Persian(DateOnly date)
    {
        var day = date.ToDateTime(TimeOnly.MinValue);
        return Plain($"{Jalali.GetDayOfMonth(day)}\u00A0{JalaliMonths[Jalali.GetMonth(day) - 1]}\u00A0{Jalali.GetYear(day)} ")
            + Plain($"({date.Day}\u00A0{GregorianMonthsInPersian[date.Month - 1]}\u00A0{date.Year})");
    }

    private static string Plain(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
