using ExportPortal.Catalogue.Contracts;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;

namespace ExportPortal.Catalogue.Pages.Markets;

/// <summary>Writes a desk's hours for readers of one culture.</summary>
internal static class DeskWords
{
    // So many coming closures tell a reader when to expect no answer; a year's calendar would not be read.
    private const int MostClosures = 3;

    private static readonly DayOfWeek[] Week = [DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>The desk's clock against universal time, e.g. <c>UTC+3:30</c>. A desk whose clock changes in summer shows its winter time.</summary>
    public static string Offset(this Wording words, DeskInfo desk) => words.Offset(desk.TimeZone.BaseUtcOffset);

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

    /// <summary>Its next closures beside weekends, soonest first: days of one name that follow each other stand together.</summary>
    public static IReadOnlyList<(string Days, FoundText? Name)> Closures(this Wording words, DeskInfo desk, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, desk.TimeZone).DateTime);
        var closures = new List<(DateOnly From, DateOnly To, FoundText? Name)>();
        foreach (var (day, names) in desk.Holidays.Where(h => h.Key >= today).OrderBy(h => h.Key))
        {
            var name = names.For(words.Culture.Tag);
            if (closures is [.., var last] && last.To.AddDays(1) == day && last.Name == name)
                closures[^1] = last with { To = day };
            else
                closures.Add((day, day, name));
        }
        return [.. closures.Where(c => Days(c.From, c.To).Any(d => !desk.Weekend.Contains(d.DayOfWeek))).Take(MostClosures)
            .Select(c => (c.From == c.To ? words.Date(c.From) : words["Catalogue.Desk.FromDateToDate", ("from", c.From), ("to", c.To)], c.Name))];
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) => Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays);
}
