using System.Collections.Concurrent;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Glossaries;

/// <summary>How many products name a concept, of one snapshot. Each is counted when it is first asked for; a key pressed costs no more.</summary>
internal sealed class ConceptCounts(IReadOnlyList<SegmentView> segments)
{
    private readonly ConcurrentDictionary<string, BitSet[]> _byMarket = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Concept, string Market), int> _counts = new();

    /// <param name="concept">The concept's public id.</param>
    /// <param name="market">Those offered in this market only; empty for all.</param>
    public int Count(string concept, string market = "") => _counts.GetOrAdd((concept, market), Count);

    private int Count((string Concept, string Market) asked)
    {
        var products = _byMarket.GetOrAdd(asked.Market, market => [.. segments.Select(s => ProductsOf(s, market))]);
        var term = Term.Of(Term.Concept, asked.Concept);
        return segments.Select((s, i) => Count(s.Segment, term, products[i])).Sum();
    }

    private static BitSet ProductsOf(SegmentView view, string market)
    {
        var products = view.Live();
        products.And(HavingAny(view.Segment, Ranking.KindFacet, SearchRequest.DefaultKind));
        if (market.Length > 0)
            products.And(HavingAny(view.Segment, "market", market));
        return products;
    }

    private static BitSet HavingAny(Segment segment, string facet, string value) => segment.Facet(facet)?.Any([value]) ?? new BitSet(segment.DocumentCount);

    private static int Count(Segment segment, string term, BitSet within)
    {
        var ordinal = segment.Terms.Find(term);
        if (ordinal < 0)
            return 0;
        var postings = segment.PostingsOf(ordinal);
        var (count, last) = (0, -1);
        int at = 0, section = 0;
        while ((section = Postings.NextSection(postings, ref at, section)) != int.MaxValue)
        {
            // A document's sections follow each other.
            if (segment.SectionDocument[section] is var document && document == last)
                continue;
            last = document;
            count += within[document] ? 1 : 0;
        }
        return count;
    }
}
