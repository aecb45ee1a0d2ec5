using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Outcomes;

namespace ExportPortal.Inquiries.Answering;

/// <summary>An answer as the staff's form brings it.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Culture">The culture it is written in.</param>
/// <param name="Once">The random id of the form.</param>
/// <param name="Firm">The firm chosen; empty when the form offers no choice.</param>
internal sealed record StaffAnswer(string Text, string Culture, string Once, string Firm = "");

/// <summary>The steps staff may take, each for those whose step it is: null for the others.</summary>
internal sealed class StaffSteps(StaffAccess access, ReleaseInquiry release, HoldInquiry hold, AnswerInquiry answer, CloseInquiry close)
{
    public async Task<Outcome?> ReleaseAsync(Inquiry inquiry, CancellationToken cancellation) =>
        access.ActsForDesk(inquiry) ? await release.RunAsync(inquiry, access.Actor, cancellation) : null;

    public async Task<Outcome?> HoldAsync(Inquiry inquiry, string note, string culture, CancellationToken cancellation) =>
        access.ActsForDesk(inquiry) ? await hold.RunAsync(inquiry, note, culture, access.Actor, cancellation) : null;

    public async Task<Outcome?> CloseAsync(Inquiry inquiry, CancellationToken cancellation) =>
        access.ActsForDesk(inquiry) ? await close.RunAsync(inquiry, access.Actor, cancellation) : null;

    /// <summary>The desk answers for all firms asked, a firm for itself; who acts for several says for which.</summary>
    public async Task<Outcome?> AnswerAsync(Inquiry inquiry, StaffAnswer typed, CancellationToken cancellation)
    {
        string? firm = null;
        if (!access.ActsForDesk(inquiry))
        {
            var firms = access.FirmsIn(inquiry);
            firm = typed.Firm.Length > 0 ? typed.Firm : firms.Count == 1 ? firms[0] : null;
            if (firms.Count == 0 || (firm is not null && !firms.Contains(firm)))
                return null;
            if (firm is null)
                return Outcome.Refused([new Refusal("Inquiries.Step.FirmMissing", "firm")]);
        }
        return await answer.RunAsync(inquiry, new(typed.Text, typed.Culture, firm, access.Actor, typed.Once), cancellation);
    }
}
