using System.Buffers;
using System.IO.Pipelines;
using System.Text.Unicode;

namespace ExportPortal.Catalogue.Feeds;

/// <summary>Reads a feed line by line; what is longer than a line may be is never held.</summary>
internal static class FeedFile
{
    /// <summary>The longest line, in bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>How many lines a file has, for showing progress.</summary>
    public static async Task<long> CountLinesAsync(string file, CancellationToken cancellation)
    {
        await using var stream = Open(file);
        var buffer = new byte[128 * 1024];
        var (lines, open) = (0L, false);
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            open = buffer[read - 1] != '\n';
        }
        return lines + (open ? 1 : 0);
    }

    /// <summary>The lines that are not blank, each with its number; null bytes stand for one that is too long or not UTF-8.</summary>
    public static async IAsyncEnumerable<(long Number, byte[]? Bytes, bool TooLong)> ReadAsync(string file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        // Disposed of here, for a reader may leave before the end.
        await using var stream = Open(file);
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 128 * 1024, leaveOpen: true));
        var number = 0L;
        var skipping = false;
        while (true)
        {
            var result = await pipe.ReadAsync(cancellation);
            var buffer = result.Buffer;
            while (TakeLine(ref buffer, result.IsCompleted, out var line))
            {
                number++;
                if (skipping || line.Length > MostBytes)
                    yield return (number, null, true);
                else if (Clean(line, number) is var bytes && bytes is not { Length: 0 })
                    yield return (number, bytes, false);
                skipping = false;
            }
            // A line beyond the limit is not held: what there is of it is dropped until it ends.
            skipping |= buffer.Length > MostBytes;
            pipe.AdvanceTo(skipping ? buffer.End : buffer.Start, buffer.End);
            if (result.IsCompleted)
                break;
        }
        if (skipping)
            yield return (number + 1, null, true);
        await pipe.CompleteAsync();
    }

    private static bool TakeLine(ref ReadOnlySequence<byte> buffer, bool isLast, out ReadOnlySequence<byte> line)
    {
        line = default;
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }
        if (!isLast || buffer.IsEmpty)
            return false;
        line = buffer;
        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private static byte[]? Clean(ReadOnlySequence<byte> line, long number)
    {
        ReadOnlySpan<byte> bytes = line.ToArray();
        if (number == 1 && bytes.StartsWith(Utf8Mark))
            bytes = bytes[Utf8Mark.Length..];
        bytes = bytes.Trim(" \t\r"u8);
        return Utf8.IsValid(bytes) ? bytes.ToArray() : null;
    }

    private static FileStream Open(string file) =>
        new(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan | FileOptions.Asynchronous);
}
