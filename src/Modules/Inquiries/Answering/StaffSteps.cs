using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Outcomes;

namespace ExportPortal.Inquiries.Answering;

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
    public async Task<Outcome?> AnswerAsync(Inquiry inquiry, TypedAnswer typed, CancellationToken cancellation)
    {
        string? firm = null;
        if (!access.ActsForDesk(inquiry))
        {
            var firms = access.FirmsIn(inquiry);
            firm = typed.Firm ?? (firms.Count == 1 ? firms[0] : null);
            if (firms.Count == 0 || (firm is not null && !firms.Contains(firm)))
                return null;
            if (firm is null)
                return Outcome.Refused([new Refusal("Inquiries.Step.FirmMissing", "firm")]);
        }
        return await answer.RunAsync(inquiry, typed with { Firm = firm }, access.Actor, cancellation);
    }
}
