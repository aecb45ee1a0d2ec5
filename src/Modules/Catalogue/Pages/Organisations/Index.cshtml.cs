using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;
using ExportPortal.Search.Contracts;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Catalogue.Pages.Organisations;

[CachedPage(Numbered = true)]
internal sealed class IndexModel(CardLists lists, PageHead head, Wording words) : PageModel
{
    public CardList Organisations { get; private set; } = null!;

    public IActionResult OnGet()
    {
        Organisations = lists.Find("organisation", this.ReadPage(), sort: SearchSort.Name);
        (head.Title, head.Description) = (words["Catalogue.Organisations.Title"], words["Catalogue.Organisations.Lead"]);
        return this.FindNearestPage(head, Organisations.Pages) ?? Page();
    }
}
