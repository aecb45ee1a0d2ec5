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
            else if (marker == Exif)
            {
                var segment = new byte[length];
                file.ReadExactly(segment);
                // From 5 on it lies on its side.
                turned |= ExifOrientation.Read(segment) >= 5;
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
}
