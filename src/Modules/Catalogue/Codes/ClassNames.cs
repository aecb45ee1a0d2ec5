using System.Collections.Frozen;
using System.Security.Cryptography;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Catalogue.Codes;

/// <summary>
/// What a class that a code belongs to is called, in the interface cultures: chapters, headings and some subheadings of the Harmonized System, and levels of
/// the Anatomical Therapeutic Chemical classification. The tables tell their sources; a class that is not in them has no name here.
/// </summary>
internal static class ClassNames
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> Hs = new(() => Load("hs-names.tsv"));
    private static readonly Lazy<FrozenDictionary<string, string[]>> Atc = new(() => Load("atc-names.tsv"));

    /// <summary>Tells these tables from any others.</summary>
    public static string Version { get; } = VersionOf("hs-names.tsv", "atc-names.tsv");

    private static readonly int[] HsLevels = [2, 4, 6], AtcLevels = [1, 3, 4, 5];

    /// <summary>All classes of a table, <c>hs</c> or <c>atc</c>, with their names in the order of <see cref="PortalCultures.All"/>.</summary>
    public static IReadOnlyDictionary<string, string[]> All(string table) => TableOf(table).Names;

    /// <summary>For each interface culture the names of all the classes of these codes, from the widest to the narrowest, one to a line. None for codes without classes.</summary>
    /// <param name="codes">Codes as written, each with what it is a code of.</param>
    public static IEnumerable<(string Culture, string Text)> Of(IEnumerable<(string Field, string Code)> codes)
    {
        var classes = codes.SelectMany(c => ClassesOf(c.Field, c.Code)).DistinctBy(c => c[0]).ToArray();
        return classes.Length == 0 ? [] : PortalCultures.All.Select((culture, i) => (culture.Tag, string.Join('\n', classes.Select(c => c[i]))));
    }

    private static IEnumerable<string[]> ClassesOf(string field, string code)
    {
        var (names, levels) = TableOf(field);
        var bare = string.Concat(code.Where(char.IsAsciiLetterOrDigit));
        return levels.Where(l => l <= bare.Length).Select(l => names.GetValueOrDefault(bare[..l])).OfType<string[]>();
    }

    private static (FrozenDictionary<string, string[]> Names, int[] Levels) TableOf(string field) => field switch
    {
        "hs" => (Hs.Value, HsLevels),
        "atc" => (Atc.Value, AtcLevels),
        _ => (FrozenDictionary<string, string[]>.Empty, []),
    };

    private static string VersionOf(params string[] tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in tables)
        {
            using var bytes = new MemoryStream();
            using var stream = Open(table);
            stream.CopyTo(bytes);
            hash.AppendData(bytes.ToArray());
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static Stream Open(string table) => typeof(ClassNames).Assembly.GetManifestResourceStream("ExportPortal.Catalogue.Codes." + table)!;

    private static FrozenDictionary<string, string[]> Load(string table)
    {
        using var stream = Open(table);
        using var reader = new StreamReader(stream);
        var lines = new List<string[]>();
        while (reader.ReadLine() is { } line)
            if (line[0] != '#')
                lines.Add(line.Split('\t'));
        var columns = PortalCultures.All.Select(c => Array.IndexOf(lines[0], c.Tag)).ToArray();
        return lines.Skip(1).ToFrozenDictionary(l => l[0], l => Array.ConvertAll(columns, c => l[c]), StringComparer.Ordinal);
    }
}
