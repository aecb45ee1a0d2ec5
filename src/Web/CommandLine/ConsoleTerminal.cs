using System.Globalization;
using ExportPortal.Kernel.Hosting;

namespace ExportPortal.Web.CommandLine;

/// <summary>Reports on the console: a progress bar on a terminal, plain lines elsewhere.</summary>
internal sealed class ConsoleTerminal : ITerminal, IDisposable
{
    private const int BarWidth = 30;
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BarInterval = TimeSpan.FromMilliseconds(100);

    private readonly bool _bar = !Console.IsOutputRedirected;
    private long _lastShown;
    private (string What, long Done)? _lastProgress;
    private Pace? _pace;
    private bool _barShows;

    public void Line(string text)
    {
        EndBar();
        Console.WriteLine(text);
    }

    public void Error(string text)
    {
        EndBar();
        Console.Error.WriteLine(text);
    }

    public void Progress(string what, long done, long? total)
    {
        var now = Environment.TickCount64;
        if (_pace?.What != what)
            _pace = new(what, done, now);
        if (done != total && now - _lastShown < (_bar ? BarInterval : LineInterval).TotalMilliseconds)
            return;
        _lastShown = now;
        if (!_bar && _lastProgress == (what, done))
            return;
        _lastProgress = (what, done);
        var count = (total is { } all ? $"{Number(done)} of {Number(all)}" : Number(done)) + _pace.Tell(done, total, now);
        if (!_bar)
        {
            Console.WriteLine($"{what}: {count}");
            return;
        }
        var filled = total is > 0 ? (int)(done * BarWidth / total.Value) : 0;
        Console.Write($"\r{what} [{new string('#', filled)}{new string('.', BarWidth - filled)}] {count}\u001b[K");
        _barShows = true;
        if (done == total)
            EndBar();
    }

    public void Dispose() => EndBar();

    private void EndBar()
    {
        if (_barShows)
            Console.WriteLine();
        _barShows = false;
    }

    private static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    // Told after a while only: the first moments say little of the rest.
    private sealed record Pace(string What, long First, long Begun)
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

        private static string Left(TimeSpan time) => time.TotalMinutes < 2 ? $"{Number(Math.Ceiling(time.TotalSeconds))} s" : $"{Number(Math.Ceiling(time.TotalMinutes))} min";
    }
}
