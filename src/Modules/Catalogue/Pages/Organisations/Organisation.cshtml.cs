using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Catalogue.Pages.Organisations;

[CachedPage(Numbered = true)]
internal sealed class OrganisationModel(FindSubjectPage find, CardLists lists, SubjectHead head, Wording words, TimeProvider time) : PageModel
{
    public OrganisationPage Organisation { get; private set; } = null!;

    public CardList Products { get; private set; } = null!;

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await find.RunAsync<OrganisationPage>("organisation", slug, cancellation) is not { } organisation)
            return await find.ElsewhereAsync("organisation", slug, cancellation) is { } path ? RedirectPermanent(path) : NotFound();
        Organisation = organisation;
        Products = await lists.OfFirmAsync(organisation.Id, this.ReadPage(), cancellation);
        if (this.FindNearestPage(head.Head, Products.Pages) is { } nearest)
            return nearest;
        head.Fill(organisation, words["Catalogue.Organisation.Description", ("name", organisation.Name.Value), ("products", Products.Total)],
            new(new(words.Culture.Tag, words["Catalogue.Organisations.Title"]), $"/{words.Culture.Tag}/organisations"));
        return Page();
    }
}
