using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Media.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>Keeps the files of a form that is not sent yet, so that nobody attaches them again after a refusal.</summary>
internal sealed class UploadTray(PortalDbContext db, AttachmentStore store, TimeProvider time, IOptions<InquiriesOptions> options)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>A form's files in the order they came.</summary>
    public async Task<IReadOnlyList<Attachment>> ListAsync(string form, CancellationToken cancellation) =>
        await db.Set<Attachment>().AsNoTracking().Where(a => a.Form == form && a.InquiryId == null).OrderBy(a => a.ExpiresAt).ToListAsync(cancellation);

    /// <summary>Checks and keeps files; says of each that it refuses why. A refusal means that the form is refused, too, and its files wait.</summary>
    /// <param name="form">The form's key.</param>
    /// <param name="files">What came with it.</param>
    /// <param name="willWait">True for a form that is refused anyhow: its files are kept while there is room for such.</param>
    /// <param name="cancellation">Ends the keeping between two files.</param>
    public async Task<IReadOnlyList<Refusal>> AddAsync(string form, IReadOnlyCollection<IFormFile> files, bool willWait, CancellationToken cancellation)
    {
        if (files.Count == 0)
            return [];
        if (willWait && !await HasRoomAsync(files.Sum(f => f.Length), cancellation))
            return [Unkept];
        var refusals = new List<Refusal>();
        var added = new List<string>();
        var kept = (await ListAsync(form, cancellation)).Select(a => a.Digest).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var name = FileNames.Clean(file.FileName);
            if (kept.Count >= Attachment.Most)
            {
                refusals.Add(new("Inquiries.Form.TooManyFiles", "files", ("most", Attachment.Most), ("file", name)));
                continue;
            }
            await using var content = file.OpenReadStream();
            var stored = await store.StoreAsync(content, cancellation);
            if (!stored.IsDone)
                refusals.AddRange(stored.Refusals.Select(r => new Refusal("Inquiries.Form.FileRefused", "files", ("file", name), ("reason", r))));
            else if (!kept.Add(stored.Value.Digest))
                store.Delete(stored.Value.Id);
            else
            {
                await KeepAsync(form, name, stored.Value);
                added.Add(stored.Value.Id);
            }
        }
        if (refusals.Count > 0 && added.Count > 0 && !await HasRoomAsync(0, cancellation))
        {
            await RemoveAsync(form, added, cancellation);
            refusals.Add(Unkept);
        }
        return refusals;
    }

    /// <summary>Why a form that names files it was to keep can't be sent as it is; null when all are there.</summary>
    public async Task<Refusal?> FindGoneAsync(string form, IReadOnlyCollection<string> kept, CancellationToken cancellation) =>
        kept.Count == 0 ? null : Gone(kept, await ListAsync(form, cancellation));

    /// <summary>The same, for who knows which files are there.</summary>
    public static Refusal? Gone(IReadOnlyCollection<string> kept, IReadOnlyCollection<Attachment> there) =>
        kept.Except(there.Select(a => a.Id)).Any() ? new("Inquiries.Form.FilesGone", "files") : null;

    /// <summary>Takes files out of a form.</summary>
    public async Task RemoveAsync(string form, IEnumerable<string> ids, CancellationToken cancellation)
    {
        foreach (var id in ids)
            if (await db.Set<Attachment>().Where(a => a.Id == id && a.Form == form && a.InquiryId == null).ExecuteDeleteAsync(cancellation) > 0)
                store.Delete(id);
    }

    /// <summary>What is said of files that came with a form that is shown again without them.</summary>
    public static Refusal Unkept => new("Inquiries.Form.FilesUnkept", "files");

    private async Task<bool> HasRoomAsync(long bytes, CancellationToken cancellation) =>
        bytes + await db.Set<Attachment>().Where(a => a.InquiryId == null).SumAsync(a => a.Length, cancellation) <= options.Value.WaitingMegabytes * Megabyte;

    // Not to be ended by a sender who leaves: a stored file without its row would be known to nobody.
    private async Task KeepAsync(string form, string name, StoredAttachment stored)
    {
        db.Add(new Attachment
        {
            Id = stored.Id,
            Form = form,
            Name = FileNames.WithEnding(name, stored.Type),
            Type = stored.Type,
            Length = stored.Length,
            Digest = stored.Digest,
            ExpiresAt = time.GetUtcNow() + Attachment.KeptByForm,
        });
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException)
        {
            // The same form was sent twice at once, and its other sending keeps this file already.
            db.ChangeTracker.Clear();
            store.Delete(stored.Id);
            if (!await db.Set<Attachment>().AnyAsync(a => a.Form == form && a.Digest == stored.Digest, CancellationToken.None))
                throw;
        }
    }
}
