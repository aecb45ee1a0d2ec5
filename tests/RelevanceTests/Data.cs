using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace ExportPortal.RelevanceTests;

/// <summary>Where the collection stands, and how its files are read.</summary>
internal static class Data
{
    public static readonly string[] Cultures = ["en", "fa", "zh-Hans", "ru", "ar", "fr"];

    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The lines of all files of a pattern, in the order of their names, cut at the bars; without comments.</summary>
    public static IEnumerable<string[]> Lines(string pattern) =>
        Directory.GetFiles(PathOf("tests", "Relevance"), pattern).Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries));

    /// <summary>A number below <paramref name="choices"/> that is always the same for the same words.</summary>
    public static int Draw(int choices, params string[] words)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('/', words)));
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(hash) % (uint)choices);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
