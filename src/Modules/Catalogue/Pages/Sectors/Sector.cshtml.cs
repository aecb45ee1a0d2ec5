using ExportPortal.Catalogue.Pages.Machines;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Catalogue.Pages.Sectors;

[CachedPage(Numbered = true)]
internal sealed class SectorModel(CardLists lists, ReferenceData references, PageHead head, Wording words) : PageModel
{
    public SectorContent Sector { get; private set; } = null!;

    public ReferenceSet References { get; private set; } = ReferenceSet.Empty;

    public CardList Products { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        References = await references.GetAsync(cancellation);
        if (References.Sector(id) is not { } sector)
            return NotFound();
        Sector = sector;
        Products = lists.Find("product", this.ReadPage(), new("sector", id), facets: ["market", "certificate"]);
        if (this.FindNearestPage(head, Products.Pages) is { } nearest)
            return nearest;
        head.Title = sector.Names.For(words.Culture.Tag)!.Value.Value;
        head.Description = sector.Introductions.For(words.Culture.Tag)?.Value ?? "";
        head.Feed = NewProductsFeed.PathOf(words.Culture.Tag, id);
        head.Trail = [new(new(words.Culture.Tag, words["Catalogue.Sectors.Title"]), $"/{words.Culture.Tag}/sectors")];
        return Page();
    }
}
