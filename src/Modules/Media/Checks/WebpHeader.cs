using System.Buffers.Binary;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Media.Checks;

/// <summary>Reads a WebP's size from its first chunk (RFC 9649).</summary>
internal static class WebpHeader
{
    public static FoundContent? Read(Stream file)
    {
        Span<byte> head = stackalloc byte[30];
        file.Position = 0;
        file.ReadExactly(head);
        if (BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) + 8L > file.Length)
            return null;
        var kind = head[12..16];
        var body = head[20..];
        if (kind.SequenceEqual("VP8X"u8))
            return new(FileType.Webp, Int24(body[4..]) + 1, Int24(body[7..]) + 1);
        if (kind.SequenceEqual("VP8L"u8) && body[0] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            return new(FileType.Webp, (int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
        }
        if (kind.SequenceEqual("VP8 "u8) && body[3..6].SequenceEqual<byte>([0x9D, 0x01, 0x2A]))
        {
            var (width, height) = (BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF);
            return width == 0 || height == 0 ? null : new(FileType.Webp, width, height);
        }
        return null;
    }

    private static int Int24(ReadOnlySpan<byte> at) => at[0] | at[1] << 8 | at[2] << 16;
}
