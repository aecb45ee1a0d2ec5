using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Catalogue.Pages.Markets;

[CachedPage]
internal sealed class IndexModel(ReferenceData references, PageHead head, Wording words) : PageModel
{
    public IReadOnlyList<MarketContent> Markets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Markets = (await references.GetAsync(cancellation)).Markets;
        (head.Title, head.Description) = (words["Catalogue.Markets.Title"], words["Catalogue.Markets.Lead"]);
    }
}
