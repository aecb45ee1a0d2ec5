using ExportPortal.Catalogue.Contracts;

namespace ExportPortal.Inquiries.Deadlines;

/// <summary>Counts a desk's working time.</summary>
internal static class DeskCalendar
{
    // A desk whose calendar had no working day left would never answer; a year is far beyond any term.
    private const int MostDays = 366;

    /// <summary>The instant at which so much of the desk's working time has passed; on the desk's wall clock, so that a change to summer time moves no term.</summary>
    public static DateTimeOffset After(this DeskInfo desk, DateTimeOffset start, TimeSpan work)
    {
        var at = TimeZoneInfo.ConvertTime(start, desk.TimeZone).DateTime;
        for (var days = 0; days < MostDays; days++)
        {
            var day = DateOnly.FromDateTime(at);
            var (opens, closes) = (day.ToDateTime(desk.Opens), day.ToDateTime(desk.Closes));
            if (!desk.Weekend.Contains(day.DayOfWeek) && !desk.Holidays.ContainsKey(day) && at < closes)
            {
                var from = at > opens ? at : opens;
                if (from + work <= closes)
                    return ToInstant(from + work, desk.TimeZone);
                work -= closes - from;
            }
            at = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        }
        return start + TimeSpan.FromDays(MostDays);
    }

    private static DateTimeOffset ToInstant(DateTime local, TimeZoneInfo zone) =>
        // An hour that summer time skips is told as the one after it.
        zone.IsInvalidTime(local) ? new DateTimeOffset(local.AddHours(1), zone.GetUtcOffset(local.AddHours(1))) : new DateTimeOffset(local, zone.GetUtcOffset(local));
}
