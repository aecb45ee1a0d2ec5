using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Values;
using ExportPortal.Media.Contracts;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Contracts;

/// <summary>What other modules show of a published subject.</summary>
/// <param name="Kind"><c>product</c>, <c>organisation</c> or <c>showroom</c>.</param>
/// <param name="Id">Its public id.</param>
/// <param name="Name">Its name for the reader, with the culture it is written in.</param>
/// <param name="Summary">One or two sentences, plain text; null if there are none.</param>
/// <param name="Path">Its page's path in the reader's culture, percent-encoded.</param>
/// <param name="Image">Its first picture or logo; null if it has none.</param>
/// <param name="ImageAlt">The picture's alternative text; null if there is none.</param>
/// <param name="Firm">A product's firm, by its public id; null for other kinds.</param>
/// <param name="FirmName">The firm's name for the reader; null for other kinds.</param>
/// <param name="Sector">The public id of its sector; null if it has none.</param>
public sealed record SubjectCard(string Kind, string Id, FoundText Name, FoundText? Summary, string Path, StoredFile? Image, FoundText? ImageAlt, string? Firm, FoundText? FirmName, string? Sector);

/// <summary>Reads published subjects for other modules.</summary>
public sealed class CatalogueCards(PortalDbContext db)
{
    /// <summary>The cards of those subjects that are published, in the order asked for; others are left out.</summary>
    /// <param name="kind"><c>product</c>, <c>organisation</c> or <c>showroom</c>.</param>
    /// <param name="ids">Public ids.</param>
    /// <param name="culture">An interface culture.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<SubjectCard>> FindAsync(string kind, IReadOnlyCollection<string> ids, string culture, CancellationToken cancellation)
    {
        var wanted = ids.Where(PublicId.IsValid).ToArray();
        var found = await db.Set<PreparedPage>().Where(p => p.Kind == kind && p.Culture == culture && wanted.Contains(p.Subject))
            .Select(p => p.Card).ToListAsync(cancellation);
        var cards = found.Select(ContentJson.Read<Card>).ToDictionary(c => c.Id, StringComparer.Ordinal);
        return [.. wanted.Where(cards.ContainsKey).Distinct().Select(id => ToContract(cards[id]))];
    }

    /// <summary>The products a published showroom shows, in its order; empty when there is no such showroom.</summary>
    public async Task<IReadOnlyList<string>> ProductsOfShowroomAsync(string showroom, CancellationToken cancellation) =>
        PublicId.IsValid(showroom) && await db.Set<Subject>().Where(s => s.Kind == "showroom" && s.Id == showroom).Select(s => s.Content).FirstOrDefaultAsync(cancellation) is { } content
            ? ContentJson.Read<ShowroomContent>(content).Products : [];

    /// <summary>The languages a published organisation answers in, as it states them, best first; empty when it states none.</summary>
    public async Task<IReadOnlyList<string>> LanguagesOfAsync(string organisation, CancellationToken cancellation) =>
        await OrganisationAsync(organisation, cancellation) is { } content ? content.Languages : [];

    /// <summary>The address an organisation receives inquiries at, never shown publicly; null when it gave none or is not published.</summary>
    public async Task<string?> EmailOfAsync(string organisation, CancellationToken cancellation) =>
        (await OrganisationAsync(organisation, cancellation))?.Email;

    private async Task<OrganisationContent?> OrganisationAsync(string id, CancellationToken cancellation) =>
        PublicId.IsValid(id) && await db.Set<Subject>().Where(s => s.Kind == "organisation" && s.Id == id).Select(s => s.Content).FirstOrDefaultAsync(cancellation) is { } content
            ? ContentJson.Read<OrganisationContent>(content) : null;

    private static SubjectCard ToContract(Card card) =>
        new(card.Kind, card.Id, card.Name, card.Summary, card.Path, card.Image, card.ImageAlt, card.Firm, card.FirmName, card.Sector);
}
