using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Catalogue.Readiness;

/// <summary>Compares what a product has with what the regime of each country asks for, on a day. Countries of one regime mostly lack the same, which is worked out once.</summary>
internal sealed class ProductReadiness(ProductContent product, ReferenceSet references, DateOnly day)
{
    /// <summary>The regime of every country that no other regime names.</summary>
    public const string NationalRegime = "national";

    private readonly HashSet<string> _registered = [.. product.Registrations.Where(r => r.Status == "valid").Select(r => r.Country)];
    private readonly string? _riskClass = product.Attributes.TryGetValue("riskClass", out var value) && value.ValueKind == System.Text.Json.JsonValueKind.String ? value.GetString() : null;
    private readonly Dictionary<(string Regime, bool IsRegistered), IReadOnlyList<MissingItem>> _missing = [];

    /// <summary>The next day on which an answer changes by itself; null if none does.</summary>
    public static DateOnly? NextChange(IEnumerable<CertificateContent> certificates, DateOnly day) =>
        certificates.Where(c => c.Expires >= day).Min(c => c.Expires)?.AddDays(1);

    /// <summary>What the product lacks in a country; empty when it is ready there.</summary>
    public IReadOnlyList<MissingItem> MissingIn(string country)
    {
        if (references.RegimeOf(country) is not { } regime)
            return [];
        var isRegistered = _registered.Contains(country) || (regime.Regional && regime.Countries.Any(_registered.Contains));
        if (!_missing.TryGetValue((regime.Id, isRegistered), out var missing))
            _missing.Add((regime.Id, isRegistered), missing = Missing(regime, isRegistered));
        return missing;
    }

    /// <summary>The countries of a market by what the product lacks there: first those where it is ready.</summary>
    public IReadOnlyList<ReadinessGroup> In(MarketContent market) => ReadinessGroup.Of(market.Countries.Select(c => (c.Country, MissingIn(c.Country))));

    private MissingItem[] Missing(RegimeContent regime, bool isRegistered) =>
    [
        .. regime.Requirements
            .Where(r => r.Sector == product.Sector && (r.Classes is not { Count: > 0 } only || (_riskClass is not null && only.Contains(_riskClass))))
            .Where(r => !IsMet(r, isRegistered))
            .Select(r => new MissingItem(r.Needs, r.Needs == "certificate" ? r.Scheme : r.Needs == "document" ? r.Document : null, r.Culture))
            .Distinct(),
    ];

    private bool IsMet(RequirementContent requirement, bool isRegistered) => requirement.Needs switch
    {
        "registration" => isRegistered,
        "certificate" => product.Certificates.Any(c => string.Equals(c.Scheme, requirement.Scheme, StringComparison.OrdinalIgnoreCase) && c.IsValidOn(day)),
        "document" => product.Documents.Any(d => d.Kind == requirement.Document && (requirement.Culture is null || d.Culture is { } culture && CultureTag.Language(culture) == CultureTag.Language(requirement.Culture))),
        _ => true,
    };
}
