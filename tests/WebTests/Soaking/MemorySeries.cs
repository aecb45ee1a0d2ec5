using System.Globalization;

namespace ExportPortal.WebTests.Soaking;

/// <summary>What a process held in the course of time.</summary>
internal sealed class MemorySeries
{
    private const double Mebibyte = 1 << 20;

    private readonly List<(TimeSpan At, long Bytes, int Requests)> _looks = [];

    public void Add(TimeSpan at, long bytes, int requests) => _looks.Add((at, bytes, requests));

    /// <summary>The mean of what was held from one time to another, in bytes, and of the requests that had been answered.</summary>
    public (double Bytes, double Requests) Between(TimeSpan from, TimeSpan to)
    {
        var looks = _looks.Where(l => l.At >= from && l.At < to).ToArray();
        return (looks.Average(l => l.Bytes), looks.Average(l => l.Requests));
    }

    /// <summary>The mean of each minute in MiB.</summary>
    public override string ToString() => string.Join(' ', _looks.GroupBy(l => (int)l.At.TotalMinutes)
        .Select(m => (m.Average(l => l.Bytes) / Mebibyte).ToString("0.0", CultureInfo.InvariantCulture)));
}
