using ExportPortal.Inquiries.Deadlines;
using ExportPortal.Inquiries.Receiving;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Outcomes;

namespace ExportPortal.Inquiries.Answering;

/// <summary>Keeps an inquiry from the firms until something is cleared up.</summary>
internal sealed class HoldInquiry(PortalDbContext db, Terms terms)
{
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="note">Why, for colleagues.</param>
    /// <param name="culture">The culture the note is written in.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Ends the saving.</param>
    public async Task<Outcome> RunAsync(Inquiry inquiry, string note, string culture, string actor, CancellationToken cancellation)
    {
        var text = Typed.Text(note);
        if (text.Length is 0 or > Inquiry.LongestMessage)
            return Outcome.Refused([new Refusal("Inquiries.Step.NoteMissing", "note")]);
        var now = terms.Now;
        var held = inquiry.Hold(terms.HoldDue(inquiry.Desk, now));
        if (!held.IsDone)
            return held;
        db.Add(new Message { Inquiry = inquiry, Writer = Writer.Note, Author = actor, Culture = culture, Text = text, At = now, Form = "hold:" + inquiry.Reference });
        db.Record(new LedgerFact("inquiry.held", inquiry.Reference, Actor: actor));
        return await db.SaveStepAsync(null, cancellation);
    }
}
