using System.Text.Json.Serialization;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Catalogue.Preparing;

/// <summary>What a list shows of a subject.</summary>
internal sealed record Card
{
    public required string Kind { get; init; }
    public required string Id { get; init; }
    public required FoundText Name { get; init; }
    public FoundText? Summary { get; init; }
    public required string Path { get; init; }
    public StoredFile? Image { get; init; }
    public FoundText? ImageAlt { get; init; }
    public string? Firm { get; init; }
    public FoundText? FirmName { get; init; }
    public string? Sector { get; init; }
    public FoundText? SectorName { get; init; }
    public bool Sample { get; init; }
}

/// <summary>What every prepared page has.</summary>
internal abstract record SubjectPage
{
    public required string Id { get; init; }
    public required FoundText Name { get; init; }

    /// <summary>The page's path in each interface culture.</summary>
    public required IReadOnlyDictionary<string, string> Paths { get; init; }

    /// <summary>The interface cultures in which it has a name of its own.</summary>
    public required IReadOnlyCollection<string> WrittenIn { get; init; }

    public bool Sample { get; init; }
}

internal sealed record ProductPage : SubjectPage
{
    public FoundText? Summary { get; init; }

    /// <summary>Safe HTML made from Markdown.</summary>
    public FoundText? Description { get; init; }

    public bool IsService { get; init; }
    public string? Model { get; init; }
    public string? Gtin { get; init; }
    public string? HsCode { get; init; }
    public required Card Firm { get; init; }
    public FoundText? FirmCity { get; init; }

    /// <summary>The country it comes from, which is its firm's.</summary>
    public string Origin { get; init; } = "IR";

    public required string Sector { get; init; }
    public required FoundText SectorName { get; init; }
    public IReadOnlyList<Fact> KeyFacts { get; init; } = [];
    public IReadOnlyList<Fact> Sheet { get; init; } = [];
    public IReadOnlyList<VariantContent> Variants { get; init; } = [];
    public IReadOnlyList<CertificateContent> Certificates { get; init; } = [];
    public IReadOnlyList<RegistrationContent> Registrations { get; init; } = [];
    public IReadOnlyList<MarketReadiness> Markets { get; init; } = [];
    public PriceContent? Price { get; init; }
    public QuantityContent? MinimumOrder { get; init; }
    public int? LeadTimeDays { get; init; }
    public IReadOnlyList<ImageContent> Images { get; init; } = [];
    public IReadOnlyList<DocumentContent> Documents { get; init; } = [];
}

/// <summary>A row of the sheet.</summary>
[JsonConverter(typeof(FactConverter))]
internal sealed record Fact(FoundText Label, IReadOnlyList<FactValue> Values);

/// <summary>A value of the sheet, formatted for the page's culture.</summary>
/// <param name="Text">As it is shown.</param>
/// <param name="IsCode">Whether it is a code, kept left to right.</param>
[JsonConverter(typeof(FactValueConverter))]
internal sealed record FactValue(FoundText Text, bool IsCode = false);

/// <summary>Where a product is ready within one market.</summary>
/// <param name="Groups">The market's countries by what the product lacks there, those where it is ready first; none for a market that names no countries.</param>
internal sealed record MarketReadiness(string Market, FoundText Name, IReadOnlyList<ReadinessGroup> Groups)
{
    /// <summary>
    /// What the release before wrote in place of <see cref="Groups"/>; read until its pages are prepared again, and written without
    /// anything in it, for nodes of that release. The next release does without.
    /// </summary>
    public IReadOnlyList<FormerReadiness> Countries { get; init; } = [];

    public IReadOnlyList<ReadinessGroup> Groups { get => field ?? FormerReadiness.Group(Countries); init; } = Groups;

    /// <summary>In how many countries it is ready.</summary>
    [JsonIgnore]
    public int Ready => Groups.Where(g => g.Missing.Count == 0).Sum(g => g.Count);

    /// <summary>How many countries there are.</summary>
    [JsonIgnore]
    public int Count => Groups.Sum(g => g.Count);
}

/// <summary>Countries in which a product lacks the same; nothing where it is ready.</summary>
/// <param name="Countries">Their codes of two letters, with a space between.</param>
internal sealed record ReadinessGroup(string Countries, IReadOnlyList<MissingItem> Missing)
{
    private const int CodeLength = 2;

    /// <summary>Groups countries by what is missing there; those where nothing is come first.</summary>
    public static IReadOnlyList<ReadinessGroup> Of(IEnumerable<(string Country, IReadOnlyList<MissingItem> Missing)> countries) =>
    [
        .. countries.GroupBy(c => string.Join('\n', c.Missing)).Select(g => new ReadinessGroup(string.Join(' ', g.Select(c => c.Country)), g.First().Missing)).OrderBy(g => g.Missing.Count > 0),
    ];

    /// <summary>How many countries there are.</summary>
    [JsonIgnore]
    public int Count => (Countries.Length + 1) / (CodeLength + 1);
}

/// <summary>What a product lacks in one country, as the release before wrote it.</summary>
internal sealed record FormerReadiness(string Country, IReadOnlyList<MissingItem> Missing)
{
    public static IReadOnlyList<ReadinessGroup> Group(IEnumerable<FormerReadiness> countries) => ReadinessGroup.Of(countries.Select(c => (c.Country, c.Missing)));
}

/// <summary>Something a regime asks for and the product does not have.</summary>
/// <param name="Needs"><c>registration</c>, <c>certificate</c> or <c>document</c>.</param>
/// <param name="What">The certificate's scheme or the document's kind.</param>
/// <param name="Culture">The language the document must be in.</param>
internal sealed record MissingItem(string Needs, string? What, string? Culture);

internal sealed record OrganisationPage : SubjectPage
{
    public required string Kind { get; init; }

    /// <summary>Safe HTML made from Markdown.</summary>
    public FoundText? About { get; init; }

    public FoundText? City { get; init; }
    public required string Country { get; init; }
    public int? Founded { get; init; }
    public string? Employees { get; init; }
    public string? Website { get; init; }
    public string? KnowledgeBasedLicence { get; init; }
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<CertificateContent> Certificates { get; init; } = [];
    public StoredFile? Logo { get; init; }
}

internal sealed record ShowroomPage : SubjectPage
{
    /// <summary>Safe HTML made from Markdown.</summary>
    public FoundText? Introduction { get; init; }

    public string? Market { get; init; }
    public string? Sector { get; init; }
    public IReadOnlyList<string> Products { get; init; } = [];
}
