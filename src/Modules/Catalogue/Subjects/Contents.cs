using System.Text.Json;
using System.Text.Json.Serialization;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Catalogue.Subjects;

/// <summary>Reads and writes subjects as they are stored: a feed line, whole, with the media key beside each file.</summary>
internal static class ContentJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter<FileType>(JsonNamingPolicy.CamelCase), new FoundTextConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    public static T ReadUtf8<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<T>(json, Options)!;
}

internal abstract record SubjectContent
{
    public required string Id { get; init; }
    public LocalizedText Names { get; init; } = LocalizedText.Empty;
    public bool Sample { get; init; }
}

internal sealed record OrganisationContent : SubjectContent
{
    public string Kind { get; init; } = "firm";
    public LocalizedText About { get; init; } = LocalizedText.Empty;
    public LocalizedText City { get; init; } = LocalizedText.Empty;
    public string Country { get; init; } = "IR";
    public int? Founded { get; init; }
    public string? Employees { get; init; }
    public string? Website { get; init; }
    public string? Email { get; init; }
    public string? KnowledgeBasedLicence { get; init; }
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<CertificateContent> Certificates { get; init; } = [];
    public string? Logo { get; init; }
    public StoredFile? LogoMedia { get; init; }
}

internal sealed record ProductContent : SubjectContent
{
    public string Kind { get; init; } = "goods";
    public required string Firm { get; init; }
    public required string Sector { get; init; }
    public string? Model { get; init; }
    public string? Gtin { get; init; }
    public LocalizedText Summaries { get; init; } = LocalizedText.Empty;
    public LocalizedText Descriptions { get; init; } = LocalizedText.Empty;
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keywords { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public string? HsCode { get; init; }
    public IReadOnlyDictionary<string, JsonElement> Attributes { get; init; } = new Dictionary<string, JsonElement>();
    public IReadOnlyList<VariantContent> Variants { get; init; } = [];
    public IReadOnlyList<RegistrationContent> Registrations { get; init; } = [];
    public IReadOnlyList<CertificateContent> Certificates { get; init; } = [];
    public IReadOnlyList<string> Markets { get; init; } = [];
    public PriceContent? Price { get; init; }
    public QuantityContent? MinimumOrder { get; init; }
    public int? LeadTimeDays { get; init; }
    public IReadOnlyList<ImageContent> Images { get; init; } = [];
    public IReadOnlyList<DocumentContent> Documents { get; init; } = [];
}

internal sealed record VariantContent(string Id, LocalizedText? Names, string? Model, string? Gtin);

internal sealed record RegistrationContent(string Country, string? Authority, string? Number, string? Holder, string? Class, string Status, DateOnly? Date);

internal sealed record CertificateContent(string Scheme, string? Number, string? Issuer, string? Scope, DateOnly? Issued, DateOnly? Expires, string? File, StoredFile? FileMedia)
{
    /// <summary>True while it has not expired on this day.</summary>
    public bool IsValidOn(DateOnly day) => Expires is not { } end || end >= day;

    /// <summary>Where readers open it; null without a file.</summary>
    public string? Address => FileMedia is { } file ? MediaAddress.Document(file.Key, Scheme.Replace('/', '-') + file.Type.Ending()) : null;
}

internal sealed record PriceContent(string Currency, decimal From, decimal? To, string? Unit, string? Incoterm, string? Place);

internal sealed record QuantityContent(decimal Quantity, string? Unit);

internal sealed record ImageContent(string File, StoredFile? FileMedia, LocalizedText? Alt);

internal sealed record DocumentContent(string File, StoredFile? FileMedia, string Kind, string? Culture, LocalizedText? Title)
{
    /// <summary>Where readers open it, under a name that tells what it is of; null without a file.</summary>
    public string? AddressOf(string product) =>
        FileMedia is { } file ? MediaAddress.Document(file.Key, $"{product}-{Kind}{(Culture is null ? "" : "-" + Culture)}{file.Type.Ending()}") : null;
}

internal sealed record ShowroomContent : SubjectContent
{
    public LocalizedText Introductions { get; init; } = LocalizedText.Empty;
    public string? Market { get; init; }
    public string? Sector { get; init; }
    public IReadOnlyList<string> Products { get; init; } = [];
}

internal sealed record SectorContent : SubjectContent
{
    public LocalizedText Introductions { get; init; } = LocalizedText.Empty;
    public IReadOnlyList<string> HsChapters { get; init; } = [];
    public IReadOnlyList<SheetAttribute> Attributes { get; init; } = [];
}

internal sealed record SheetAttribute
{
    public required string Id { get; init; }
    public LocalizedText Names { get; init; } = LocalizedText.Empty;
    public required string Type { get; init; }
    public string? Of { get; init; }
    public string? Rule { get; init; }
    public string? Unit { get; init; }
    public IReadOnlyList<SheetChoice> Choices { get; init; } = [];
    public bool Facet { get; init; }
    public bool Key { get; init; }

    /// <summary>True for a value of this attribute's shape. A stored one may be of another, when sheet and product were changed by two imports at once.</summary>
    public bool Fits(JsonElement value) => Type switch
    {
        "text" => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(p => p.Value.ValueKind is JsonValueKind.String or JsonValueKind.Object),
        "code" or "choice" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("value", out var number) && number.ValueKind == JsonValueKind.Number,
        "range" => value.ValueKind == JsonValueKind.Object && new[] { "from", "to" }.All(b => !value.TryGetProperty(b, out var bound) || bound.ValueKind == JsonValueKind.Number),
        "list" => value.ValueKind == JsonValueKind.Array,
        _ => false,
    };
}

internal sealed record SheetChoice(string Id, LocalizedText? Names);

internal sealed record RegimeContent : SubjectContent
{
    /// <summary>True where a registration in one of its countries holds in all.</summary>
    public bool Regional { get; init; }
    public IReadOnlyList<string> Countries { get; init; } = [];
    public IReadOnlyList<RequirementContent> Requirements { get; init; } = [];
}

internal sealed record RequirementContent(string Sector, string Needs, string? Scheme, string? Document, string? Culture, IReadOnlyList<string>? Classes);

internal sealed record DeskContent : SubjectContent
{
    public LocalizedText City { get; init; } = LocalizedText.Empty;
    public string? Country { get; init; }
    public required string TimeZone { get; init; }
    public IReadOnlyList<string> Weekend { get; init; } = [];
    public HoursContent? Hours { get; init; }
    public IReadOnlyList<HolidayContent> Holidays { get; init; } = [];
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Who sits there, by what they do and never by name.</summary>
    public LocalizedText People { get; init; } = LocalizedText.Empty;

    public string? Email { get; init; }
}

internal sealed record HoursContent(string From, string To);

internal sealed record HolidayContent(DateOnly Date, LocalizedText? Names);

internal sealed record MarketContent : SubjectContent
{
    public LocalizedText Introductions { get; init; } = LocalizedText.Empty;
    public IReadOnlyList<string> Cultures { get; init; } = [];
    public string? Currency { get; init; }
    public IReadOnlyList<MarketCountryContent> Countries { get; init; } = [];
    public string? Desk { get; init; }
}

internal sealed record MarketCountryContent(string Country, string? Desk);

internal sealed record GlossaryContent : SubjectContent
{
    public string? Sector { get; init; }
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Terms { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
