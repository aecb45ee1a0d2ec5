using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Catalogue.Readiness;

/// <summary>Compares what a product has with what the regime of each country asks for.</summary>
internal static class ReadinessRules
{
    /// <summary>The regime of every country that no other regime names.</summary>
    public const string NationalRegime = "national";

    /// <summary>What the product lacks in a country on a day; empty when it is ready there.</summary>
    public static IReadOnlyList<MissingItem> FindMissing(ProductContent product, string country, ReferenceSet references, DateOnly day)
    {
        var regime = references.RegimeOf(country);
        if (regime is null)
            return [];
        var classes = Classes(product);
        return [.. regime.Requirements
            .Where(r => r.Sector == product.Sector && (r.Classes is not { Count: > 0 } only || only.Any(classes.Contains)))
            .Where(r => !IsMet(r, product, country, regime, day))
            .Select(r => new MissingItem(r.Needs, r.Needs == "certificate" ? r.Scheme : r.Needs == "document" ? r.Document : null, r.Culture))
            .Distinct()];
    }

    /// <summary>The next day on which an answer changes by itself; null if none does.</summary>
    public static DateOnly? NextChange(IEnumerable<CertificateContent> certificates, DateOnly day) =>
        certificates.Where(c => c.Expires >= day).Min(c => c.Expires)?.AddDays(1);

    private static bool IsMet(RequirementContent requirement, ProductContent product, string country, RegimeContent regime, DateOnly day) => requirement.Needs switch
    {
        "registration" => product.Registrations.Any(r => r.Status == "valid" && (r.Country == country || (regime.Regional && regime.Countries.Contains(r.Country)))),
        "certificate" => product.Certificates.Any(c => string.Equals(c.Scheme, requirement.Scheme, StringComparison.OrdinalIgnoreCase) && c.IsValidOn(day)),
        "document" => product.Documents.Any(d => d.Kind == requirement.Document && (requirement.Culture is null || d.Culture is { } culture && CultureTag.Language(culture) == CultureTag.Language(requirement.Culture))),
        _ => true,
    };

    private static HashSet<string> Classes(ProductContent product) =>
        product.Attributes.TryGetValue("riskClass", out var value) && value.ValueKind == System.Text.Json.JsonValueKind.String
            ? [value.GetString()!] : [];
}
