using System.Globalization;
using ExportPortal.Inquiries.Records;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>Names of attached files as their senders call them.</summary>
internal static class FileNames
{
    /// <summary>Without path, control characters, and those that would make an ending look like another.</summary>
    public static string Clean(string given)
    {
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(Typed.Line(name).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format && !"\"<>:|?*".Contains(c, StringComparison.Ordinal))).Trim(' ', '.');
        return name.Length <= Attachment.LongestName - 10 ? name : name[^(Attachment.LongestName - 10)..];
    }

    /// <summary>With the ending of what it is.</summary>
    public static string WithEnding(string name, FileType type) =>
        name.EndsWith(type.Ending(), StringComparison.OrdinalIgnoreCase) || (type == FileType.Jpeg && name.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase)) ? name
        : (name.Length > 0 ? name : "file") + type.Ending();
}
