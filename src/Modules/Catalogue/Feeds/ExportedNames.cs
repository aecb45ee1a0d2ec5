using System.Globalization;
using System.Text;
using ExportPortal.Catalogue.Schemas;

namespace ExportPortal.Catalogue.Feeds;

/// <summary>
/// Names the files of an export as they came, unless two would meet in one place: subjects from different feeds may bring different
/// files of one name, or a file called as another's folder.
/// </summary>
internal sealed class ExportedNames
{
    private const int LongestPart = 255;

    private readonly Dictionary<(string Name, string Key), string> _given = [];
    private readonly HashSet<string> _files = new(StringComparer.Ordinal) { ExportFeed.FileName, ExportFeed.Unfinished };
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    /// <summary>The name of a file in the export, and whether the file is still to be written.</summary>
    /// <param name="name">As it came.</param>
    /// <param name="key">Its content's key.</param>
    public (string Name, bool IsNew) Take(string name, string key)
    {
        if (_given.TryGetValue((name, key), out var known))
            return (known, false);
        var given = _given[(name, key)] = Candidates(name, key).First(IsFree);
        _files.Add(given);
        _folders.UnionWith(FoldersOf(given));
        return (given, true);
    }

    private static IEnumerable<string> Candidates(string name, string key)
    {
        yield return name;
        yield return $"{Path.ChangeExtension(name, null)}-{key[..12]}{Path.GetExtension(name)}";
        for (var n = 1; ; n++)
            yield return key + "-" + n.ToString(CultureInfo.InvariantCulture);
    }

    private bool IsFree(string name) =>
        name.Length <= FileRule.Longest && Encoding.UTF8.GetByteCount(Path.GetFileName(name)) <= LongestPart
        && !_files.Contains(name) && !_folders.Contains(name) && !FoldersOf(name).Any(_files.Contains);

    private static IEnumerable<string> FoldersOf(string name)
    {
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', slash + 1))
            yield return name[..slash];
    }
}
