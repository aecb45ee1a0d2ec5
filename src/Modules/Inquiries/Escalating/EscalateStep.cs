using System.Text.Json;
using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Deadlines;
using ExportPortal.Inquiries.Mails;
using ExportPortal.Inquiries.Records;
using ExportPortal.Inquiries.Routing;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Escalating;

/// <summary>
/// Passes an overdue step on to the next level, once: what a desk has not looked at to those above it, what a firm has not answered to its desk.
/// Mark, ledger and mails are one transaction, and the inquiry's version lets one of several nodes do it.
/// </summary>
internal sealed class EscalateStep(PortalDbContext db, FindRecipients recipients, InquiryMails mails, ReasonWords words, Terms terms)
{
    /// <summary>The inquiries with an overdue step that nobody was told of, the longest overdue first; all of them, so that those which can't be passed on never fill the turn.</summary>
    public Task<List<long>> FindDueAsync(CancellationToken cancellation)
    {
        var now = terms.Now;
        return db.Set<Inquiry>().Where(i => i.EscalatedAt == null && i.DueAt < now).OrderBy(i => i.DueAt).Select(i => i.Id).ToListAsync(cancellation);
    }

    /// <returns>False when the step was taken or passed on meanwhile.</returns>
    public async Task<bool> RunAsync(long inquiryId, CancellationToken cancellation)
    {
        var inquiry = await db.Set<Inquiry>().SingleAsync(i => i.Id == inquiryId, cancellation);
        var due = inquiry.DueAt;
        if (!inquiry.Escalate(terms.Now))
            return false;
        var byFirm = inquiry is { State: InquiryState.Released, IsForDesk: false };
        var told = byFirm ? await recipients.OfDeskAsync(inquiry.Desk, cancellation) : await recipients.AboveDeskAsync(cancellation);
        foreach (var addressee in told)
            mails.Tell(inquiry, byFirm ? "FirmOverdue" : "DeskOverdue", addressee,
                ("desk", words.DeskName(inquiry.Desk, PortalCultures.Find(addressee.Culture) ?? PortalCultures.Default)));
        db.Record(new LedgerFact("inquiry.escalated", inquiry.Reference, Detail: JsonSerializer.Serialize(new
        {
            step = inquiry.State.ToString(),
            due,
            to = byFirm ? "desk:" + inquiry.Desk : "above-desk",
            told = told.Count,
        })));
        return (await db.SaveStepAsync(null, cancellation)).IsDone;
    }
}
