using ExportPortal.Catalogue.Preparing;
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

    /// <summary>What stands on the showrooms' covers, by their ids.</summary>
    public IReadOnlyDictionary<string, Card[]> Covers { get; private set; } = new Dictionary<string, Card[]>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Showrooms = await lists.ShowroomsAsync(this.ReadPage(), cancellation);
        Covers = await lists.CoversAsync(Showrooms.Cards, cancellation);
        (head.Title, head.Description) = (words["Catalogue.Showrooms.Title"], words["Catalogue.Showrooms.Lead"]);
        return this.FindNearestPage(head, Showrooms.Pages) ?? Page();
    }
}
