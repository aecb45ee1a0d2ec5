using System.Buffers.Binary;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Media.Checks;

/// <summary>Reads a JPEG's size, as it is shown after turning, from its segments (ITU-T T.81; orientation from Exif 2.3).</summary>
internal static class JpegHeader
{
    private const int StartOfScan = 0xDA;
    private const int Exif = 0xE1;

    public static FoundContent? Read(Stream file)
    {
        file.Position = 2;
        var (width, height, turned) = (0, 0, false);
        Span<byte> two = stackalloc byte[2];
        Span<byte> frame = stackalloc byte[5];
        while (true)
        {
            var marker = NextMarker(file);
            if (marker == StartOfScan)
                return width == 0 || height == 0 ? null : new(FileType.Jpeg, turned ? height : width, turned ? width : height);
            if (marker is 0x01 or >= 0xD0 and <= 0xD7)
                continue;
            if (marker is 0x00 or 0xD8 or 0xD9)
                return null;
            file.ReadExactly(two);
            var length = BinaryPrimitives.ReadUInt16BigEndian(two) - 2;
            if (length < 0)
                return null;
            var next = file.Position + length;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                file.ReadExactly(frame);
                height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);
                width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
            }
            else if (marker == Exif && length is > 14 and <= 65_533)
            {
                var segment = new byte[length];
                file.ReadExactly(segment);
                turned |= IsTurned(segment);
            }
            file.Position = next;
        }
    }

    private static int NextMarker(Stream file)
    {
        if (file.ReadByte() != 0xFF)
            throw new InvalidDataException("A JPEG segment does not begin with a marker.");
        int marker;
        while ((marker = file.ReadByte()) == 0xFF) { }
        return marker < 0 ? throw new EndOfStreamException() : marker;
    }

    // Orientations 5 to 8 lie on their side.
    private static bool IsTurned(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8))
            return false;
        var tiff = segment[6..];
        var little = tiff[0] == 'I';
        var at = (int)Math.Min(int.MaxValue, Long(tiff[4..], little));
        if (at > tiff.Length - 2)
            return false;
        var count = Short(tiff[at..], little);
        for (var (entry, i) = (at + 2, 0); i < count && entry + 12 <= tiff.Length; entry += 12, i++)
            if (Short(tiff[entry..], little) == 0x0112)
                return Short(tiff[(entry + 8)..], little) is >= 5 and <= 8;
        return false;
    }

    private static int Short(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Long(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
