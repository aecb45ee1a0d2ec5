using System.Globalization;
using System.Text;
using ExportPortal.Inquiries.Records;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>Names of attached files as their senders call them.</summary>
internal static class FileNames
{
    private const int Longest = Attachment.LongestName - 10;

    /// <summary>Without path, control characters, and those that would make an ending look like another.</summary>
    public static string Clean(string given)
    {
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(Typed.Line(name).EnumerateRunes().Where(IsKept)).Trim(' ', '.');
        if (name.Length <= Longest)
            return name;
        // Half a character can't be stored, and a mark without its letter can't be read: it begins with a whole one.
        var start = StringInfo.ParseCombiningCharacters(name).Where(i => name.Length - i <= Longest).DefaultIfEmpty(name.Length).First();
        return name[start..];
    }

    /// <summary>With the ending of what it is.</summary>
    public static string WithEnding(string name, FileType type) =>
        name.EndsWith(type.Ending(), StringComparison.OrdinalIgnoreCase) || (type == FileType.Jpeg && name.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase)) ? name
        : (name.Length > 0 ? name : "file") + type.Ending();

    private static bool IsKept(Rune character) =>
        character != Rune.ReplacementChar && Rune.GetUnicodeCategory(character) != UnicodeCategory.Format
        && !(character.IsAscii && "\"<>:|?*".Contains((char)character.Value, StringComparison.Ordinal));
}
