using ExportPortal.Kernel.Texts;
using ExportPortal.Search.Contracts;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Catalogue.Pages.Showrooms;

internal sealed class IndexModel(CardLists lists, PageHead head, Wording words) : PageModel
{
    public CardList Showrooms { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (!this.ReadPage(head, out var page))
            return BadRequest();
        Showrooms = lists.Find("showroom", page, sort: SearchSort.Newest);
        (head.Title, head.Description) = (words["Catalogue.Showrooms.Title"], words["Catalogue.Showrooms.Lead"]);
        return page > Showrooms.Pages ? NotFound() : Page();
    }
}
