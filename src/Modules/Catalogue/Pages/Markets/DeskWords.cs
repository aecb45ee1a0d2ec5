using System.Globalization;
using ExportPortal.Catalogue.Contracts;
using ExportPortal.Kernel.Texts;

namespace ExportPortal.Catalogue.Pages.Markets;

/// <summary>Writes a desk's hours for readers of one culture.</summary>
internal static class DeskWords
{
    private static readonly DayOfWeek[] Week = [DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>The desk's clock against universal time, e.g. <c>UTC+3:30</c>. A desk whose clock changes in summer shows its winter time.</summary>
    public static string Offset(this Wording words, DeskInfo desk)
    {
        var offset = desk.TimeZone.BaseUtcOffset;
        var minutes = offset.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(offset.Minutes):00}");
        return string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? "−" : "+")}{Math.Abs(offset.Hours)}") + minutes;
    }

    /// <summary>"Monday to Friday" where its working days follow each other, else their list.</summary>
    public static string WorkingDays(this Wording words, DeskInfo desk)
    {
        string Name(DayOfWeek day) => words["Catalogue.Day." + day.ToString()];
        var days = Week.Where(d => !desk.Weekend.Contains(d)).ToArray();
        var start = Array.FindIndex(days, d => desk.Weekend.Contains((DayOfWeek)(((int)d + 6) % 7)));
        if (start < 0 || days.Count(d => desk.Weekend.Contains((DayOfWeek)(((int)d + 6) % 7))) > 1 || days.Length < 3)
            return words.List([.. days.Select(Name)]);
        var last = days[(start + days.Length - 1) % days.Length];
        return words["Catalogue.Desk.FromDayToDay", ("from", Name(days[start])), ("to", Name(last))];
    }
}
