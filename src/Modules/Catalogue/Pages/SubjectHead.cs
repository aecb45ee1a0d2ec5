using ExportPortal.Catalogue.Pages.Machines;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Ui.Head;

namespace ExportPortal.Catalogue.Pages;

/// <summary>Fills the head of a subject's page: what browsers, search engines and messengers read of it.</summary>
internal sealed class SubjectHead(PageHead head, StructuredCatalogue structured, PictureAddresses pictures)
{
    /// <summary>The head itself.</summary>
    public PageHead Head => head;

    /// <param name="page">What the page shows.</param>
    /// <param name="description">One or two sentences about it; empty for none.</param>
    /// <param name="above">The page that leads to it.</param>
    /// <param name="exhibits">Of a showroom, cards among which its cover is chosen.</param>
    public void Fill(SubjectPage page, string description, Crumb above, IReadOnlyCollection<Card>? exhibits = null)
    {
        (head.Title, head.Paths, head.WrittenIn, head.Picture) = (page.Name.Value, page.Paths, page.WrittenIn, pictures.Of(page, exhibits ?? []));
        (head.Description, head.Trail) = (description, [above]);
        if (structured.Of(page) is { } data)
            head.Data.Add(data);
    }
}
