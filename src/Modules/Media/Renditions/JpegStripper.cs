using System.Buffers.Binary;
using ExportPortal.Media.Checks;

namespace ExportPortal.Media.Renditions;

/// <summary>Copies what a JPEG's picture is made of (ITU-T T.81), and how it is to be turned; nothing after its end, where phones put further pictures with places of their own.</summary>
internal static class JpegStripper
{
    private const byte Fill = 0xFF, Restart0 = 0xD0, Restart7 = 0xD7, Start = 0xD8, End = 0xD9, StartOfScan = 0xDA, Comment = 0xFE, Temporary = 0x01;
    private const byte Application0 = 0xE0, Application1 = 0xE1, Application2 = 0xE2, Application14 = 0xEE, Application15 = 0xEF;
    // With a thumbnail it is longer.
    private const int PlainJfif = 18;

    public static byte[] Strip(ReadOnlySpan<byte> picture)
    {
        var kept = new MemoryStream(picture.Length);
        kept.Write([Fill, Start]);
        var orientation = ExifOrientation.Upright;
        for (var at = 2; at + 1 < picture.Length;)
        {
            var marker = picture[at + 1];
            if (picture[at] != Fill || marker == End)
                break;
            if (marker is Fill or Temporary or >= Restart0 and <= Restart7)
            {
                at += marker == Fill ? 1 : 2;
                continue;
            }
            if (at + 4 > picture.Length)
                break;
            var end = Math.Min(picture.Length, at + 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 2)..])));
            if (marker == Application1)
                orientation = Math.Max(orientation, ExifOrientation.Read(picture[(at + 4)..end]));
            if (marker == StartOfScan)
            {
                // Where it must stand: before the picture, and once.
                if (orientation != ExifOrientation.Upright)
                    kept.Write(ExifOrientation.Segment(orientation));
                orientation = ExifOrientation.Upright;
                end = EndOfScan(picture, end);
            }
            if (IsKept(marker, picture[at..end]))
                kept.Write(picture[at..end]);
            at = end;
        }
        kept.Write([Fill, End]);
        return kept.ToArray();
    }

    // A scan goes on over stuffed zeros and restarts to any other marker.
    private static int EndOfScan(ReadOnlySpan<byte> picture, int from)
    {
        for (var at = from; at + 1 < picture.Length; at++)
            if (picture[at] == Fill && picture[at + 1] is not (0 or Fill or >= Restart0 and <= Restart7))
                return at;
        return picture.Length;
    }

    private static bool IsKept(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        Application0 => segment.Length == PlainJfif && segment[4..].StartsWith("JFIF\0"u8),
        Application2 => segment[4..].StartsWith("ICC_PROFILE\0"u8),
        Application14 => segment[4..].StartsWith("Adobe"u8),
        Comment or >= Application1 and <= Application15 => false,
        _ => true,
    };
}
