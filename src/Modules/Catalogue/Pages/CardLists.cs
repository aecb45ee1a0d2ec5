using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Texts;
using ExportPortal.Search.Contracts;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Pages;

/// <summary>One page of a list of cards.</summary>
/// <param name="Cards">What it shows.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">Which page it is, from 1.</param>
/// <param name="Facets">The counts that were asked for.</param>
internal sealed record CardList(IReadOnlyList<Card> Cards, int Total, int Page, IReadOnlyList<FacetCount> Facets)
{
    public const int PageSize = 24;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}

/// <summary>Reads lists of cards: long ones from the search index, which knows sectors and markets; chosen ones from their rows.</summary>
internal sealed class CardLists(PortalDbContext db, ISearchIndex index, Wording words, PageSources sources)
{
    // So many products stand on a showroom's cover, chosen among so many of its first.
    private const int CoverPictures = 3, CoverChoice = 16;

    /// <summary>A page of all subjects of a kind that have a facet's value; of all of the kind without one.</summary>
    public CardList Find(string kind, int page, FacetValue? chosen = null, SearchSort sort = SearchSort.Relevance, params IReadOnlyCollection<string> facets)
    {
        sources.AddAll(kind);
        var answer = index.Search(new()
        {
            Culture = words.Culture.Tag, Kinds = [kind], Chosen = chosen is null ? [] : [chosen], Facets = facets, Sort = sort, Page = page, PageSize = CardList.PageSize, Highlights = false,
        });
        return new([.. answer.Hits.Select(h => h.ToCard(words))], answer.Total, page, answer.Facets);
    }

    /// <summary>The products of a firm, in the order in which it published them.</summary>
    public Task<CardList> OfFirmAsync(string firm, int page, CancellationToken cancellation) =>
        PageAsync("product", db.Set<Subject>().Where(s => s.Kind == "product" && s.Owner == firm), page, cancellation);

    /// <summary>All showrooms, in the order in which the operator published them: the permanent exhibition stands first.</summary>
    public Task<CardList> ShowroomsAsync(int page, CancellationToken cancellation) =>
        PageAsync("showroom", db.Set<Subject>().Where(s => s.Kind == "showroom"), page, cancellation);

    /// <summary>
    /// For each showroom a few of its products that stand on its cover: from as many sectors as can be, and not those of a cover before
    /// where it has others.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, Card[]>> CoversAsync(IReadOnlyCollection<Card> showrooms, CancellationToken cancellation)
    {
        var ids = showrooms.Select(s => s.Id).ToArray();
        var pages = await db.Set<PreparedPage>().Where(p => p.Kind == "showroom" && p.Culture == words.Culture.Tag && ids.Contains(p.Subject)).Select(p => new { p.Subject, p.Page }).ToListAsync(cancellation);
        var shown = pages.ToDictionary(p => p.Subject, p => ContentJson.Read<ShowroomPage>(p.Page).Products.Take(CoverChoice).ToArray(), StringComparer.Ordinal);
        var cards = (await TheseAsync("product", [.. shown.Values.SelectMany(p => p).Distinct()], cancellation)).Where(c => c.Image is not null).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        return ids.Where(shown.ContainsKey).ToDictionary(id => id, id => Choose([.. shown[id].Where(cards.ContainsKey).Select(p => cards[p])], used), StringComparer.Ordinal);
    }

    /// <summary>The products of a showroom among which its cover chooses.</summary>
    public static IEnumerable<string> ForCover(ShowroomPage showroom) => showroom.Products.Take(CoverChoice);

    /// <summary>A few of a showroom's products that stand for it: from as many sectors as can be.</summary>
    /// <param name="showroom">The showroom.</param>
    /// <param name="cards">Cards of products, among them those <see cref="ForCover"/> names.</param>
    public static IReadOnlyList<Card> Cover(ShowroomPage showroom, IReadOnlyCollection<Card> cards)
    {
        var pictured = cards.Where(c => c.Image is not null).ToDictionary(c => c.Id, StringComparer.Ordinal);
        return Choose([.. ForCover(showroom).Where(pictured.ContainsKey).Select(id => pictured[id])], []);
    }

    private static Card[] Choose(Card[] cards, HashSet<string> used)
    {
        var mixed = cards.GroupBy(c => c.Sector).SelectMany(sector => sector.OrderBy(c => used.Contains(c.Id)).Select((card, place) => (card, place)));
        Card[] chosen = [.. mixed.OrderBy(c => used.Contains(c.card.Id)).ThenBy(c => c.place).Select(c => c.card).Take(CoverPictures)];
        used.UnionWith(chosen.Select(c => c.Id));
        return chosen;
    }

    /// <summary>The cards of these subjects, in this order; those that are not published are left out.</summary>
    public async Task<IReadOnlyList<Card>> TheseAsync(string kind, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var wanted = ids.ToArray();
        foreach (var id in wanted)
            sources.Add(kind, id);
        var rows = await db.Set<PreparedPage>().Where(p => p.Kind == kind && p.Culture == words.Culture.Tag && wanted.Contains(p.Subject)).Select(p => new { p.Subject, p.Card }).ToListAsync(cancellation);
        var cards = rows.ToDictionary(r => r.Subject, r => ContentJson.Read<Card>(r.Card), StringComparer.Ordinal);
        return [.. wanted.Where(cards.ContainsKey).Select(id => cards[id])];
    }

    private async Task<CardList> PageAsync(string kind, IQueryable<Subject> subjects, int page, CancellationToken cancellation)
    {
        sources.AddAll(kind);
        var total = await subjects.CountAsync(cancellation);
        var ids = await subjects.OrderBy(s => s.Order).Skip((page - 1) * CardList.PageSize).Take(CardList.PageSize).Select(s => s.Id).ToListAsync(cancellation);
        return new(await TheseAsync(kind, ids, cancellation), total, page, []);
    }
}
