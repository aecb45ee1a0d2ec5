using ExportPortal.Catalogue.Contracts;
using ExportPortal.Catalogue.Pages.Products;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Limits;
using ExportPortal.Kernel.Texts;
using ExportPortal.Media.Contracts;
using ExportPortal.Ui.Machines;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Pages.Machines;

/// <summary>The drawn pictures of subjects' pages, one for each culture, at addresses that change with what they show.</summary>
internal sealed class SharedPictures(PortalDbContext db, ShareCards cards, CardLists lists, ReadLimit limit, Wording words)
{
    private string Culture => words.Culture.Tag;

    /// <summary>What is shown of a page where somebody shares its address. Nothing is read or drawn for it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="exhibits">Of a showroom, cards among which its cover is chosen.</param>
    public SharedPicture Of(SubjectPage page, IReadOnlyCollection<Card> exhibits) => new(PathOf(KindOf(page), page.Id, CardOf(page, exhibits)), ShareCard.Width, ShareCard.Height, AltOf(page));

    /// <summary>Answers with the picture of a subject's page; a former address leads to the present one.</summary>
    public async Task<IResult> AnswerAsync(string kind, string id, string hash, HttpContext context)
    {
        if (!limit.TryTake(context))
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        var json = await db.Set<PreparedPage>().Where(p => p.Kind == kind && p.Culture == Culture && p.Subject == id).Select(p => p.Page).FirstOrDefaultAsync(context.RequestAborted);
        if (json is null)
            return Results.NotFound();
        SubjectPage page = kind switch
        {
            "product" => ContentJson.Read<ProductPage>(json),
            "organisation" => ContentJson.Read<OrganisationPage>(json),
            _ => ContentJson.Read<ShowroomPage>(json),
        };
        var card = CardOf(page, page is ShowroomPage showroom ? await lists.TheseAsync("product", [.. CardLists.ForCover(showroom)], context.RequestAborted) : []);
        if (card.Hash == hash)
            return await cards.AnswerAsync(card, context);
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Results.LocalRedirect(PathOf(kind, id, card));
    }

    private string PathOf(string kind, string id, ShareCard card) => $"/{Culture}/{kind}s/{id}/share-{card.Hash}.jpg";

    private ShareCard CardOf(SubjectPage page, IReadOnlyCollection<Card> exhibits) => page switch
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
