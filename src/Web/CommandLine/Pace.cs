using System.Globalization;

namespace ExportPortal.Web.CommandLine;

/// <summary>How fast a work goes on and when it will be done, told after a while only: the first moments say little of the rest.</summary>
/// <param name="What">The work.</param>
/// <param name="First">How much was done when it was first heard of.</param>
/// <param name="Begun">When that was, in milliseconds.</param>
internal sealed record Pace(string What, long First, long Begun)
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    public string Tell(long done, long? total, long now)
    {
        var seconds = (now - Begun) / 1000.0;
        if (seconds < Least.TotalSeconds || done <= First)
            return "";
        var rate = (done - First) / seconds;
        return total > done ? $", {Number(rate)} a second, {Left(TimeSpan.FromSeconds((total.Value - done) / rate))} left" : $", {Number(rate)} a second";
    }

    public static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Left(TimeSpan time) => time.TotalMinutes < 2 ? $"{Number(Math.Ceiling(time.TotalSeconds))} s" : $"{Number(Math.Ceiling(time.TotalMinutes))} min";
}
