namespace ExportPortal.Kernel.Limits;

/// <summary>What one client did of late, counted by slices of the window: so it takes the same little room whatever the limit. A slice ends to count as a whole.</summary>
internal sealed class ClientWindow(TimeSpan window)
{
    private const int Slices = 60;

    private readonly Queue<Slice> _slices = new();
    private Slice? _last;

    /// <summary>When the first of what counts ends to count.</summary>
    public DateTimeOffset RoomAt => _slices.First(s => s.Count > 0).Start + window;

    /// <summary>How much counts now.</summary>
    public int Count(DateTimeOffset now)
    {
        while (_slices.Count > 0 && _slices.Peek().Start + window <= now)
            _slices.Dequeue();
        return _slices.Sum(s => s.Count);
    }

    /// <summary>Counts one more, and says where, for taking it back.</summary>
    public Slice Add(DateTimeOffset now)
    {
        if (_last is null || _last.Start + (window / Slices) <= now)
            _slices.Enqueue(_last = new(now));
        _last.Count++;
        return _last;
    }

    /// <summary>What was counted from one moment until a little later.</summary>
    public sealed class Slice(DateTimeOffset start)
    {
        public DateTimeOffset Start => start;

        public int Count { get; set; }
    }
}
