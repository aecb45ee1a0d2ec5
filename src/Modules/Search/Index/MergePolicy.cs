using System.Collections.Immutable;

namespace ExportPortal.Search.Index;

/// <summary>
/// Which segments to merge. Segments of like size are merged by eights, so a document is copied only as often as the index
/// has grown eightfold since; and one that is a third deleted is written anew.
/// </summary>
internal static class MergePolicy
{
    public const int Factor = 8;

    /// <summary>Merged segments hold at most so many documents: a merge takes seconds at most, and its arrays stay far from their limits.</summary>
    public const int MaxDocuments = 60_000;

    private const int Smallest = 64;

    /// <summary>The segments to merge next, at most once each; none if there is nothing to do.</summary>
    public static ImmutableArray<SegmentView> Choose(ImmutableArray<SegmentView> segments)
    {
        var full = segments
            .GroupBy(s => Tier(s.LiveCount))
            .OrderBy(t => t.Key)
            .FirstOrDefault(t => t.Count() >= Factor);
        if (full is not null)
        {
            var sum = 0;
            var chosen = full.OrderBy(s => s.LiveCount).TakeWhile(s => (sum += s.LiveCount) <= MaxDocuments).ToImmutableArray();
            if (chosen.Length > 1)
                return chosen;
        }
        return segments.Where(s => s.LiveCount < s.Segment.DocumentCount - s.Segment.DocumentCount / 3).Take(1).ToImmutableArray();
    }

    private static int Tier(int documents)
    {
        var tier = 0;
        for (long size = Smallest; size < documents; size *= Factor)
            tier++;
        return tier;
    }
}
