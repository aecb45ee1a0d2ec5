using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Inquiries.Pages.Buyers;

// A button, for programs that look at mails open every link in them.
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[SecretPage]
internal sealed class ConfirmModel(BuyerAccess access) : PageModel
{
    public string Reference { get; private set; } = "";

    public DateTimeOffset? ErasedAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation)
    {
        if (await access.FindAsync(token, LinkPurpose.Confirm, cancellation) is not { } inquiry)
            return NotFound();
        (Reference, ErasedAt) = (inquiry.Reference, inquiry.ErasedAt);
        if (ErasedAt is not null)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation) =>
        await access.ConfirmAsync(token, cancellation) is { } tracking
            ? Redirect($"/{CurrentCulture.Of(HttpContext).Tag}/inquiries/{tracking}?confirmed=true")
            : await OnGetAsync(token, cancellation);
}
