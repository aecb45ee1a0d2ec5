using ExportPortal.Catalogue;
using ExportPortal.Catalogue.Contracts;
using ExportPortal.Catalogue.Pages.Markets;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.UnitTests.Catalogue;

public sealed class DeskWordsTests
{
    private static readonly InterfaceTexts Texts = new ServiceCollection().AddLogging().AddLocalization()
        .AddModuleTexts("Kernel", typeof(KernelSetup).Assembly).AddModuleTexts("Catalogue", typeof(CatalogueModule).Assembly)
        .AddSingleton<InterfaceTexts>().BuildServiceProvider().GetRequiredService<InterfaceTexts>();

    [Theory]
    [InlineData("Asia/Tehran", "UTC+3:30")]
    [InlineData("Europe/Moscow", "UTC+3")]
    [InlineData("America/New_York", "UTC−5")]
    public void The_clock_is_told_against_universal_time(string zone, string offset) => Texts.For("en").Offset(Desk(zone)).ShouldBe(offset);

    [Theory]
    [InlineData("en", "Monday to Friday", DayOfWeek.Saturday, DayOfWeek.Sunday)]
    [InlineData("ru", "понедельник – пятница", DayOfWeek.Saturday, DayOfWeek.Sunday)]
    [InlineData("fa", "یکشنبه تا پنجشنبه", DayOfWeek.Friday, DayOfWeek.Saturday)]
    [InlineData("en", "Saturday, Monday, Tuesday, Thursday and Friday", DayOfWeek.Sunday, DayOfWeek.Wednesday)]
    public void Working_days_that_follow_each_other_are_told_as_a_span(string culture, string days, params DayOfWeek[] weekend) =>
        Texts.For(culture).WorkingDays(Desk("Asia/Tashkent", weekend)).ShouldBe(days);

    [Fact]
    public void Closures_are_the_next_ones_by_the_desks_own_day_and_those_of_one_name_stand_together()
    {
        var desk = Desk("Asia/Tashkent", [DayOfWeek.Saturday, DayOfWeek.Sunday],
            ("2026-03-08", "Women’s Day"), ("2026-03-20", "Nowruz"), ("2026-03-21", "Nowruz"), ("2026-03-22", "Nowruz"), ("2026-03-23", "Day after"), ("2026-05-09", "Memory"), ("2026-09-01", "Independence"), ("2026-10-01", "Teachers"));
        // In Tashkent the eighth, a Sunday, has begun; it is closed then in any case.
        var now = new DateTimeOffset(2026, 3, 7, 20, 0, 0, TimeSpan.Zero);
        Texts.For("en").Closures(desk, now).Select(c => $"{c.Days}: {c.Name!.Value.Value}")
            .ShouldBe(["20 March 2026 – 22 March 2026: Nowruz", "23 March 2026: Day after", "1 September 2026: Independence"]);
        Texts.For("en").Closures(desk, new(2026, 9, 1, 10, 0, 0, TimeSpan.Zero)).Select(c => c.Days).ShouldBe(["1 September 2026", "1 October 2026"]);
        Texts.For("en").Closures(desk, new(2026, 9, 1, 20, 0, 0, TimeSpan.Zero)).Select(c => c.Days).ShouldBe(["1 October 2026"]);
        Texts.For("ru").Closures(desk, now)[0].Name!.Value.Culture.ShouldBe("en");
    }

    private static DeskInfo Desk(string zone, DayOfWeek[]? weekend = null, params (string Date, string Name)[] holidays) => new("desk", LocalizedText.Empty, LocalizedText.Empty,
        TimeZoneInfo.FindSystemTimeZoneById(zone), new(9, 0), new(18, 0), (weekend ?? []).ToHashSet(),
        holidays.ToDictionary(h => DateOnly.ParseExact(h.Date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), h => new LocalizedText([new("en", h.Name)])), [], LocalizedText.Empty, null);
}
