using System.Globalization;
using ExportPortal.Catalogue.Contracts;
using ExportPortal.Inquiries.Deadlines;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.UnitTests.Inquiries;

public sealed class DeskCalendarTests
{
    // 2026-03-16 is a Monday.
    [Theory]
    [InlineData("Asia/Tashkent", "2026-03-16T10:00", 4, "2026-03-16T14:00")]
    [InlineData("Asia/Tashkent", "2026-03-16T07:00", 4, "2026-03-16T13:00")]
    [InlineData("Asia/Tashkent", "2026-03-16T16:00", 4, "2026-03-17T11:00")]
    [InlineData("Asia/Tashkent", "2026-03-16T23:30", 8, "2026-03-17T17:00")]
    [InlineData("Asia/Tashkent", "2026-03-16T09:00", 9, "2026-03-16T18:00")]
    [InlineData("Asia/Tashkent", "2026-03-16T18:00", 1, "2026-03-17T10:00")]
    [InlineData("Asia/Tashkent", "2026-03-13T17:00", 2, "2026-03-16T10:00")]
    [InlineData("Asia/Tashkent", "2026-03-20T17:00", 27, "2026-03-26T17:00")]
    public void Only_working_hours_count(string zone, string start, int hours, string due) =>
        After(Desk(zone, [DayOfWeek.Saturday, DayOfWeek.Sunday], "2026-03-24"), start, hours).ShouldBe(due);

    [Fact]
    public void A_desk_in_Tehran_rests_on_Friday_and_Saturday_and_on_its_holidays() =>
        After(Desk("Asia/Tehran", [DayOfWeek.Friday, DayOfWeek.Saturday], "2026-03-22", "2026-03-23"), "2026-03-19T17:00", 2).ShouldBe("2026-03-24T10:00");

    [Fact]
    public void The_change_to_summer_time_moves_no_term_on_the_wall_clock() =>
        After(Desk("Europe/Berlin", []), "2026-03-28T17:00", 2).ShouldBe("2026-03-29T10:00");

    [Fact]
    public void A_desk_that_never_works_is_due_in_a_year_and_not_never()
    {
        var desk = Desk("Asia/Tashkent", Enum.GetValues<DayOfWeek>());
        var start = new DateTimeOffset(2026, 3, 16, 5, 0, 0, TimeSpan.Zero);
        desk.After(start, TimeSpan.FromHours(1)).ShouldBe(start.AddDays(366));
    }

    private static string After(DeskInfo desk, string start, int hours)
    {
        var local = DateTime.Parse(start, CultureInfo.InvariantCulture);
        var due = desk.After(new DateTimeOffset(local, desk.TimeZone.GetUtcOffset(local)), TimeSpan.FromHours(hours));
        return TimeZoneInfo.ConvertTime(due, desk.TimeZone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
    }

    private static DeskInfo Desk(string zone, DayOfWeek[] weekend, params string[] holidays) => new("desk", LocalizedText.Empty, LocalizedText.Empty,
        TimeZoneInfo.FindSystemTimeZoneById(zone), new(9, 0), new(18, 0), weekend.ToHashSet(), 
        holidays.ToDictionary(h => DateOnly.ParseExact(h, "yyyy-MM-dd", CultureInfo.InvariantCulture), _ => LocalizedText.Empty), [], LocalizedText.Empty, null);
}
