using System.Collections.Frozen;
using ExportPortal.Catalogue.Readiness;
using ExportPortal.Catalogue.Subjects;

namespace ExportPortal.Catalogue.References;

/// <summary>Sectors, markets, desks and regimes as they stand: few, read often, held whole.</summary>
internal sealed class ReferenceSet
{
    private readonly FrozenDictionary<string, MarketContent> _marketOf;
    private readonly FrozenDictionary<string, RegimeContent> _regimeOf;

    public ReferenceSet(IReadOnlyList<SectorContent> sectors, IReadOnlyList<MarketContent> markets, IReadOnlyList<DeskContent> desks, IReadOnlyList<RegimeContent> regimes)
    {
        (Sectors, Markets, Desks, Regimes) = (sectors, markets, desks, regimes);
        _marketOf = markets.SelectMany(m => m.Countries, (m, c) => (c.Country, Market: m)).DistinctBy(p => p.Country)
            .ToFrozenDictionary(p => p.Country, p => p.Market, StringComparer.Ordinal);
        _regimeOf = regimes.SelectMany(r => r.Countries, (r, c) => (Country: c, Regime: r)).DistinctBy(p => p.Country)
            .ToFrozenDictionary(p => p.Country, p => p.Regime, StringComparer.Ordinal);
    }

    public static ReferenceSet Empty { get; } = new([], [], [], []);

    public IReadOnlyList<SectorContent> Sectors { get; }

    public IReadOnlyList<MarketContent> Markets { get; }

    public IReadOnlyList<DeskContent> Desks { get; }

    public IReadOnlyList<RegimeContent> Regimes { get; }

    public SectorContent? Sector(string? id) => Sectors.FirstOrDefault(s => s.Id == id);

    public MarketContent? Market(string? id) => Markets.FirstOrDefault(m => m.Id == id);

    public DeskContent? Desk(string? id) => Desks.FirstOrDefault(d => d.Id == id);

    /// <summary>The market a country belongs to: the one that names it, else the one that names no country.</summary>
    public MarketContent? MarketOf(string country) => _marketOf.GetValueOrDefault(country) ?? Markets.FirstOrDefault(m => m.Countries.Count == 0);

    /// <summary>The desk that answers for a country: its own within the market, else the market's.</summary>
    public DeskContent? DeskOf(string country)
    {
        var market = MarketOf(country);
        return Desk(market?.Countries.FirstOrDefault(c => c.Country == country)?.Desk ?? market?.Desk);
    }

    /// <summary>The regime whose requirements hold in a country.</summary>
    public RegimeContent? RegimeOf(string country) => _regimeOf.GetValueOrDefault(country) ?? Regimes.FirstOrDefault(r => r.Id == ProductReadiness.NationalRegime);
}
