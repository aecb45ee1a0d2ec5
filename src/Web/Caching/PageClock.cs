using System.Collections.Frozen;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Changes;

namespace ExportPortal.Web.Caching;

/// <summary>The moment at which a page was begun.</summary>
/// <param name="At">How many changes there had been.</param>
/// <param name="IsWhole">Whether all that pages are made of had taken in those changes; if not, the page may be old from the start.</param>
internal readonly record struct PageMoment(long At, bool IsWhole);

/// <summary>
/// Tells whether a page still shows what is published: it counts the changes, and knows of each source of pages which change was its last.
/// Sources share a fixed number of places, so that memory is bounded; a page that shares one by accident is made again too often, never too seldom.
/// </summary>
internal sealed class PageClock(IEnumerable<IFollowsChanges> derived, IEnumerable<TracedKind> traced)
{
    private const int Places = 1 << 16;

    private readonly IFollowsChanges[] _derived = [.. derived];
    private readonly FrozenSet<string> _traced = traced.Select(t => t.Kind).ToFrozenSet(StringComparer.Ordinal);
    private readonly long[] _last = new long[Places];
    private long[] _editions = [.. derived.Select(d => d.Edition)];
    private long _everything;
    private long _now;
    private long _position;

    /// <summary>How far the change log has been taken in.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <summary>To be called before anything is read for a page.</summary>
    public PageMoment Begin()
    {
        // The count first: whoever sees a change counted also sees the position that goes with it, and compares the index with that.
        var now = Volatile.Read(ref _now);
        var position = Position;
        return new(now, Array.TrueForAll(_derived, d => d.Position >= position));
    }

    /// <summary>True while nothing has changed that a page was made of.</summary>
    public bool IsCurrent(PageOrigin page)
    {
        var begun = page.Moment.At;
        if (Volatile.Read(ref _everything) > begun)
            return false;
        foreach (var place in page.Sources)
            if (Volatile.Read(ref _last[place]) > begun)
                return false;
        return true;
    }

    /// <summary>The places of a page's sources.</summary>
    public static int[] PlacesOf(IReadOnlyCollection<PageSource> sources) => [.. sources.Select(PlaceOf).Distinct()];

    /// <summary>Takes in what the change log tells next.</summary>
    public void Take(IReadOnlyList<Change> news)
    {
        if (news.Count == 0)
            return;
        Volatile.Write(ref _position, news[^1].Position);
        foreach (var change in news)
            if (_traced.Contains(change.Kind))
            {
                Touch(ref _last[PlaceOf(new(change.Kind, change.Subject))]);
                Touch(ref _last[PlaceOf(new(change.Kind, null))]);
            }
            else
                EndAll();
    }

    /// <summary>Begins anew at a position: no page made so far is current.</summary>
    public void Restart(long position)
    {
        Volatile.Write(ref _position, position);
        EndAll();
    }

    /// <summary>No page made so far is current.</summary>
    public void EndAll() => Touch(ref _everything);

    /// <summary>Ends all pages if something they are made of was made anew.</summary>
    public void LookAtEditions()
    {
        long[] editions = [.. _derived.Select(d => d.Edition)];
        if (editions.SequenceEqual(_editions))
            return;
        _editions = editions;
        EndAll();
    }

    private void Touch(ref long place) => Volatile.Write(ref place, Interlocked.Increment(ref _now));

    private static int PlaceOf(PageSource source) => source.GetHashCode() & (Places - 1);
}
