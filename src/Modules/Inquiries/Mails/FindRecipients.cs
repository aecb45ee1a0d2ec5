using ExportPortal.Catalogue.Contracts;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.People;

namespace ExportPortal.Inquiries.Mails;

/// <summary>Finds whom a notice about an inquiry goes to.</summary>
internal sealed class FindRecipients(IStaffDirectory staff, TradeMap map, CatalogueCards cards)
{
    // ISO 3166-1 leaves it to its users.
    private const string UnnamedCountry = "ZZ";

    /// <summary>The desk's officers; without any, the desk's own address; without that, the administrators.</summary>
    public async Task<IReadOnlyList<Addressee>> OfDeskAsync(string desk, CancellationToken cancellation)
    {
        if (desk.Length > 0 && await staff.FindAsync(Scope.Desk(desk), cancellation) is { Count: > 0 } officers)
            return officers;
        if (map.Desk(desk) is { Email.Length: > 0 } info)
            return [new(info.Email, "", (info.Languages.Select(PortalCultures.Nearest).FirstOrDefault(c => c is not null) ?? PortalCultures.Default).Tag)];
        return await staff.FindAsync(Scope.Administrator, cancellation);
    }

    /// <summary>Those above a desk: the administrators; without any, the desk that answers for countries nobody names.</summary>
    public async Task<IReadOnlyList<Addressee>> AboveDeskAsync(CancellationToken cancellation) =>
        await staff.FindAsync(Scope.Administrator, cancellation) is { Count: > 0 } administrators ? administrators
            : await OfDeskAsync(map.DeskOf(UnnamedCountry)?.Id ?? "", cancellation);

    /// <summary>The firm's people; without any, the address it states for inquiries; empty without that.</summary>
    public async Task<IReadOnlyList<Addressee>> OfFirmAsync(string firm, CancellationToken cancellation)
    {
        if (await staff.FindAsync(Scope.Firm(firm), cancellation) is { Count: > 0 } people)
            return people;
        // A firm works in Persian.
        return await cards.EmailOfAsync(firm, cancellation) is { Length: > 0 } email ? [new(email, "", "fa")] : [];
    }
}
