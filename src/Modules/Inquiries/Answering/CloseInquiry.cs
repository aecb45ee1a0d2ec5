using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Outcomes;

namespace ExportPortal.Inquiries.Answering;

/// <summary>Ends an inquiry: nobody writes in it any more.</summary>
internal sealed class CloseInquiry(PortalDbContext db)
{
    public async Task<Outcome> RunAsync(Inquiry inquiry, string actor, CancellationToken cancellation)
    {
        var closed = inquiry.Close();
        if (!closed.IsDone)
            return closed;
        db.Record(new LedgerFact("inquiry.closed", inquiry.Reference, Actor: actor));
        return await db.SaveStepAsync(null, cancellation);
    }
}
