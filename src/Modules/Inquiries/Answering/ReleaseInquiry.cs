using System.Text.Json;
using ExportPortal.Inquiries.Contracts;
using ExportPortal.Inquiries.Deadlines;
using ExportPortal.Inquiries.Mails;
using ExportPortal.Inquiries.Records;
using ExportPortal.Inquiries.Routing;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Answering;

/// <summary>Lets the firms see an inquiry, once the release check allows it.</summary>
internal sealed class ReleaseInquiry(PortalDbContext db, IReleaseCheck check, Terms terms, InquiryMails mails)
{
    public async Task<Outcome> RunAsync(Inquiry inquiry, string actor, CancellationToken cancellation)
    {
        if (inquiry.ReleasedAt is not null || !inquiry.MayBecome(InquiryState.Released))
            return Outcome.Refused("Inquiries.Step.NotNow");
        var contact = await db.Set<Contact>().AsNoTracking().FirstOrDefaultAsync(c => c.InquiryId == inquiry.Id, cancellation);
        var finding = await check.LookAsync(new(inquiry.Reference, inquiry.Destination, [.. inquiry.Parts.Select(p => p.Firm)],
            [.. inquiry.Products.Select(p => p.Product)], contact?.Name ?? "", contact?.Company ?? ""), cancellation);
        var stored = new StoredReason(finding.Key, finding.Codes).Write();
        var detail = JsonSerializer.Serialize(new { finding = finding.Key, codes = finding.Codes });
        if (!finding.Allows)
        {
            inquiry.RecordFinding(stored);
            db.Record(new LedgerFact("inquiry.release-refused", inquiry.Reference, Actor: actor, Detail: detail));
            var saved = await db.SaveStepAsync(null, cancellation);
            return saved.IsDone ? Outcome.Refused("Inquiries.Step.ReleaseForbidden") : saved;
        }
        var now = terms.Now;
        inquiry.Release(stored, now, terms.AnswerDue(inquiry.Desk, now));
        db.Record(new LedgerFact("inquiry.released", inquiry.Reference, Actor: actor, Detail: detail));
        await mails.TellFirmsAsync(inquiry, "Released", cancellation);
        return await db.SaveStepAsync(null, cancellation);
    }
}
