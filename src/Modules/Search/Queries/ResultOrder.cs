using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>A document found, with what its place depends on.</summary>
/// <param name="Whole">True if it holds all the words.</param>
internal readonly record struct Candidate(bool Whole, double Score, int Segment, int Document);

/// <summary>Picks the page's documents. Those that hold all the words come first; equal ones are ordered by date, then by identity, so pages never overlap.</summary>
internal sealed class ResultOrder : IComparer<Candidate>
{
    private const int Surplus = 30;

    private readonly Snapshot _snapshot;
    private readonly SearchSort _sort;
    private readonly int _sortCulture;

    public ResultOrder(Snapshot snapshot, SearchSort sort, string culture)
    {
        _snapshot = snapshot;
        _sort = sort;
        var nearest = PortalCultures.Nearest(culture) ?? PortalCultures.Default;
        _sortCulture = PortalCultures.All.TakeWhile(c => c != nearest).Count();
    }

    /// <summary>The candidates from one place on, at most so many. Keeps no more than twice what it needs.</summary>
    /// <param name="candidates">Those to choose among.</param>
    /// <param name="skip">How many better ones are left out.</param>
    /// <param name="take">How many are wanted.</param>
    /// <param name="counts">Whether one counts, asked only of those that are good enough; null: all count.</param>
    public IReadOnlyList<Candidate> Take(IEnumerable<Candidate> candidates, long skip, int take, Predicate<Candidate>? counts = null)
    {
        var wanted = (int)Math.Min(skip + take, Array.MaxLength / 4);
        var kept = new List<Candidate>();
        Candidate? worst = null;
        foreach (var candidate in candidates)
        {
            if (worst is { } last && Compare(candidate, last) > 0 || counts?.Invoke(candidate) == false)
                continue;
            kept.Add(candidate);
            if (kept.Count < 2 * wanted + Surplus)
                continue;
            kept.Sort(this);
            kept.RemoveRange(wanted, kept.Count - wanted);
            worst = kept[^1];
        }
        kept.Sort(this);
        return kept.Skip((int)Math.Min(skip, int.MaxValue)).Take(take).ToArray();
    }

    public int Compare(Candidate x, Candidate y)
    {
        var order = y.Whole.CompareTo(x.Whole);
        if (order == 0)
            order = _sort switch
            {
                SearchSort.Name => NameOf(x).SequenceCompareTo(NameOf(y)),
                SearchSort.Relevance => y.Score.CompareTo(x.Score),
                _ => 0,
            };
        if (order == 0)
            order = PublishedOf(y).CompareTo(PublishedOf(x));
        return order != 0 ? order : CompareIdentities(x, y);
    }

    // Terms are numbered in their order.
    private int CompareIdentities(in Candidate x, in Candidate y)
    {
        var segment = _snapshot.Segments[x.Segment].Segment;
        return x.Segment == y.Segment ? segment.IdentityTerms[x.Document].CompareTo(segment.IdentityTerms[y.Document])
            : segment.IdentityOf(x.Document).SequenceCompareTo(_snapshot.Segments[y.Segment].Segment.IdentityOf(y.Document));
    }

    private long PublishedOf(in Candidate candidate) => _snapshot.Segments[candidate.Segment].Segment.Published[candidate.Document];

    private ReadOnlySpan<byte> NameOf(in Candidate candidate) => _snapshot.Segments[candidate.Segment].Segment.SortKeys[_sortCulture][candidate.Document];
}
