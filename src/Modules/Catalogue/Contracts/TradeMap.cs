using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Catalogue.Contracts;

/// <summary>A market: the operator's grouping of countries.</summary>
/// <param name="Id">Its public id.</param>
/// <param name="Names">Its name by culture.</param>
/// <param name="Cultures">The cultures offered first there.</param>
/// <param name="Currency">ISO 4217 code of the currency shown; null when none is set.</param>
/// <param name="Countries">ISO 3166-1 alpha-2 codes; empty for the market of all other countries.</param>
public sealed record MarketInfo(string Id, LocalizedText Names, IReadOnlyList<string> Cultures, string? Currency, IReadOnlyList<string> Countries);

/// <summary>A desk: a House of Innovation or a market desk.</summary>
/// <param name="Id">Its public id.</param>
/// <param name="Names">Its name by culture.</param>
/// <param name="City">Its city by culture; empty when not given.</param>
/// <param name="TimeZone">Its time zone.</param>
/// <param name="Opens">When its working day begins, local time.</param>
/// <param name="Closes">When its working day ends, local time.</param>
/// <param name="Weekend">Its free days of the week.</param>
/// <param name="Holidays">Its other free days, with what they are called; without a name where none is given.</param>
/// <param name="Languages">The languages its staff answer in.</param>
/// <param name="People">Who sits there, by what they do and never by name; empty when not given.</param>
/// <param name="Email">Its own address; null when it has none.</param>
public sealed record DeskInfo(string Id, LocalizedText Names, LocalizedText City, TimeZoneInfo TimeZone, TimeOnly Opens, TimeOnly Closes,
    IReadOnlySet<DayOfWeek> Weekend, IReadOnlyDictionary<DateOnly, LocalizedText> Holidays, IReadOnlyList<string> Languages, LocalizedText People, string? Email);

/// <summary>Which countries belong to which market and desk, as it stands now.</summary>
public sealed class TradeMap
{
    private readonly ReferenceData _references;

    internal TradeMap(ReferenceData references) => _references = references;

    /// <summary>All markets, in their order.</summary>
    public IReadOnlyList<MarketInfo> Markets => [.. _references.Current.Markets.Select(ToInfo)];

    /// <summary>All desks, in their order.</summary>
    public IReadOnlyList<DeskInfo> Desks => [.. _references.Current.Desks.Select(ToInfo)];

    /// <summary>The ids and names of all sectors, in their order.</summary>
    public IReadOnlyList<(string Id, LocalizedText Names)> Sectors => [.. _references.Current.Sectors.Select(s => (s.Id, s.Names))];

    /// <summary>The market a country belongs to; null only while no market is set up.</summary>
    /// <param name="country">ISO 3166-1 alpha-2 code.</param>
    public MarketInfo? MarketOf(string country) => _references.Current.MarketOf(country) is { } market ? ToInfo(market) : null;

    /// <summary>The desk that answers for a country; null only while none is set up.</summary>
    /// <param name="country">ISO 3166-1 alpha-2 code.</param>
    public DeskInfo? DeskOf(string country) => _references.Current.DeskOf(country) is { } desk ? ToInfo(desk) : null;

    /// <summary>The desk with this id; null if there is none.</summary>
    public DeskInfo? Desk(string id) => _references.Current.Desk(id) is { } desk ? ToInfo(desk) : null;

    private static MarketInfo ToInfo(MarketContent market) =>
        new(market.Id, market.Names, market.Cultures, market.Currency, [.. market.Countries.Select(c => c.Country)]);

    private static DeskInfo ToInfo(DeskContent desk) => new(
        desk.Id, desk.Names, desk.City, TimeZoneInfo.FindSystemTimeZoneById(desk.TimeZone),
        Time(desk.Hours?.From, new(9, 0)), Time(desk.Hours?.To, new(17, 0)),
        desk.Weekend.Select(day => Enum.Parse<DayOfWeek>(day, ignoreCase: true)).ToHashSet(),
        desk.Holidays.ToDictionary(h => h.Date, h => h.Names ?? LocalizedText.Empty), desk.Languages, desk.People, desk.Email);

    private static TimeOnly Time(string? time, TimeOnly otherwise) =>
        time is null ? otherwise : TimeOnly.ParseExact(time, "HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
