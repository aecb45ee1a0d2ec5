using System.Buffers;
using System.Text;

namespace ExportPortal.Ui.Writing;

/// <summary>Takes a page as it is written, in the bytes that travel, in memory that is used again.</summary>
internal sealed class Utf8Writer : TextWriter, IBufferWriter<byte>
{
    private const int FirstRoom = 64 * 1024;

    // Of a character in UTF-16, which half of a pair also is.
    private const int MostBytes = 3;

    private byte[] _room = ArrayPool<byte>.Shared.Rent(FirstRoom);
    private int _length;

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _room.AsMemory(0, _length);

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Writes a character that is no half of a pair.</summary>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <summary>Writes text in which no pair is cut.</summary>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        _length += Encoding.UTF8.GetBytes(buffer, GetSpan(buffer.Length * MostBytes));
    }

    /// <inheritdoc/>
    public void Advance(int count) => _length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_room.Length - _length < Math.Max(sizeHint, 1))
            Grow(Math.Max(sizeHint, 1));
        return _room.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _room.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_room);
            (_room, _length) = ([], 0);
        }
        base.Dispose(disposing);
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_room.Length * 2, checked(_length + more)));
        Written.Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_room);
        _room = larger;
    }
}
