using ExportPortal.Search.Saving;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Search.Pages.Saving;

/// <summary>
/// Stops the mails about a search: by a button, or by the mail program's own (RFC 8058), which posts to this very address, without cookie,
/// and follows no redirect. The address is the secret that both need.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[SecretPage]
[IgnoreAntiforgeryToken]
internal sealed class StopModel(SavedAccess access) : PageModel
{
    /// <summary>True once nothing is watched under this link, whether it ever was or not.</summary>
    public bool Stopped { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancellation) => Stopped = !await access.OpensAsync(token, cancellation);

    public async Task OnPostAsync(string token, CancellationToken cancellation)
    {
        await access.StopAsync(token, cancellation);
        Stopped = true;
    }
}
