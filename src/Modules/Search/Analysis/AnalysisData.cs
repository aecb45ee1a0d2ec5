using System.Security.Cryptography;
using System.Text;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Search.Analysis;

/// <summary>The rule tables of the analysis, which are embedded in the assembly, and the version that follows from them.</summary>
internal static class AnalysisData
{
    /// <summary>Counts up when the code of the analysis changes what it gives; the tables count by themselves.</summary>
    private const int CodeVersion = 5;

    private static readonly string[] Tables = ["folding.tsv", "words.tsv", "endings.tsv", "plurals.tsv", "sounds.tsv", "simplified.tsv"];

    /// <summary>
    /// An index made by another version must be built anew: its terms would not be the ones that queries ask for.
    /// The rules for sorting names belong to it, as the index keeps sort keys.
    /// </summary>
    public static string Version { get; } = MakeVersion();

    /// <summary>The lines of a table, without comments, split at tabs.</summary>
    public static IEnumerable<string[]> Read(string table)
    {
        using var reader = new StreamReader(Open(table), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }

    private static Stream Open(string table) =>
        typeof(AnalysisData).Assembly.GetManifestResourceStream("analysis-" + table)
        ?? throw new InvalidOperationException($"The table {table} is not embedded.");

    private static string MakeVersion()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Tables)
        {
            using var bytes = new MemoryStream();
            using var stream = Open(table);
            stream.CopyTo(bytes);
            hash.AppendData(bytes.ToArray());
        }
        foreach (var culture in PortalCultures.All)
            hash.AppendData(Encoding.UTF8.GetBytes(culture.Tag + culture.Format.CompareInfo.Version.SortId));
        return $"{CodeVersion}-{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8))}";
    }
}
