using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Catalogue.Pages.Sectors;

[CachedPage]
internal sealed class IndexModel(ReferenceData references, PageHead head, Wording words) : PageModel
{
    public IReadOnlyList<SectorContent> Sectors { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Sectors = (await references.GetAsync(cancellation)).Sectors;
        (head.Title, head.Description) = (words["Catalogue.Sectors.Title"], words["Catalogue.Sectors.Lead"]);
    }
}
