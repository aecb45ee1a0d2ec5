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
        var count = (total is { } all ? $"{Pace.Number(done)} of {Pace.Number(all)}" : Pace.Number(done)) + _pace.Tell(done, total, now);
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
}
