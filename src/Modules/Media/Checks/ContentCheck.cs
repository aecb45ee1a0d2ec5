using ExportPortal.Kernel.Outcomes;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Media.Checks;

/// <summary>What a file turned out to be.</summary>
internal sealed record FoundContent(FileType Type, int Width = 0, int Height = 0);

/// <summary>Finds a file's type in its content and looks whether its structure holds, without unpacking what it holds.</summary>
internal static class ContentCheck
{
    private const int Million = 1_000_000;

    public static Outcome<FoundContent> Look(string path, Func<FileType, bool> takes, string wrongType)
    {
        using var file = File.OpenRead(path);
        if (file.Length == 0)
            return Refused("Media.File.Empty");
        if (TypeOf(file) is not { } type || !takes(type))
            return Refused(wrongType);
        try
        {
            file.Position = 0;
            var found = type switch
            {
                FileType.Jpeg => JpegHeader.Read(file),
                FileType.Png => PngHeader.Read(file),
                FileType.Webp => WebpHeader.Read(file),
                FileType.Pdf => PdfCheck.IsWhole(file) ? new FoundContent(type) : null,
                _ => OfficeCheck.Look(file),
            };
            if (found is null)
                return Refused(type == FileType.Docx ? wrongType : "Media.File.Damaged");
            if (!takes(found.Type))
                return Refused(wrongType);
            return (long)found.Width * found.Height <= MediaStore.MostPixels ? found : Refused("Media.File.TooManyPixels", ("most", MediaStore.MostPixels / Million));
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            return Refused("Media.File.Damaged");
        }
    }

    public static Outcome<StoredFile> TooLarge(long most) =>
        Outcome<StoredFile>.Refused(new Refusal("Media.File.TooLarge", null, ("most", most / (1024 * 1024))));

    private static Outcome<FoundContent> Refused(string key, params (string Name, object? Value)[] arguments) => Outcome<FoundContent>.Refused(new Refusal(key, null, arguments));

    // Both office types begin as a ZIP archive; which one it is shows inside.
    private static FileType? TypeOf(FileStream file)
    {
        Span<byte> start = stackalloc byte[12];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return start switch
        {
            [0xFF, 0xD8, 0xFF, ..] => FileType.Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, ..] => FileType.Png,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P'] => FileType.Webp,
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => FileType.Pdf,
            [(byte)'P', (byte)'K', 3, 4, ..] => FileType.Docx,
            _ => null,
        };
    }
}
