using System.Buffers.Binary;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Media.Checks;

/// <summary>Reads a PNG's size and walks its chunks to the end (ISO/IEC 15948).</summary>
internal static class PngHeader
{
    private const int Signature = 8;

    public static FoundContent? Read(Stream file)
    {
        file.Position = Signature;
        Span<byte> head = stackalloc byte[8];
        Span<byte> size = stackalloc byte[8];
        var (width, height) = (0u, 0u);
        for (var first = true; ; first = false)
        {
            file.ReadExactly(head);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var kind = head[4..];
            if (first)
            {
                if (length != 13 || !kind.SequenceEqual("IHDR"u8))
                    return null;
                file.ReadExactly(size);
                (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(size), BinaryPrimitives.ReadUInt32BigEndian(size[4..]));
                if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
                    return null;
                file.Position -= 8;
            }
            var next = file.Position + length + 4;
            if (next > file.Length)
                return null;
            if (kind.SequenceEqual("IEND"u8))
                return new(FileType.Png, (int)width, (int)height);
            file.Position = next;
        }
    }
}
