using System.Text.Json;
using ExportPortal.Inquiries.Deadlines;
using ExportPortal.Inquiries.Mails;
using ExportPortal.Inquiries.Receiving;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Answering;

/// <summary>An answer as it was typed.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Culture">The culture it is written in.</param>
/// <param name="Once">The random id of the form, so that sending it twice answers once.</param>
/// <param name="Firm">The firm in whose name it is; null for the desk, and where a form left no choice.</param>
internal sealed record TypedAnswer(string Text, string Culture, string Once, string? Firm = null);

/// <summary>Answers the buyer, who reads it behind their link and gets a mail about it.</summary>
internal sealed class AnswerInquiry(PortalDbContext db, Terms terms, InquiryMails mails)
{
    public async Task<Outcome> RunAsync(Inquiry inquiry, TypedAnswer answer, string actor, CancellationToken cancellation)
    {
        var form = StepSaving.FormOf(inquiry, answer.Once);
        if (await db.IsSentAsync(form, cancellation))
            return Outcome.Done;
        var text = Typed.Text(answer.Text);
        if (text.Length == 0)
            return Outcome.Refused([new Refusal("Inquiries.Step.AnswerMissing", "answer")]);
        if (text.Length > Inquiry.LongestMessage)
            return Outcome.Refused([new Refusal("Inquiries.Form.TooLong.message", "answer", ("most", Inquiry.LongestMessage), ("length", text.Length))]);
        if (!CultureTag.TryNormalise(answer.Culture, out var culture))
            return Outcome.Refused([new Refusal("Inquiries.Form.CultureUnknown", "language")]);
        if (PortalCultures.Find(culture) is { } language && !Letters.MayBe(text, language))
            return Outcome.Refused([new Refusal("Inquiries.Step.OtherLetters", "language", ("language", language.NativeName))]);
        if (await db.Set<Contact>().FirstOrDefaultAsync(c => c.InquiryId == inquiry.Id, cancellation) is not { } contact)
            return Outcome.Refused("Inquiries.Step.Erased");
        var now = terms.Now;
        var answered = inquiry.Answer(answer.Firm, now);
        if (!answered.IsDone)
            return answered;

        db.Add(new Message
        {
            Inquiry = inquiry,
            Writer = answer.Firm is null ? Writer.Desk : Writer.Firm,
            Firm = answer.Firm,
            Author = actor,
            Culture = culture,
            Text = text,
            At = now,
            Form = form,
        });
        db.Record(new LedgerFact("inquiry.answered", inquiry.Reference, answer.Firm is null ? "desk:" + inquiry.Desk : "firm:" + answer.Firm, actor,
            JsonSerializer.Serialize(new { state = inquiry.State.ToString(), message = contact.DigestOf(text) })));
        mails.TellBuyer(inquiry, contact, text);
        return await db.SaveStepAsync(form, cancellation);
    }
}
