using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Values;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Answering;

/// <summary>Opens inquiries by the links in their buyers' hands.</summary>
internal sealed class BuyerAccess(PortalDbContext db, TimeProvider time)
{
    /// <summary>The inquiry behind a link, with parts and products; null when the link opens nothing.</summary>
    public Task<Inquiry?> FindAsync(string token, LinkPurpose purpose, CancellationToken cancellation)
    {
        var hash = SecretToken.Hash(token);
        return db.Set<Inquiry>().Include(i => i.Parts).Include(i => i.Products).AsSplitQuery()
            .FirstOrDefaultAsync(i => db.Set<BuyerLink>().Any(l => l.Hash == hash && l.Purpose == purpose && l.InquiryId == i.Id), cancellation);
    }

    /// <summary>True when a mail went to the buyer to confirm their address; false when too many went there of late.</summary>
    public Task<bool> WasAskedToConfirmAsync(Inquiry inquiry, CancellationToken cancellation) =>
        db.Set<BuyerLink>().AnyAsync(l => l.InquiryId == inquiry.Id && l.Purpose == LinkPurpose.Confirm, cancellation);

    /// <summary>Notes that the mail address is the buyer's, and gives them a link to the inquiry's page; null when the link opens nothing, or nothing any more.</summary>
    public async Task<string?> ConfirmAsync(string token, CancellationToken cancellation)
    {
        while (await FindAsync(token, LinkPurpose.Confirm, cancellation) is { ErasedAt: null } inquiry)
        {
            var (link, made) = BuyerLink.New(inquiry, LinkPurpose.Track);
            db.Add(link);
            if (inquiry.ConfirmedAt is null)
            {
                inquiry.Confirm(time.GetUtcNow());
                db.Record(new LedgerFact("inquiry.confirmed", inquiry.Reference));
            }
            // Refused means that somebody else took a step at this moment; what it was does not matter here.
            if ((await db.SaveStepAsync(null, cancellation)).IsDone)
                return made;
        }
        return null;
    }
}
