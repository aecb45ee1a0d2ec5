using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Api;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Catalogue.Api;

/// <summary>Answers with all sectors and their sheets, and with all markets and their desks.</summary>
internal sealed class AnswerReferences(ReferenceData references, ApiWords words)
{
    public async Task<IResult> SectorsAsync(HttpContext context) =>
        ApiJson.Of(new ListJson<SectorJson>([.. (await references.GetAsync(context.RequestAborted)).Sectors.Select(Sector)]));

    public async Task<IResult> MarketsAsync(HttpContext context)
    {
        var set = await references.GetAsync(context.RequestAborted);
        return ApiJson.Of(new ListJson<MarketJson>([.. set.Markets.Select(m => Market(m, set))]));
    }

    private SectorJson Sector(SectorContent sector) => new(
        sector.Id, words.Text(sector.Names), words.TextOrNone(sector.Introductions), sector.HsChapters, words.Page($"/{words.Culture}/sectors/{sector.Id}"),
        words.Api($"/search?sector={sector.Id}"), words.Page($"{ApiEndpoints.Root}/sectors/{sector.Id}/schema"), [.. sector.Attributes.Select(Row)]);

    private SheetRowJson Row(SheetAttribute row) => new(row.Id, words.Text(row.Names), row.Type, row.Of, row.Rule, words.Unit(row.Unit),
        row.Choices.Count == 0 ? null : [.. row.Choices.Select(c => new ChoiceJson(c.Id, words.TextOrNone(c.Names)))], row.Facet, row.Key);

    private MarketJson Market(MarketContent market, ReferenceSet set) => new(
        market.Id, words.Text(market.Names), words.TextOrNone(market.Introductions), market.Cultures, market.Currency, words.Page($"/{words.Culture}/markets/{market.Id}"),
        words.Api($"/search?market={market.Id}"),
        [.. market.Countries.Select(c => new MarketCountryJson(c.Country, words.Country(c.Country).Name, set.Desk(c.Desk ?? market.Desk)?.Id))],
        [.. market.Countries.Select(c => c.Desk ?? market.Desk).Prepend(market.Desk).Distinct().Select(set.Desk).OfType<DeskContent>().Select(Desk)]);

    // Whom to write to is the portal's own business: inquiries reach the desk through it.
    private DeskJson Desk(DeskContent desk) => new(
        desk.Id, words.Text(desk.Names), words.TextOrNone(desk.City), desk.Country is { } country ? words.Country(country) : null, desk.TimeZone,
        desk.Hours?.From ?? "09:00", desk.Hours?.To ?? "17:00", desk.Weekend,
        [.. desk.Holidays.Select(h => new HolidayJson(h.Date, words.TextOrNone(h.Names)))], [.. desk.Languages.Select(words.Language)], words.TextOrNone(desk.People));
}
