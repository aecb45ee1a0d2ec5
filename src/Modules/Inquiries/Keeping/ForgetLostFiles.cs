using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Media.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Inquiries.Keeping;

/// <summary>
/// Deletes attached files that a sudden end left without a row. It looks at every file there is, so it is for once a day.
/// Nobody but inquiries keeps attachments; a module that begins to must be asked here before its files count as lost.
/// </summary>
internal sealed class ForgetLostFiles(PortalDbContext db, AttachmentStore store, ILogger<ForgetLostFiles> log)
{
    private const int MostAtOnce = 500;

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var deleted = 0;
        // A younger file's row may be about to be written.
        foreach (var ids in store.FindStoredBefore(now - Attachment.KeptByForm).Chunk(MostAtOnce))
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
