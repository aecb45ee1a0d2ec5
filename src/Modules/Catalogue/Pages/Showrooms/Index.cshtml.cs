using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Catalogue.Pages.Showrooms;

[CachedPage(Numbered = true)]
internal sealed class IndexModel(CardLists lists, PageHead head, Wording words) : PageModel
{
    public CardList Showrooms { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Showrooms = await lists.ShowroomsAsync(this.ReadPage(), cancellation);
        (head.Title, head.Description) = (words["Catalogue.Showrooms.Title"], words["Catalogue.Showrooms.Lead"]);
        return this.FindNearestPage(head, Showrooms.Pages) ?? Page();
    }
}
