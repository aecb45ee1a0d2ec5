using ExportPortal.Kernel.Api;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Content.Pages.Developers;

/// <summary>The API for people: what its description says, as a page.</summary>
[CachedPage]
internal sealed class DevelopersModel(ApiDocument document, PublicAddress address, PageHead head, Wording words) : PageModel
{
    /// <summary>Where all of it stands.</summary>
    public string Root => address.Of(ApiEndpoints.Root);

    /// <summary>All requests, by what they belong to.</summary>
    public IReadOnlyList<IGrouping<string, Operation>> Groups { get; private set; } = [];

    public void OnGet()
    {
        Groups = [.. Operation.Read(document.For(address.Root)).GroupBy(o => o.Tag)];
        (head.Title, head.Description) = (words["Content.Developers.Title"], words["Content.Developers.Lead"]);
    }
}
