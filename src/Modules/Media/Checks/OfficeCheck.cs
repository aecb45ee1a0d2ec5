using System.IO.Compression;
using System.Text;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Media.Checks;

/// <summary>Tells Word documents and Excel workbooks (ISO/IEC 29500) from other archives, and refuses macros and archive bombs.</summary>
internal static class OfficeCheck
{
    private const int MostParts = 5_000;
    private const long MostUnpacked = 500L * 1024 * 1024;
    private const int MostOfTypes = 1024 * 1024;

    /// <summary>What the archive holds; null for one that is none of both, or unsafe.</summary>
    public static FoundContent? Look(Stream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostParts || archive.Entries.Any(e => e.Length is < 0 or > MostUnpacked) || archive.Entries.Sum(e => e.Length) > MostUnpacked)
            return null;
        if (archive.Entries.Any(e => e.IsEncrypted || e.FullName.Contains("..", StringComparison.Ordinal) || e.Name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) && e.Name.StartsWith("vba", StringComparison.OrdinalIgnoreCase)))
            return null;
        if (archive.GetEntry("[Content_Types].xml") is not { Length: <= MostOfTypes } types || archive.GetEntry("_rels/.rels") is null)
            return null;
        var declared = ReadAtMost(types, MostOfTypes);
        if (declared.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
            return null;
        if (declared.Contains("wordprocessingml.document.main+xml", StringComparison.Ordinal) && archive.GetEntry("word/document.xml") is not null)
            return new(FileType.Docx);
        if (declared.Contains("spreadsheetml.sheet.main+xml", StringComparison.Ordinal) && archive.GetEntry("xl/workbook.xml") is not null)
            return new(FileType.Xlsx);
        return null;
    }

    // The length an archive states for a part may be a lie.
    private static string ReadAtMost(ZipArchiveEntry entry, int most)
    {
        using var content = entry.Open();
        var buffer = new byte[most];
        var read = content.ReadAtLeast(buffer, most, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }
}
