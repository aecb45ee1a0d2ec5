using System.Runtime.InteropServices;

namespace ExportPortal.Search.Counting;

/// <summary>What was asked and opened since it was last taken. Bounded: beyond that, queries that are not in it yet are not counted.</summary>
internal sealed class QueryTally
{
    /// <summary>The most queries that wait to be written down.</summary>
    public const int MostQueries = 2_000;

    private readonly Lock _changing = new();
    private Dictionary<AskedQuery, QueryTimes> _times = [];

    public void AddAsked(AskedQuery query, string text) => Add(query, text, asked: 1, opened: 0);

    public void AddOpened(AskedQuery query, string text) => Add(query, text, asked: 0, opened: 1);

    /// <summary>Has the results of a query counted anew, as the words it finds may have become others.</summary>
    public void Recount(AskedQuery query, string text) => Add(query, text, asked: 0, opened: 0);

    /// <summary>All that was added since the last time.</summary>
    public IReadOnlyDictionary<AskedQuery, QueryTimes> Take()
    {
        lock (_changing)
        {
            if (_times.Count == 0)
                return _times;
            var taken = _times;
            _times = [];
            return taken;
        }
    }

    /// <summary>Takes back what could not be written down.</summary>
    public void PutBack(IEnumerable<KeyValuePair<AskedQuery, QueryTimes>> taken)
    {
        foreach (var (query, times) in taken)
            Add(query, times.Text, times.Asked, times.Opened);
    }

    private void Add(AskedQuery query, string text, int asked, int opened)
    {
        lock (_changing)
        {
            if (_times.Count >= MostQueries && !_times.ContainsKey(query))
                return;
            ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(_times, query, out _);
            times = new(text, times.Asked + asked, times.Opened + opened);
        }
    }
}
