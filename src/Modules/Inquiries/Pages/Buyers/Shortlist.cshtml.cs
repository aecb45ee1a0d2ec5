using ExportPortal.Catalogue.Contracts;
using ExportPortal.Inquiries.Shortlists;
using ExportPortal.Kernel.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Inquiries.Pages.Buyers;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShortlistModel(CatalogueCards cards) : PageModel
{
    public IReadOnlyList<SubjectCard> Products { get; private set; } = [];

    public SubjectCard? Added { get; private set; }

    public bool Full { get; private set; }

    public async Task OnGetAsync(string? added, bool full, CancellationToken cancellation)
    {
        Products = await cards.FindAsync("product", ShortlistCookie.Read(Request).ToArray(), CurrentCulture.Of(HttpContext).Tag, cancellation);
        (Added, Full) = (Products.FirstOrDefault(p => p.Id == added), full);
    }
}
