using System.Buffers;

namespace ExportPortal.Search.Queries;

/// <summary>Sums of few of many documents, by number.</summary>
internal sealed class SparseSums : IDisposable
{
    private readonly double[] _sums;
    private readonly List<int> _touched = [];

    public SparseSums(int size)
    {
        _sums = ArrayPool<double>.Shared.Rent(size);
        _sums.AsSpan(0, size).Clear();
    }

    /// <summary>Those that have a sum, in no order.</summary>
    public List<int> Touched => _touched;

    /// <summary>A document's sum; 0 when it has none.</summary>
    public double this[int number] => _sums[number];

    /// <summary>Adds what is above 0.</summary>
    public void Add(int number, double value)
    {
        if (_sums[number] == 0)
            _touched.Add(number);
        _sums[number] += value;
    }

    /// <summary>Takes the greater of what is there and what is given, above 0.</summary>
    public void Raise(int number, double value)
    {
        if (_sums[number] == 0)
            _touched.Add(number);
        _sums[number] = Math.Max(_sums[number], value);
    }

    public void Clear()
    {
        foreach (var number in _touched)
            _sums[number] = 0;
        _touched.Clear();
    }

    public void Dispose() => ArrayPool<double>.Shared.Return(_sums);
}
