using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;
using ExportPortal.Media.Contracts;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Catalogue.Pages.Sectors;

[CachedPage]
internal sealed class IndexModel(CardLists lists, ReferenceData references, PageHead head, Wording words) : PageModel
{
    public IReadOnlyList<SectorContent> Sectors { get; private set; } = [];

    /// <summary>A picture that stands for a sector; null while no product of it has one.</summary>
    public StoredFile? PictureOf(SectorContent sector) => lists.Find("product", 1, new("sector", sector.Id)).Cards.FirstOrDefault(c => c.Image is not null)?.Image;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Sectors = (await references.GetAsync(cancellation)).Sectors;
        (head.Title, head.Description) = (words["Catalogue.Sectors.Title"], words["Catalogue.Sectors.Lead"]);
    }
}
