using System.Text.Json;
using ExportPortal.Inquiries.Deadlines;
using ExportPortal.Inquiries.Mails;
using ExportPortal.Inquiries.Receiving;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Answering;

/// <summary>The buyer writes once more: an answered inquiry waits for an answer again.</summary>
internal sealed class ReplyToAnswer(PortalDbContext db, Terms terms, InquiryMails mails)
{
    /// <param name="inquiry">The inquiry, with its parts.</param>
    /// <param name="typed">What they wrote.</param>
    /// <param name="culture">The interface culture they wrote in.</param>
    /// <param name="once">The random id of the form.</param>
    /// <param name="cancellation">Ends what comes before the saving.</param>
    public async Task<Outcome> RunAsync(Inquiry inquiry, string typed, string culture, string once, CancellationToken cancellation)
    {
        var form = StepSaving.FormOf(inquiry, once);
        if (await db.IsSentAsync(form, cancellation))
            return Outcome.Done;
        var text = Typed.Text(typed);
        if (text.Length == 0)
            return Outcome.Refused([new Refusal("Inquiries.Form.Missing.message", "message")]);
        if (text.Length > Inquiry.LongestMessage)
            return Outcome.Refused([new Refusal("Inquiries.Form.TooLong.message", "message", ("most", Inquiry.LongestMessage), ("length", text.Length))]);
        var now = terms.Now;
        var asked = inquiry.AskAgain(terms.AnswerDue(inquiry.Desk, now));
        if (!asked.IsDone)
            return asked;

        var contact = await db.Set<Contact>().AsNoTracking().FirstOrDefaultAsync(c => c.InquiryId == inquiry.Id, cancellation);
        db.Add(new Message { Inquiry = inquiry, Writer = Writer.Buyer, Culture = culture, Text = text, At = now, Form = form });
        db.Record(new LedgerFact("inquiry.replied", inquiry.Reference, Detail: JsonSerializer.Serialize(new { message = contact?.DigestOf(text) })));
        await mails.TellDeskAsync(inquiry, "Replied", cancellation);
        if (inquiry.ReleasedAt is not null)
            await mails.TellFirmsAsync(inquiry, "Replied", cancellation);
        // Not to be ended by a sender who leaves: what is saved counts, and a broken-off commit may have saved it.
        return await db.SaveStepAsync(form, CancellationToken.None);
    }
}
