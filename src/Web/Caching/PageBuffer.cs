using System.Buffers;

namespace ExportPortal.Web.Caching;

/// <summary>Collects a page while it is made, in memory that is used again: pages are larger than what the runtime allocates cheaply.</summary>
internal sealed class PageBuffer : Stream
{
    private const int FirstRoom = 64 * 1024;

    private byte[] _room = ArrayPool<byte>.Shared.Rent(FirstRoom);
    private int _length;

    public ReadOnlySpan<byte> Written => _room.AsSpan(0, _length);

    public ReadOnlyMemory<byte> WrittenMemory => _room.AsMemory(0, _length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_room.Length - _length < buffer.Length)
            Grow(buffer.Length);
        buffer.CopyTo(_room.AsSpan(_length));
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

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
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_room);
        _room = larger;
    }
}
