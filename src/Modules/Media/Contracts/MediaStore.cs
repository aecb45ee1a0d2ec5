using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Media.Checks;
using ExportPortal.Media.Files;
using ExportPortal.Media.Renditions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Media.Contracts;

/// <summary>
/// Keeps published pictures and documents by their content. Storing takes up to seconds and saves by itself:
/// call it before a write transaction begins, never inside one. Content that nothing came to refer to is harmless.
/// </summary>
public sealed class MediaStore
{
    /// <summary>The longest picture or document, in bytes.</summary>
    public const long MostBytes = 20 * 1024 * 1024;

    /// <summary>The most pixels of a picture.</summary>
    public const long MostPixels = 50_000_000;

    private readonly IServiceScopeFactory _scopes;
    private readonly MediaFolder _folder;
    private readonly RenditionMaker _renditions;
    private readonly TimeProvider _time;

    internal MediaStore(IServiceScopeFactory scopes, MediaFolder folder, RenditionMaker renditions, TimeProvider time) =>
        (_scopes, _folder, _renditions, _time) = (scopes, folder, renditions, time);

    /// <summary>Keeps a picture: JPEG, PNG or WebP of at most <see cref="MostBytes"/> and <see cref="MostPixels"/>.</summary>
    /// <returns>
    /// The stored file, the same one for equal content; or refused with <c>Media.File.Empty</c>, <c>Media.File.TooLarge</c>,
    /// <c>Media.File.NotAPicture</c>, <c>Media.File.TooManyPixels</c> or <c>Media.File.Damaged</c>.
    /// </returns>
    public Task<Outcome<StoredFile>> StorePictureAsync(Stream content, CancellationToken cancellation) =>
        StoreAsync(content, "Media.File.NotAPicture", type => type.IsPicture(), keep: true, cancellation);

    /// <summary>
    /// Looks at a picture as <see cref="StorePictureAsync"/> does, and refuses the same, but keeps none. The rendition made to see whether it
    /// decodes stays in the cache, so that storing it afterwards need not decode it again.
    /// </summary>
    public Task<Outcome<StoredFile>> CheckPictureAsync(Stream content, CancellationToken cancellation) =>
        StoreAsync(content, "Media.File.NotAPicture", type => type.IsPicture(), keep: false, cancellation);

    /// <summary>Keeps a document: PDF, DOCX or XLSX of at most <see cref="MostBytes"/>.</summary>
    /// <returns>
    /// The stored file, the same one for equal content; or refused with <c>Media.File.Empty</c>, <c>Media.File.TooLarge</c>,
    /// <c>Media.File.NotADocument</c> or <c>Media.File.Damaged</c>.
    /// </returns>
    public Task<Outcome<StoredFile>> StoreDocumentAsync(Stream content, CancellationToken cancellation) =>
        StoreAsync(content, "Media.File.NotADocument", type => !type.IsPicture(), keep: true, cancellation);

    /// <summary>Looks at a document as <see cref="StoreDocumentAsync"/> does, but keeps nothing.</summary>
    public Task<Outcome<StoredFile>> CheckDocumentAsync(Stream content, CancellationToken cancellation) =>
        StoreAsync(content, "Media.File.NotADocument", type => !type.IsPicture(), keep: false, cancellation);

    /// <summary>What is kept under a key; null for an unknown one.</summary>
    public async Task<StoredFile?> FindAsync(string key, CancellationToken cancellation)
    {
        await using var scope = _scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Set<MediaFile>().Where(f => f.Key == key)
            .Select(f => new StoredFile(f.Key, f.Type, f.Length, f.Width, f.Height)).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Opens the content as it was given.</summary>
    /// <exception cref="FileNotFoundException">There is none under this key.</exception>
    public Stream OpenRead(string key) => File.OpenRead(_folder.FileOf(key));

    private async Task<Outcome<StoredFile>> StoreAsync(Stream content, string wrongType, Func<FileType, bool> takes, bool keep, CancellationToken cancellation)
    {
        await using var incoming = await IncomingFile.ReceiveAsync(content, _folder, MostBytes, cancellation);
        if (incoming.Length > MostBytes)
            return ContentCheck.TooLarge(MostBytes);
        if (await FindAsync(incoming.Digest, cancellation) is { } known && takes(known.Type) && File.Exists(_folder.FileOf(known.Key)))
            return known;

        var check = ContentCheck.Look(incoming.Path, takes, wrongType);
        if (!check.IsDone)
            return Outcome<StoredFile>.Refused(check.Refusals);
        var found = check.Value;
        if (found.Type.IsPicture() && !await _renditions.CanDecodeAsync(incoming.Digest, incoming.Path))
            return Outcome<StoredFile>.Refused(new Refusal("Media.File.Damaged"));

        var stored = new StoredFile(incoming.Digest, found.Type, incoming.Length, found.Width, found.Height);
        if (!keep)
            return stored;
        incoming.MoveTo(_folder.FileOf(incoming.Digest));
        await RememberAsync(stored, cancellation);
        return stored;
    }

    private async Task RememberAsync(StoredFile stored, CancellationToken cancellation)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.Add(MediaFile.From(stored, _time.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another request stored the same content in this moment; any other fault is a fault.
            if (await FindAsync(stored.Key, cancellation) is null)
                throw;
        }
    }
}
