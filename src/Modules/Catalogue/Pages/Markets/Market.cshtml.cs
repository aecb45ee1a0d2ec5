using ExportPortal.Catalogue.Contracts;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Catalogue.Pages.Markets;

[CachedPage(Numbered = true)]
internal sealed class MarketModel(CardLists lists, ReferenceData references, TradeMap map, PageHead head, Wording words) : PageModel
{
    public MarketContent Market { get; private set; } = null!;

    public CardList Products { get; private set; } = null!;

    /// <summary>The market's desks, each with the countries it answers for; none named means all.</summary>
    public IReadOnlyList<(DeskInfo Desk, IReadOnlyList<string> Countries)> Desks { get; private set; } = [];

    /// <summary>How many products are ready in each of the market's countries, most first.</summary>
    public IReadOnlyList<(string Country, string Name, int Ready)> Ready { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        var set = await references.GetAsync(cancellation);
        if (set.Market(id) is not { } market)
            return NotFound();
        Market = market;
        Products = lists.Find("product", this.ReadPage(), new("market", id), facets: ["readiness", "sector"]);
        if (this.FindNearestPage(head, Products.Pages) is { } nearest)
            return nearest;
        Desks = [.. DesksOf(market)];
        var ready = Products.Facets.First(f => f.Facet == "readiness").Values.ToDictionary(v => v.Value, v => v.Count, StringComparer.Ordinal);
        var order = StringComparer.Create(words.Culture.Format, ignoreCase: true);
        Ready = [.. market.Countries.Select(c => (c.Country, Name: Countries.Name(c.Country, words.Culture.Tag), Ready: ready.GetValueOrDefault(c.Country)))
            .OrderByDescending(c => c.Ready).ThenBy(c => c.Name, order)];
        head.Title = market.Names.For(words.Culture.Tag)!.Value.Value;
        head.Description = market.Introductions.For(words.Culture.Tag)?.Value ?? "";
        head.Trail = [new(new(words.Culture.Tag, words["Catalogue.Markets.Title"]), $"/{words.Culture.Tag}/markets")];
        return Page();
    }

    private IEnumerable<(DeskInfo Desk, IReadOnlyList<string> Countries)> DesksOf(MarketContent market)
    {
        if (market.Countries.Count == 0 && map.Desk(market.Desk ?? "") is { } only)
            yield return (only, []);
        foreach (var group in market.Countries.GroupBy(c => c.Desk ?? market.Desk, c => c.Country))
            if (map.Desk(group.Key ?? "") is { } desk)
                yield return (desk, [.. group]);
    }
}
