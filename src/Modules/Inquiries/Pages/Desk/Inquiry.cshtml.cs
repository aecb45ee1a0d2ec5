using System.Security.Cryptography;
using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Keeping;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Media.Contracts;
using ExportPortal.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Inquiries.Pages.Desk;

internal sealed class InquiryModel(StaffAccess access, StaffSteps steps, ReadInquiry read, ReadCase details, FormErrors errors) : PageModel
{
    public Inquiry Inquiry { get; private set; } = null!;

    /// <summary>True for the desk's people, who decide; false for a firm's, who answer only.</summary>
    public bool ForDesk { get; private set; }

    public IReadOnlyList<AskedFirm> Firms { get; private set; } = [];

    public IReadOnlyList<ReadMessage> Messages { get; private set; } = [];

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public Contact? Contact { get; private set; }

    public IReadOnlyList<LedgerEntry> Ledger { get; private set; } = [];

    public string? RoutingReason { get; private set; }

    public string? ReleaseFinding { get; private set; }

    public string Desk { get; private set; } = "";

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public bool IsOverdue { get; private set; }

    public bool MayRelease => Inquiry is { ReleasedAt: null } && Inquiry.MayBecome(InquiryState.Released);

    public bool MayAnswer => Inquiry.State is InquiryState.Released or InquiryState.Answered;

    public bool MayErase => access.IsAdministrator;

    /// <summary>The step just taken.</summary>
    public string? Done { get; private set; }

    /// <summary>The firms for each of which the reader answers; empty for the desk.</summary>
    public IReadOnlyList<AskedFirm> Parts => ForDesk ? [] : Firms;

    public string TypedFirm { get; private set; } = "";

    public string TypedAnswer { get; private set; } = "";

    public string TypedNote { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string Once { get; private set; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    private PortalCulture Reader => CurrentCulture.Of(HttpContext);

    public async Task<IActionResult> OnGetAsync(string reference, string? done, CancellationToken cancellation)
    {
        Done = done is "released" or "held" or "answered" or "closed" or "erased" ? done : null;
        return await ShowAsync(reference, cancellation);
    }

    /// <summary>A file of the buyer's, always to be saved and never shown by the browser as part of this site.</summary>
    public async Task<IActionResult> OnGetFileAsync(string reference, string id, [FromServices] AttachmentStore store, CancellationToken cancellation)
    {
        if (await access.FindAsync(reference, cancellation) is not { } inquiry || (await read.AttachmentsAsync(inquiry, cancellation)).FirstOrDefault(a => a.Id == id) is not { } file)
            return NotFound();
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(store.OpenRead(file.Id), file.Type.ContentType(), file.Name);
    }

    public Task<IActionResult> OnPostReleaseAsync(string reference, CancellationToken cancellation) =>
        StepAsync(reference, "released", inquiry => steps.ReleaseAsync(inquiry, cancellation), cancellation);

    public Task<IActionResult> OnPostHoldAsync(string reference, string? note, CancellationToken cancellation)
    {
        TypedNote = note ?? "";
        return StepAsync(reference, "held", inquiry => steps.HoldAsync(inquiry, TypedNote, Reader.Tag, cancellation), cancellation);
    }

    public Task<IActionResult> OnPostCloseAsync(string reference, CancellationToken cancellation) =>
        StepAsync(reference, "closed", inquiry => steps.CloseAsync(inquiry, cancellation), cancellation);

    public Task<IActionResult> OnPostAnswerAsync(string reference, string? answer, string? language, string? once, string? firm, CancellationToken cancellation)
    {
        (TypedAnswer, Language, TypedFirm) = (answer ?? "", language ?? "", firm ?? "");
        Once = string.IsNullOrEmpty(once) ? Once : once;
        return StepAsync(reference, "answered", inquiry => steps.AnswerAsync(inquiry, new(TypedAnswer, Language, Once, TypedFirm.Length > 0 ? TypedFirm : null), cancellation), cancellation);
    }

    public async Task<IActionResult> OnPostEraseAsync(string reference, [FromServices] EraseContact erase, CancellationToken cancellation)
    {
        if (!MayErase || await access.FindAsync(reference, cancellation) is not { } inquiry)
            return NotFound();
        await erase.RunAsync(inquiry.Id, access.Actor, cancellation);
        return Redirect($"/{Reader.Tag}/desk/inquiries/{reference}?done=erased");
    }

    /// <summary>The buyer's data, for who asks on the buyer's behalf. A post, as it goes into the ledger.</summary>
    public async Task<IActionResult> OnPostExportAsync(string reference, [FromServices] ExportContact export, CancellationToken cancellation) =>
        await access.FindAsync(reference, cancellation) is { } inquiry && access.ActsForDesk(inquiry)
            && await export.RunAsync(inquiry, access.Actor, cancellation) is { } file ? new BuyerFileResult(file) : NotFound();

    // Null: they see it, but the step is not theirs; for them there is no such button, and so no such address.
    private async Task<IActionResult> StepAsync(string reference, string done, Func<Inquiry, Task<Outcome?>> step, CancellationToken cancellation)
    {
        if (await access.FindAsync(reference, cancellation) is not { } inquiry || await step(inquiry) is not { } outcome)
            return NotFound();
        if (outcome.IsDone)
            return Redirect($"/{Reader.Tag}/desk/inquiries/{reference}?done={done}");
        errors.Add(outcome.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(reference, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string reference, CancellationToken cancellation)
    {
        if (await access.FindAsync(reference, cancellation) is not { } inquiry)
            return NotFound();
        Inquiry = inquiry;
        ForDesk = access.ActsForDesk(inquiry);
        var eyes = ForDesk ? Answering.Reader.Desk : Answering.Reader.Of(access.FirmsIn(inquiry));
        Firms = await read.FirmsAsync(inquiry, eyes, Reader.Tag, cancellation);
        Messages = await read.MessagesAsync(inquiry, eyes, Firms, cancellation);
        Files = await read.AttachmentsAsync(inquiry, cancellation);
        Contact = await details.ContactAsync(inquiry, cancellation);
        (Desk, Zone, IsOverdue) = details.DeskOf(inquiry, Reader);
        if (Language.Length == 0)
            Language = inquiry.Culture;
        if (ForDesk)
        {
            (RoutingReason, ReleaseFinding) = await details.ReasonsAsync(inquiry, Reader, cancellation);
            Ledger = await details.LedgerAsync(inquiry, cancellation);
        }
        return Page();
    }
}
