using System.Security.Cryptography;
using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Keeping;
using ExportPortal.Inquiries.Receiving;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Ui.Forms;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Inquiries.Pages.Buyers;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[SecretPage]
internal sealed class TrackingModel(BuyerAccess access, ReadTracked read, ReplyToAnswer reply, FormGate gate, FormErrors errors) : PageModel
{
    public Inquiry Inquiry { get; private set; } = null!;

    /// <summary>Null after erasing.</summary>
    public Tracked? Tracked { get; private set; }

    public bool Sent { get; private set; }

    public bool Confirmed { get; private set; }

    public bool Replied { get; private set; }

    public string Typed { get; private set; } = "";

    public string Once { get; private set; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    private PortalCulture Reader => CurrentCulture.Of(HttpContext);

    public async Task<IActionResult> OnGetAsync(string token, bool sent, bool confirmed, bool replied, CancellationToken cancellation)
    {
        (Sent, Confirmed, Replied) = (sent, confirmed, replied);
        return await ShowAsync(token, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string token, string? message, string? once, CancellationToken cancellation)
    {
        if (await access.FindAsync(token, LinkPurpose.Track, cancellation) is not { } inquiry)
            return NotFound();
        var outcome = gate.TooMany(HttpContext) is { } tooMany ? Outcome.Refused(tooMany)
            : await gate.SendAsync(HttpContext, () => reply.RunAsync(inquiry, message ?? "", Reader.Tag, string.IsNullOrEmpty(once) ? Once : once, cancellation), o => o.IsDone);
        if (outcome.IsDone)
            return Redirect($"/{Reader.Tag}/inquiries/{token}?replied=true");
        errors.Add(outcome.Refusals);
        (Typed, Once) = (message ?? "", once ?? Once);
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(token, cancellation) ? Page() : NotFound();
    }

    /// <summary>Their data, for the buyer whose address is confirmed: whoever only holds the link may be somebody else.</summary>
    public async Task<IActionResult> OnPostExportAsync(string token, [FromServices] ExportContact export, CancellationToken cancellation) =>
        await access.FindAsync(token, LinkPurpose.Track, cancellation) is { ConfirmedAt: not null } inquiry
            && await export.RunAsync(inquiry, null, cancellation) is { } file ? new BuyerFileResult(file) : NotFound();

    private async Task<bool> ShowAsync(string token, CancellationToken cancellation)
    {
        if (await access.FindAsync(token, LinkPurpose.Track, cancellation) is not { } inquiry)
            return false;
        Inquiry = inquiry;
        if (inquiry.ErasedAt is null)
            Tracked = await read.RunAsync(inquiry, token, Reader, cancellation);
        else
            Response.StatusCode = StatusCodes.Status410Gone;
        return true;
    }
}
