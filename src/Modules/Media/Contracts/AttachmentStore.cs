using ExportPortal.Kernel.Outcomes;
using ExportPortal.Media.Checks;
using ExportPortal.Media.Files;

namespace ExportPortal.Media.Contracts;

/// <summary>
/// Keeps files that visitors attach to messages, apart from what is published: none of them has a public address.
/// Whoever stores one keeps its id, guards who reads it, and deletes it.
/// </summary>
public sealed class AttachmentStore
{
    /// <summary>The longest attachment, in bytes.</summary>
    public const long MostBytes = 10 * 1024 * 1024;

    private readonly MediaFolder _folder;

    internal AttachmentStore(MediaFolder folder) => _folder = folder;

    /// <summary>
    /// Keeps an attachment: a picture (JPEG, PNG, WebP) that states at most <see cref="MediaStore.MostPixels"/>, PDF, DOCX or XLSX,
    /// of at most <see cref="MostBytes"/>. Pictures are not decoded here.
    /// </summary>
    /// <returns>
    /// The stored attachment; or refused with <c>Media.File.Empty</c>, <c>Media.File.TooLarge</c>, <c>Media.File.NotAnAttachment</c>,
    /// <c>Media.File.TooManyPixels</c> or <c>Media.File.Damaged</c>.
    /// </returns>
    public async Task<Outcome<StoredAttachment>> StoreAsync(Stream content, CancellationToken cancellation)
    {
        await using var incoming = await IncomingFile.ReceiveAsync(content, _folder, MostBytes, cancellation);
        if (incoming.Length > MostBytes)
            return Outcome<StoredAttachment>.Refused(ContentCheck.TooLarge(MostBytes).Refusals);
        var check = ContentCheck.Look(incoming.Path, _ => true, "Media.File.NotAnAttachment");
        if (!check.IsDone)
            return Outcome<StoredAttachment>.Refused(check.Refusals);
        var id = Guid.NewGuid().ToString("N");
        incoming.MoveTo(_folder.AttachmentOf(id));
        return new StoredAttachment(id, check.Value.Type, incoming.Length, incoming.Digest);
    }

    /// <summary>Opens an attachment.</summary>
    /// <exception cref="FileNotFoundException">There is none with this id.</exception>
    public Stream OpenRead(string id) => File.OpenRead(_folder.AttachmentOf(id));

    /// <summary>The ids of all attachments stored before an instant, in no order; for their keeper, to find those whose record was lost.</summary>
    public IEnumerable<string> FindStoredBefore(DateTimeOffset instant) => _folder.AttachmentsWrittenBefore(instant);

    /// <summary>Deletes an attachment; one that is gone already is no fault.</summary>
    public void Delete(string id) => File.Delete(_folder.AttachmentOf(id));
}
