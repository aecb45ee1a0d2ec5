using System.Buffers;

namespace ExportPortal.Search.Queries;

/// <summary>Sums of few of many documents, by number. Rents its arrays: to be disposed.</summary>
internal sealed class SparseSums : IDisposable
{
    private readonly double[] _sums;
    private readonly int[] _touched;

    public SparseSums(int size)
    {
        _sums = ArrayPool<double>.Shared.Rent(size);
        _sums.AsSpan(0, size).Clear();
        _touched = ArrayPool<int>.Shared.Rent(size);
    }

    /// <summary>How many have a sum.</summary>
    public int Count { get; private set; }

    /// <summary>Those that have a sum, in no order.</summary>
    public ArraySegment<int> Touched => new(_touched, 0, Count);

    /// <summary>A document's sum; 0 when it has none.</summary>
    public double this[int number] => _sums[number];

    /// <summary>Adds what is above 0, and nothing else.</summary>
    public void Add(int number, double value)
    {
        if (value <= 0)
            return;
        ref var sum = ref _sums[number];
        if (sum == 0)
            _touched[Count++] = number;
        sum += value;
    }

    /// <summary>Takes the greater of what is there and what is given, if that is above 0.</summary>
    public void Raise(int number, double value)
    {
        if (value <= 0)
            return;
        ref var sum = ref _sums[number];
        if (sum == 0)
            _touched[Count++] = number;
        if (sum < value)
            sum = value;
    }

    public void Clear()
    {
        foreach (var number in Touched)
            _sums[number] = 0;
        Count = 0;
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(_sums);
        ArrayPool<int>.Shared.Return(_touched);
    }
}
