using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Queries;

/// <summary>The page of results that a query asks for.</summary>
internal sealed class Page(SearchQuery query)
{
    private readonly int _size = Math.Clamp(query.PageSize, 1, SearchQuery.MaxPageSize);
    private readonly int _number = Math.Max(query.Page, 1);

    /// <summary>The page's documents.</summary>
    /// <param name="total">How many candidates there are.</param>
    /// <param name="candidates">All that match.</param>
    /// <param name="order">Their order.</param>
    /// <param name="weighBest">Weighs the best anew, whichever page is asked for, so that pages never overlap.</param>
    public IEnumerable<Candidate> Take(int total, IEnumerable<Candidate> candidates, ResultOrder order, Func<IReadOnlyList<Candidate>, IEnumerable<Candidate>> weighBest)
    {
        var skip = (_number - 1L) * _size;
        if (skip >= total)
            return [];
        if (query.Sort != SearchSort.Relevance || skip >= PhraseSearch.Window)
            return order.Take(candidates, skip, _size);
        var best = order.Take(candidates, 0, (int)Math.Max(skip + _size, PhraseSearch.Window));
        return weighBest([.. best.Take(PhraseSearch.Window)]).Order(order).Concat(best.Skip(PhraseSearch.Window)).Skip((int)skip).Take(_size);
    }
}
