using ExportPortal.Catalogue.Contracts;
using ExportPortal.Catalogue.Pages.Products;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using ExportPortal.Media.Contracts;
using ExportPortal.Ui.Machines;

namespace ExportPortal.Catalogue.Pages.Machines;

/// <summary>Where the drawn pictures of subjects' pages are, and what is drawn on them: an address changes with what its picture shows.</summary>
internal sealed class PictureAddresses(Wording words)
{
    private string Culture => words.Culture.Tag;

    /// <summary>What is shown of a page where somebody shares its address. Nothing is read or drawn for it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="exhibits">Of a showroom, cards among which its cover is chosen.</param>
    public SharedPicture Of(SubjectPage page, IReadOnlyCollection<Card> exhibits) => new(PathOf(KindOf(page), page.Id, CardOf(page, exhibits)), ShareCard.Width, ShareCard.Height, AltOf(page));

    /// <summary>The path of a subject's picture.</summary>
    public string PathOf(string kind, string id, ShareCard card) => $"/{Culture}/{kind}s/{id}/share-{card.Hash}.jpg";

    /// <summary>What is drawn.</summary>
    public ShareCard CardOf(SubjectPage page, IReadOnlyCollection<Card> exhibits) => page switch
    {
        ProductPage product => Card(page, product.SectorName, "Catalogue.Sample.Long") with
        {
            ByLine = Known(product.Firm.Name, product.FirmCity),
            Mark = words.Origin(product),
            Sector = product.Sector,
            Pictures = Kept(FirstImage(product)?.FileMedia),
        },
        OrganisationPage organisation => Card(page, Own(words["Catalogue.Organisation.Kind." + organisation.Kind]), "Catalogue.Sample.LongFirm") with
        {
            ByLine = Known(organisation.City, Own(Countries.Name(organisation.Country, Culture))),
            Pictures = Kept(organisation.Logo),
        },
        ShowroomPage showroom => Card(page, Own(words["Catalogue.Showroom.Kicker"]), "Catalogue.Sample.LongShowroom") with
        {
            Mark = words["Catalogue.Showroom.Exhibits", ("count", showroom.Products.Count)],
            Sector = showroom.Sector,
            Pictures = Kept(CardLists.Cover(showroom, exhibits).Select(c => c.Image)),
        },
        _ => throw new ArgumentException("No kind of subject.", nameof(page)),
    };

    private ShareCard Card(SubjectPage page, FoundText kicker, string caution) => new()
    {
        Subject = $"{KindOf(page)}/{page.Id}",
        Culture = words.Culture,
        Portal = words["Ui.Portal"],
        Kicker = kicker,
        Name = page.Name,
        Caution = page.Sample ? words[caution] : null,
    };

    private string AltOf(SubjectPage page) => (page is ProductPage product ? FirstImage(product)?.Alt?.For(Culture)?.Value : null) ?? page.Name.Value;

    private static ImageContent? FirstImage(ProductPage product) => product.Images.FirstOrDefault(i => i.FileMedia is not null);

    private static string KindOf(SubjectPage page) => page switch { ProductPage => "product", OrganisationPage => "organisation", _ => "showroom" };

    private static FoundText[] Known(params FoundText?[] texts) => [.. texts.OfType<FoundText>()];

    private static StoredFile[] Kept(params IEnumerable<StoredFile?> files) => [.. files.OfType<StoredFile>()];

    private FoundText Own(string text) => new(Culture, text);
}
