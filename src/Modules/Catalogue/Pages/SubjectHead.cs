using ExportPortal.Catalogue.Pages.Machines;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Head;

namespace ExportPortal.Catalogue.Pages;

/// <summary>Fills the head of a subject's page: what browsers, search engines and messengers read of it.</summary>
internal sealed class SubjectHead(PageHead head, StructuredCatalogue structured, SharedPictures pictures, Wording words)
{
    public void Fill(SubjectPage page)
    {
        (head.Title, head.Paths, head.WrittenIn, head.Picture) = (page.Name.Value, page.Paths, page.WrittenIn, pictures.Of(page));
        if (structured.Of(page, words.Culture.Tag) is { } data)
            head.Data.Add(data);
    }
}
