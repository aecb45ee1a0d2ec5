using System.Collections.Frozen;

namespace ExportPortal.Catalogue.Codes;

/// <summary>The Harmonized System, 2022 edition. Source: UN Comtrade's list as packaged by datasets/harmonized-system (PDDL).</summary>
internal static class HsCodes
{
    private static readonly Lazy<FrozenDictionary<string, string>> Codes = new(Load);

    /// <summary>True for a six-digit subheading of the edition.</summary>
    public static bool IsSubheading(string code) => code.Length == 6 && Codes.Value.ContainsKey(code);

    /// <summary>The English description of a chapter, heading or subheading; null for an unknown code.</summary>
    public static string? Describe(string code) => Codes.Value.GetValueOrDefault(code);

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(HsCodes).Assembly.GetManifestResourceStream("ExportPortal.Catalogue.Codes.hs2022.csv")!;
        using var reader = new StreamReader(stream);
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            // section,code,description,parent,level; only the description may be quoted.
            var first = line.IndexOf(',', StringComparison.Ordinal);
            var second = line.IndexOf(',', first + 1);
            var code = line[(first + 1)..second];
            if (!code.All(char.IsAsciiDigit) || code == "999999")
                continue;
            var last = line.LastIndexOf(',', line.LastIndexOf(',') - 1);
            codes[code] = line[(second + 1)..last].Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal);
        }
        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
