using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Catalogue.Pages.Showrooms;

[CachedPage(Numbered = true)]
internal sealed class ShowroomModel(FindSubjectPage find, CardLists lists, ReferenceData references, SubjectHead head, Wording words) : PageModel
{
    public ShowroomPage Showroom { get; private set; } = null!;

    /// <summary>The exhibits of this page of the exhibition.</summary>
    public CardList Exhibits { get; private set; } = null!;

    public MarketContent? Market { get; private set; }

    public SectorContent? Sector { get; private set; }

    public int NumberOfFirst => ((Exhibits.Page - 1) * CardList.PageSize) + 1;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await find.RunAsync<ShowroomPage>("showroom", slug, cancellation) is not { } showroom)
            return await find.ElsewhereAsync("showroom", slug, cancellation) is { } path ? RedirectPermanent(path) : NotFound();
        Showroom = showroom;
        var set = await references.GetAsync(cancellation);
        (Market, Sector) = (set.Market(showroom.Market), set.Sector(showroom.Sector));
        var page = this.ReadPage();
        var ids = showroom.Products.Skip((page - 1) * CardList.PageSize).Take(CardList.PageSize).ToArray();
        var cards = await lists.TheseAsync("product", [.. ids.Union(CardLists.ForCover(showroom))], cancellation);
        Exhibits = new([.. cards.Where(c => ids.Contains(c.Id))], showroom.Products.Count, page, []);
        if (this.FindNearestPage(head.Head, Exhibits.Pages) is { } nearest)
            return nearest;
        head.Fill(showroom, words["Catalogue.Showroom.Description", ("name", showroom.Name.Value), ("products", showroom.Products.Count)],
            new(new(words.Culture.Tag, words["Catalogue.Showrooms.Title"]), $"/{words.Culture.Tag}/showrooms"), cards);
        return Page();
    }
}
