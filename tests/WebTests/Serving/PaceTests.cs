using ExportPortal.Web.CommandLine;

namespace ExportPortal.WebTests.Serving;

public sealed class PaceTests
{
    [Theory]
    [InlineData(600, 1_000, 1_999, "")]
    [InlineData(100, 1_000, 5_000, "")]
    [InlineData(600, 1_000, 5_000, ", 100 a second, 4 s left")]
    [InlineData(600, 12_600, 5_000, ", 100 a second, 2 min left")]
    [InlineData(600, 12_500, 5_000, ", 100 a second, 119 s left")]
    [InlineData(60_100, 60_100, 10_000, ", 6,000 a second")]
    [InlineData(600, null, 5_000, ", 100 a second")]
    public void Rate_and_time_left_are_told_after_two_seconds(long done, int? total, long after, string told) =>
        new Pace("Importing", 100, 7_000).Tell(done, total, 7_000 + after).ShouldBe(told);
}
