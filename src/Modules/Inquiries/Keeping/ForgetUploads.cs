using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Media.Contracts;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Keeping;

/// <summary>Deletes files of forms that were never sent, and of inquiries whose buyer was erased.</summary>
internal sealed class ForgetUploads(PortalDbContext db, AttachmentStore store)
{
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
    }
}
