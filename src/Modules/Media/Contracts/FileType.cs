namespace ExportPortal.Media.Contracts;

/// <summary>The types of files the portal keeps, as found in their content; names and claimed types are not believed.</summary>
public enum FileType
{
    /// <summary>JPEG picture.</summary>
    Jpeg,
    /// <summary>PNG picture.</summary>
    Png,
    /// <summary>WebP picture.</summary>
    Webp,
    /// <summary>PDF document.</summary>
    Pdf,
    /// <summary>Word document of ISO/IEC 29500, without macros.</summary>
    Docx,
    /// <summary>Excel workbook of ISO/IEC 29500, without macros.</summary>
    Xlsx,
}

/// <summary>What follows from a file's type.</summary>
public static class FileTypes
{
    /// <summary>True for pictures.</summary>
    public static bool IsPicture(this FileType type) => type is FileType.Jpeg or FileType.Png or FileType.Webp;

    /// <summary>Its media type (RFC 6838).</summary>
    public static string ContentType(this FileType type) => type switch
    {
        FileType.Jpeg => "image/jpeg",
        FileType.Png => "image/png",
        FileType.Webp => "image/webp",
        FileType.Pdf => "application/pdf",
        FileType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The usual ending of its file names, with the dot.</summary>
    public static string Ending(this FileType type) => type switch
    {
        FileType.Jpeg => ".jpg",
        FileType.Png => ".png",
        FileType.Webp => ".webp",
        FileType.Pdf => ".pdf",
        FileType.Docx => ".docx",
        FileType.Xlsx => ".xlsx",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
