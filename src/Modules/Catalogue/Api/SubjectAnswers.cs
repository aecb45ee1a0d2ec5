namespace ExportPortal.Catalogue.Api;

internal sealed record ProductJson : SubjectJson
{
    public required string Kind { get; init; }
    public TextJson? Summary { get; init; }
    public HtmlJson? Description { get; init; }
    public string? Model { get; init; }
    public string? Gtin { get; init; }
    public string? HsCode { get; init; }
    public required CodeJson Origin { get; init; }
    public required LinkJson Organisation { get; init; }
    public required LinkJson Sector { get; init; }
    public IReadOnlyList<AttributeJson> Attributes { get; init; } = [];
    public IReadOnlyList<VariantJson> Variants { get; init; } = [];
    public IReadOnlyList<CertificateJson> Certificates { get; init; } = [];
    public IReadOnlyList<RegistrationJson> Registrations { get; init; } = [];
    public IReadOnlyList<ReadinessJson> Markets { get; init; } = [];
    public PriceJson? Price { get; init; }
    public QuantityJson? MinimumOrder { get; init; }
    public int? LeadTimeDays { get; init; }
    public IReadOnlyList<PictureJson> Pictures { get; init; } = [];
    public IReadOnlyList<DocumentJson> Documents { get; init; } = [];
}

/// <summary>A row of the sheet.</summary>
/// <param name="Value">As the feed has it, in the one shape of its type.</param>
/// <param name="Unit">The unit of a number or range.</param>
/// <param name="Shown">As readers see it: choices by their names, numbers with their units.</param>
internal sealed record AttributeJson(string Id, TextJson Name, string Type, bool Key, System.Text.Json.JsonElement Value, CodeJson? Unit, IReadOnlyList<TextJson> Shown);

internal sealed record VariantJson(string Id, TextJson? Name, string? Model, string? Gtin);

internal sealed record RegistrationJson(CodeJson Country, string? Authority, string? Number, string? Holder, string? Class, string Status, DateOnly? Date);

internal sealed record ReadinessJson(string Id, TextJson Name, int Ready, IReadOnlyList<CountryReadinessJson> Countries);

/// <param name="Missing">What the country asks for and the product does not have; nothing where it is ready.</param>
internal sealed record CountryReadinessJson(CodeJson Country, bool Ready, IReadOnlyList<MissingJson> Missing);

internal sealed record MissingJson(string Needs, string? What, string? Language, string Text);

internal sealed record PriceJson(string Currency, decimal From, decimal? To, CodeJson? Unit, string? Incoterm, string? Place, string Text);

internal sealed record QuantityJson(decimal Quantity, CodeJson? Unit, string Text);

internal sealed record OrganisationJson : SubjectJson
{
    public required string Kind { get; init; }
    public HtmlJson? About { get; init; }
    public TextJson? City { get; init; }
    public required CodeJson Country { get; init; }
    public int? Founded { get; init; }
    public string? Employees { get; init; }
    public string? Website { get; init; }
    public string? KnowledgeBasedLicence { get; init; }
    public IReadOnlyList<CodeJson> Languages { get; init; } = [];
    public IReadOnlyList<CertificateJson> Certificates { get; init; } = [];
    public PictureJson? Logo { get; init; }

    /// <summary>The search that lists its products.</summary>
    public required string Products { get; init; }
}

internal sealed record ShowroomJson : SubjectJson
{
    public HtmlJson? Introduction { get; init; }
    public LinkJson? Market { get; init; }
    public LinkJson? Sector { get; init; }
    public IReadOnlyList<LinkJson> Products { get; init; } = [];
}

internal sealed record SectorJson(
    string Id, TextJson Name, TextJson? Introduction, IReadOnlyList<string> HsChapters, string Url, string Products, string Schema, IReadOnlyList<SheetRowJson> Attributes);

/// <summary>A row of a sector's sheet.</summary>
internal sealed record SheetRowJson(string Id, TextJson Name, string Type, string? Of, string? Rule, CodeJson? Unit, IReadOnlyList<ChoiceJson>? Choices, bool Facet, bool Key);

internal sealed record ChoiceJson(string Id, TextJson? Name);

internal sealed record MarketJson(
    string Id, TextJson Name, TextJson? Introduction, IReadOnlyList<string> Cultures, string? Currency, string Url, string Products,
    IReadOnlyList<MarketCountryJson> Countries, IReadOnlyList<DeskJson> Desks);

/// <param name="Desk">The id of the desk that answers for it.</param>
internal sealed record MarketCountryJson(string Code, string Name, string? Desk);

internal sealed record DeskJson(
    string Id, TextJson Name, TextJson? City, CodeJson? Country, string TimeZone, string Opens, string Closes,
    IReadOnlyList<string> Weekend, IReadOnlyList<HolidayJson> Holidays, IReadOnlyList<CodeJson> Languages, TextJson? People);

internal sealed record HolidayJson(DateOnly Date, TextJson? Name);
