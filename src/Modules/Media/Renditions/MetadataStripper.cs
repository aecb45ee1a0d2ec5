using System.Buffers.Binary;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Media.Renditions;

/// <summary>Copies a picture without what cameras and programs write beside it: place, time, owner, thumbnails, comments.</summary>
internal static class MetadataStripper
{
    // Only what decoding needs: the picture's own chunks, its colours and its animation.
    private static readonly HashSet<string> PngKept =
        new(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"], StringComparer.Ordinal);

    private static readonly HashSet<string> WebpKept =
        new(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"], StringComparer.Ordinal);

    /// <summary>The stripped picture, or null for a type that is no picture.</summary>
    public static byte[]? Strip(ReadOnlySpan<byte> picture, FileType type) => type switch
    {
        FileType.Jpeg => JpegStripper.Strip(picture),
        FileType.Png => StripPng(picture),
        FileType.Webp => StripWebp(picture),
        _ => null,
    };

    private static byte[] StripPng(ReadOnlySpan<byte> picture)
    {
        var kept = new MemoryStream(picture.Length);
        kept.Write(picture[..8]);
        for (var at = 8; at + 12 <= picture.Length;)
        {
            var end = (int)Math.Min(picture.Length, at + 12L + BinaryPrimitives.ReadUInt32BigEndian(picture[at..]));
            if (PngKept.Contains(Name(picture.Slice(at + 4, 4))))
                kept.Write(picture[at..end]);
            at = end;
        }
        return kept.ToArray();
    }

    private static byte[] StripWebp(ReadOnlySpan<byte> picture)
    {
        var kept = new MemoryStream(picture.Length);
        kept.Write(picture[..12]);
        for (var at = 12; at + 8 <= picture.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(picture[(at + 4)..]);
            var end = (int)Math.Min(picture.Length, at + 8L + length + (length & 1));
            if (WebpKept.Contains(Name(picture.Slice(at, 4))))
                kept.Write(picture[at..end]);
            at = end;
        }
        var result = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(4), (uint)result.Length - 8);
        // The extended header announces Exif (8) and XMP (4), which are gone.
        if (result.Length > 20 && Name(result.AsSpan(12, 4)) == "VP8X")
            result[20] &= 0xF3;
        return result;
    }

    private static string Name(ReadOnlySpan<byte> four) => System.Text.Encoding.Latin1.GetString(four);
}
