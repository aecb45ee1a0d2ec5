using System.Buffers.Binary;

namespace ExportPortal.Media.Checks;

/// <summary>How a camera was held (Exif 2.3, tag 0x0112): 1 upright, 2 to 8 mirrored or turned, 5 to 8 on its side.</summary>
internal static class ExifOrientation
{
    public const int Upright = 1;

    private const int Tag = 0x0112;
    private const int Least = 14;

    /// <summary>What the content of an application segment 1 says; upright when it says nothing sensible.</summary>
    public static int Read(ReadOnlySpan<byte> segment)
    {
        if (segment.Length <= Least || !segment.StartsWith("Exif\0\0"u8))
            return Upright;
        var tiff = segment[6..];
        var little = tiff[0] == 'I';
        var at = (int)Math.Min(int.MaxValue, Long(tiff[4..], little));
        if (at > tiff.Length - 2)
            return Upright;
        var count = Short(tiff[at..], little);
        for (var (entry, i) = (at + 2, 0); i < count && entry + 12 <= tiff.Length; entry += 12, i++)
            if (Short(tiff[entry..], little) == Tag)
                return Short(tiff[(entry + 8)..], little) is >= 1 and <= 8 and var found ? found : Upright;
        return Upright;
    }

    /// <summary>A whole application segment 1, marker and all, that says nothing else.</summary>
    public static byte[] Segment(int orientation) =>
        [0xFF, 0xE1, 0, 34, .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, Tag & 0xFF, Tag >> 8, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0];

    private static int Short(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Long(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
