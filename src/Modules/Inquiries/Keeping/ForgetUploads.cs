using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Media.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Inquiries.Keeping;

/// <summary>Deletes files of forms that were never sent, of inquiries whose buyer was erased, and those that a sudden end left without a row.</summary>
internal sealed class ForgetUploads(PortalDbContext db, AttachmentStore store, ILogger<ForgetUploads> log)
{
    private const int MostAtOnce = 500;

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        // First out of reach of a form that is sent at this moment, then the file, then the row: a row without a file would be a fault, a file without a row a leak.
        await db.Set<Attachment>().Where(a => a.InquiryId == null && a.ExpiresAt < now && !a.Form.StartsWith(Attachment.Gone))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Form, a => Attachment.Gone + a.Id), cancellation);
        var gone = await db.Set<Attachment>().Where(a => a.InquiryId == null && a.Form.StartsWith(Attachment.Gone)).Select(a => a.Id).ToListAsync(cancellation);
        foreach (var id in gone)
        {
            store.Delete(id);
            await db.Set<Attachment>().Where(a => a.Id == id).ExecuteDeleteAsync(cancellation);
        }
        await DeleteLostAsync(now - Attachment.KeptByForm, cancellation);
    }

    // Nobody but inquiries keeps attachments; a module that begins to must be asked here before its files count as lost.
    private async Task DeleteLostAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var deleted = 0;
        foreach (var ids in store.FindStoredBefore(before).Chunk(MostAtOnce))
        {
            var known = await db.Set<Attachment>().Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellation);
            foreach (var id in ids.Except(known))
            {
                store.Delete(id);
                deleted++;
            }
        }
        if (deleted > 0)
            log.LostFilesDeleted(deleted);
    }
}
