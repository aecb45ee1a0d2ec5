using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace ExportPortal.Search.Files;

/// <summary>Writes arrays one after another, each with its length, and at the end a checksum over all (CRC-32C).</summary>
internal sealed class ArchiveWriter(Stream stream)
{
    private uint _checksum;

    public void Write<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        Span<long> count = [values.Length];
        WriteRaw(MemoryMarshal.AsBytes(count));
        // In pieces, as the bytes of a large array may be more than a span can count.
        const int piece = 1 << 20;
        for (var i = 0; i < values.Length; i += piece)
            WriteRaw(MemoryMarshal.AsBytes(values.Slice(i, Math.Min(piece, values.Length - i))));
    }

    public void Write(string text) => Write<byte>(Encoding.UTF8.GetBytes(text));

    public void Write(IReadOnlyCollection<string> texts)
    {
        Write<int>([texts.Count]);
        foreach (var text in texts)
            Write(text);
    }

    public void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        _checksum = Checksum.Add(_checksum, bytes);
        stream.Write(bytes);
    }

    public void Complete() => stream.Write(BitConverter.GetBytes(_checksum));
}

/// <summary>CRC-32C by the processor's own instruction where it has one.</summary>
internal static class Checksum
{
    public static uint Add(uint checksum, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            checksum = BitOperations.Crc32C(checksum, BitConverter.ToUInt64(bytes));
            bytes = bytes[8..];
        }
        foreach (var b in bytes)
            checksum = BitOperations.Crc32C(checksum, b);
        return checksum;
    }
}
