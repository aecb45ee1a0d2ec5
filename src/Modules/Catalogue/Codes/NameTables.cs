using System.Collections.Frozen;
using System.Text.Json;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Catalogue.Codes;

/// <summary>Names of codes in the interface cultures, from embedded tables (Unicode CLDR).</summary>
internal sealed class NameTable(string resource)
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _names = Load(resource);

    /// <summary>The name in the interface culture nearest to a tag; null for an unknown code.</summary>
    public string? Find(string code, string culture) =>
        _names[(PortalCultures.Nearest(culture) ?? PortalCultures.Default).Tag].GetValueOrDefault(code);

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load(string resource)
    {
        using var stream = typeof(NameTable).Assembly.GetManifestResourceStream("ExportPortal.Catalogue.Codes." + resource)!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!
            .ToFrozenDictionary(c => c.Key, c => c.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
