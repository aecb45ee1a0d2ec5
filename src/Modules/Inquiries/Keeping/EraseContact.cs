using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Mail;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Keeping;

/// <summary>
/// Erases everything that tells who a buyer is: contact, words, files and mails. Reference, ledger and hashed links stay:
/// a link tells whoever holds it that the data is gone.
/// </summary>
internal sealed class EraseContact(PortalDbContext db, TimeProvider time)
{
    /// <param name="inquiryId">The inquiry.</param>
    /// <param name="actor">Who asks for it; null when the time it was kept for is over.</param>
    /// <param name="cancellation">Ends the erasing, which is one transaction.</param>
    /// <returns>False when it was erased before.</returns>
    public async Task<bool> RunAsync(long inquiryId, string? actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginOrderedAsync(cancellation);
        if (await db.Set<Contact>().Where(c => c.InquiryId == inquiryId).ExecuteDeleteAsync(cancellation) == 0)
            return false;
        await db.Set<Message>().Where(m => m.InquiryId == inquiryId).ExecuteUpdateAsync(set => set.SetProperty(m => m.Text, ""), cancellation);
        await db.Set<Sending>().Where(s => s.InquiryId == inquiryId).ExecuteDeleteAsync(cancellation);
        // The files themselves go with the next turn of ForgetUploads, whatever happens in between.
        await db.Set<Attachment>().Where(a => a.InquiryId == inquiryId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.InquiryId, (long?)null).SetProperty(a => a.Form, a => Attachment.Gone + a.Id).SetProperty(a => a.Name, ""), cancellation);
        var inquiry = await db.Set<Inquiry>().SingleAsync(i => i.Id == inquiryId, cancellation);
        // Whoever asks may have read it before this transaction began.
        await db.Entry(inquiry).ReloadAsync(cancellation);
        inquiry.Erase(time.GetUtcNow());
        await db.ForgetMailsAsync(inquiry.Reference, cancellation);
        db.Record(new LedgerFact("inquiry.erased", inquiry.Reference, Actor: actor));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
