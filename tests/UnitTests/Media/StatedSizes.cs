using System.Buffers.Binary;
using System.Text;

namespace ExportPortal.UnitTests.Media;

/// <summary>Makes an archive state other lengths of its entries than they have (ZIP APPNOTE 4.3.12 and 4.5.3).</summary>
internal static class StatedSizes
{
    private const int Directory = 0x02014B50, End = 0x06054B50, HeaderLength = 46, ExtraLength = 12;

    /// <param name="archive">An archive without comment.</param>
    /// <param name="size">The unpacked length that each entry states from now on, in the 64-bit form.</param>
    /// <param name="except">The entry that keeps its length.</param>
    public static byte[] Write(byte[] archive, ulong size, string except)
    {
        var end = archive.Length - 22;
        Read(archive, end).ShouldBe(End);
        var at = Read(archive, end + 16);
        var changed = archive[..at].ToList();
        var entries = 0;
        while (Read(archive, at) == Directory)
        {
            var name = BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(at + 28));
            var extra = BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(at + 30));
            var header = archive[at..(at + HeaderLength + name + extra)];
            at += header.Length;
            if (Encoding.ASCII.GetString(header, HeaderLength, name) == except)
            {
                changed.AddRange(header);
                continue;
            }
            entries++;
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(24), uint.MaxValue);
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), (ushort)(extra + ExtraLength));
            var stated = new byte[ExtraLength];
            (stated[0], stated[2]) = (1, 8);
            BinaryPrimitives.WriteUInt64LittleEndian(stated.AsSpan(4), size);
            changed.AddRange([.. header, .. stated]);
        }
        var last = archive[end..];
        BinaryPrimitives.WriteInt32LittleEndian(last.AsSpan(12), Read(archive, end + 12) + entries * ExtraLength);
        return [.. changed, .. last];
    }

    private static int Read(byte[] archive, int at) => BinaryPrimitives.ReadInt32LittleEndian(archive.AsSpan(at));
}
