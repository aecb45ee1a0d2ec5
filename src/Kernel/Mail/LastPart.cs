namespace ExportPortal.Kernel.Mail;

/// <summary>The content of a mail's last part, which has something done when it was read and before its end is told.</summary>
internal sealed class LastPart(byte[] content, Func<Task>? beforeEnd) : MemoryStream(content, 0, content.Length, writable: false, publiclyVisible: true)
{
    private bool _told;

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = Take(buffer.AsSpan(offset, count));
        // The framework may read without waiting; whoever calls is then a thread of the pool that has nothing else to do.
        if (read == 0 && count > 0)
            TellAsync().GetAwaiter().GetResult();
        return read;
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = Take(buffer.Span);
        if (read == 0 && buffer.Length > 0)
            await TellAsync();
        return read;
    }

    private int Take(Span<byte> target)
    {
        var part = GetBuffer().AsSpan((int)Position);
        part = part[..Math.Min(part.Length, target.Length)];
        part.CopyTo(target);
        Position += part.Length;
        return part.Length;
    }

    private Task TellAsync()
    {
        if (_told || beforeEnd is null)
            return Task.CompletedTask;
        _told = true;
        return beforeEnd();
    }
}
