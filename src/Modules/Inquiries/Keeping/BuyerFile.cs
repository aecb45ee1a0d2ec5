using System.IO.Compression;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Inquiries.Keeping;

/// <summary>A buyer's data, to be handed out: a ZIP of <c>data.json</c> and the files they attached.</summary>
internal sealed class BuyerFile(string name, byte[] data, IReadOnlyList<(string Entry, string Id)> attachments, AttachmentStore store)
{
    public const string ContentType = "application/zip";

    public string Name => name;

    /// <summary>Writes the ZIP piece by piece, and never has a whole attachment in memory.</summary>
    public async Task WriteAsync(Stream target, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        await AddAsync(zip, "data.json", CompressionLevel.Optimal, new MemoryStream(data), cancellation);
        // What may be attached is compressed already.
        foreach (var (entry, id) in attachments)
            await AddAsync(zip, entry, CompressionLevel.NoCompression, store.OpenRead(id), cancellation);
    }

    private static async Task AddAsync(ZipArchive zip, string name, CompressionLevel level, Stream content, CancellationToken cancellation)
    {
        await using (content)
        await using (var entry = await zip.CreateEntry(name, level).OpenAsync(cancellation))
            await content.CopyToAsync(entry, cancellation);
    }
}
