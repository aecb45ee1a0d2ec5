using System.Security.Cryptography;
using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Keeping;
using ExportPortal.Inquiries.Receiving;
using ExportPortal.Inquiries.Records;
using ExportPortal.Inquiries.Routing;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Inquiries.Pages.Buyers;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[SecretPage]
internal sealed class TrackingModel(BuyerAccess access, ReadInquiry read, ReplyToAnswer reply, FormGate gate, FormErrors errors) : PageModel
{
    public Inquiry Inquiry { get; private set; } = null!;

    public IReadOnlyList<AskedFirm> Firms { get; private set; } = [];

    public IReadOnlyList<ReadMessage> Messages { get; private set; } = [];

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public string Desk { get; private set; } = "";

    public bool Sent { get; private set; }

    public bool Confirmed { get; private set; }

    /// <summary>False when the address had too many mails of late to get another.</summary>
    public bool WasAskedToConfirm { get; private set; }

    public bool Replied { get; private set; }

    /// <summary>The page's own address, to be kept.</summary>
    public string Address { get; private set; } = "";

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
            : await reply.RunAsync(inquiry, message ?? "", Reader.Tag, string.IsNullOrEmpty(once) ? Once : once, cancellation);
        if (outcome.IsDone)
            return Redirect($"/{Reader.Tag}/inquiries/{token}?replied=true");
        errors.Add(outcome.Refusals);
        (Typed, Once) = (message ?? "", once ?? Once);
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(token, cancellation) ? Page() : NotFound();
    }

    /// <summary>Everything held on them, for the buyer whose address is confirmed: whoever only holds the link may be somebody else.</summary>
    public async Task<IActionResult> OnPostExportAsync(string token, [FromServices] ExportContact export, CancellationToken cancellation) =>
        await access.FindAsync(token, LinkPurpose.Track, cancellation) is { ConfirmedAt: not null } inquiry
            && await export.RunAsync(inquiry, Answering.Reader.Buyer, null, cancellation) is { } data
            ? File(data, ExportContact.ContentType, ExportContact.NameOf(inquiry)) : NotFound();

    private async Task<bool> ShowAsync(string token, CancellationToken cancellation)
    {
        if (await access.FindAsync(token, LinkPurpose.Track, cancellation) is not { } inquiry)
            return false;
        var services = HttpContext.RequestServices;
        Inquiry = inquiry;
        if (inquiry.ErasedAt is not null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return true;
        }
        WasAskedToConfirm = await access.WasAskedToConfirmAsync(inquiry, cancellation);
        Address = services.GetRequiredService<PublicAddress>().Of($"/{Reader.Tag}/inquiries/{token}");
        Desk = inquiry.Desk.Length > 0 ? services.GetRequiredService<ReasonWords>().DeskName(inquiry.Desk, Reader) : "";
        Firms = await read.FirmsAsync(inquiry, Answering.Reader.Buyer, Reader.Tag, cancellation);
        Messages = await read.MessagesAsync(inquiry, Answering.Reader.Buyer, Firms, cancellation);
        Files = await read.AttachmentsAsync(inquiry, cancellation);
        return true;
    }
}
