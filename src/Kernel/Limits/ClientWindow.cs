namespace ExportPortal.Kernel.Limits;

/// <summary>What one client did of late, counted by slices of the window: so it takes the same little room whatever the limit. A slice ends to count as a whole.</summary>
internal sealed class ClientWindow(TimeSpan window)
{
    private const int Slices = 60;

    private readonly Queue<(DateTimeOffset Start, int Count)> _slices = new();
    private (DateTimeOffset Start, int Count) _last;

    /// <summary>When the first of what counts ends to count.</summary>
    public DateTimeOffset RoomAt => (_slices.Count > 0 ? _slices.Peek().Start : _last.Start) + window;

    /// <summary>How much counts now.</summary>
    public int Count(DateTimeOffset now)
    {
        while (_slices.Count > 0 && _slices.Peek().Start + window <= now)
            _slices.Dequeue();
        if (_last.Start + window <= now)
            _last = default;
        return _last.Count + _slices.Sum(s => s.Count);
    }

    public void Add(DateTimeOffset now)
    {
        if (_last.Count == 0 || _last.Start + (window / Slices) <= now)
        {
            if (_last.Count > 0)
                _slices.Enqueue(_last);
            _last = (now, 0);
        }
        _last.Count++;
    }

    public void RemoveLast() => _last.Count = Math.Max(0, _last.Count - 1);
}
