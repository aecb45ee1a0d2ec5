using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ExportPortal.Search.Files;

/// <summary>
/// Reads what <see cref="ArchiveWriter"/> wrote. The checksum is made over the bytes as they were read, so nothing read before
/// may be used until <see cref="Complete"/> has found it right; until then every length is held against the size of the file.
/// </summary>
internal sealed class ArchiveReader(SafeFileHandle file)
{
    private const int ChecksumLength = 4;
    private readonly long _end = RandomAccess.GetLength(file) - ChecksumLength;
    private uint _checksum;

    public long Position { get; private set; }

    public T[] Read<T>() where T : unmanaged
    {
        Span<long> count = stackalloc long[1];
        ReadRaw(MemoryMarshal.AsBytes(count));
        if (count[0] < 0 || count[0] > Math.Min(Array.MaxLength, (_end - Position) / Unsafe.SizeOf<T>()))
            throw new InvalidDataException("An array of an index file is longer than the file.");
        // Filled whole, or refused.
        var values = GC.AllocateUninitializedArray<T>((int)count[0]);
        const int piece = 1 << 20;
        for (var i = 0; i < values.Length; i += piece)
            ReadRaw(MemoryMarshal.AsBytes(values.AsSpan(i, Math.Min(piece, values.Length - i))));
        return values;
    }

    public string ReadString() => Encoding.UTF8.GetString(Read<byte>());

    public string[] ReadStrings()
    {
        var count = Read<int>();
        if (count.Length != 1 || count[0] < 0 || count[0] > (_end - Position) / sizeof(long))
            throw new InvalidDataException("A list of an index file is longer than the file.");
        var texts = new string[count[0]];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = ReadString();
        return texts;
    }

    /// <summary>Passes over bytes that are read later, on demand; they count for the checksum.</summary>
    public void Skip(long length)
    {
        if (length < 0 || length > _end - Position)
            throw new InvalidDataException("A part of an index file is longer than the file.");
        var buffer = new byte[1 << 16];
        for (; length > 0; length -= Math.Min(length, buffer.Length))
            ReadRaw(buffer.AsSpan(0, (int)Math.Min(length, buffer.Length)));
    }

    public void Complete()
    {
        Span<byte> stored = stackalloc byte[ChecksumLength];
        if (Position != _end || RandomAccess.Read(file, stored, _end) != stored.Length || BitConverter.ToUInt32(stored) != _checksum)
            throw new InvalidDataException("The checksum of an index file is not that of its content.");
    }

    private void ReadRaw(Span<byte> bytes)
    {
        if (bytes.Length > _end - Position)
            throw new InvalidDataException("An index file ends too early.");
        for (var done = 0; done < bytes.Length;)
        {
            var read = RandomAccess.Read(file, bytes[done..], Position + done);
            if (read == 0)
                throw new InvalidDataException("An index file ends too early.");
            done += read;
        }
        Position += bytes.Length;
        _checksum = Checksum.Add(_checksum, bytes);
    }
}
