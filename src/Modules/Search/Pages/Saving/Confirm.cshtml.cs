using ExportPortal.Kernel.Hosting;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Saving;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace ExportPortal.Search.Pages.Saving;

// A button, for programs that look at mails open every link in them.
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[SecretPage]
internal sealed class ConfirmModel(SavedAccess access, ReadSaved read, IOptions<SearchOptions> options) : PageModel
{
    /// <summary>Null when the link opens nothing, or nothing any more.</summary>
    public SavedSearch? Saved { get; private set; }

    /// <summary>What is watched; before the address is confirmed, only what the portal words itself: the rest may be a stranger's.</summary>
    public IReadOnlyList<WatchedLine> Watched { get; private set; } = [];

    public string Results { get; private set; } = "";

    public string StopPath { get; private set; } = "";

    public int Hours => options.Value.SavedHours;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation)
    {
        Saved = await access.FindAsync(token, cancellation);
        if (Saved is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }
        var culture = CurrentCulture.Of(HttpContext).Tag;
        var search = read.Read(Saved) with { Culture = culture };
        Watched = read.Tell(search, Saved.ConfirmedAt is null ? read.FindKnown(search) : null);
        (Results, StopPath) = ($"/{culture}/search{SearchLinks.QueryOf(search)}", $"/{culture}/search/saved/stop/{token}");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        await access.ConfirmAsync(token, cancellation);
        return Redirect(Request.Path.ToUriComponent());
    }
}
