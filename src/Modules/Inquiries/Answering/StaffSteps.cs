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

    /// <summary>The desk answers for all firms asked, a firm for itself.</summary>
    public async Task<Outcome?> AnswerAsync(Inquiry inquiry, string text, string culture, string once, CancellationToken cancellation)
    {
        var firm = access.FirmIn(inquiry);
        return firm is not null || access.ActsForDesk(inquiry)
            ? await answer.RunAsync(inquiry, new(text, culture, firm, access.Actor, once), cancellation)
            : null;
    }
}
