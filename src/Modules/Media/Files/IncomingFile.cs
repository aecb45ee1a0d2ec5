using System.Security.Cryptography;

namespace ExportPortal.Media.Files;

/// <summary>A file on its way in: written aside and digested, and gone again unless it is moved to its place.</summary>
internal sealed class IncomingFile : IAsyncDisposable
{
    private const int BufferSize = 81920;

    private IncomingFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>What was received, in bytes; more than the limit for one that is too large.</summary>
    public long Length { get; private set; }

    public string Digest { get; private set; } = "";

    /// <summary>Receives a stream, and stops reading once it proves longer than the limit.</summary>
    public static async Task<IncomingFile> ReceiveAsync(Stream content, MediaFolder folder, long limit, CancellationToken cancellation)
    {
        var incoming = new IncomingFile(folder.NewIncoming());
        try
        {
            await incoming.FillAsync(content, limit, cancellation);
            return incoming;
        }
        catch
        {
            await incoming.DisposeAsync();
            throw;
        }
    }

    public void MoveTo(string target)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        File.Move(Path, target, overwrite: true);
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(Path);
        return ValueTask.CompletedTask;
    }

    private async Task FillAsync(Stream content, long limit, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var buffer = new byte[BufferSize];
        while (Length <= limit && await content.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            digest.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            Length += read;
        }
        // What refers to it is told "saved"; so the content must be on the disk before.
        file.Flush(flushToDisk: true);
        Digest = Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
