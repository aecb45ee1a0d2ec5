using ExportPortal.Catalogue.Contracts;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Outcomes;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>What an inquiry is about.</summary>
/// <param name="Origin">What led to it, as <c>kind:id</c>.</param>
/// <param name="Products">The products, those that are published.</param>
/// <param name="Organisation">The organisation asked as such; null when only products are asked about.</param>
/// <param name="Firms">Every firm asked, each once.</param>
/// <param name="Desk">The desk asked itself; null when firms are.</param>
internal sealed record Asked(string Origin, IReadOnlyList<SubjectCard> Products, SubjectCard? Organisation, IReadOnlyList<string> Firms, DeskInfo? Desk);

/// <summary>Finds in the catalogue what an inquiry is about.</summary>
internal sealed class FindAsked(CatalogueCards cards, TradeMap map)
{
    // A showroom offers more than one inquiry takes, for its reader to choose from; beyond this nobody chooses by ticking.
    private const int MostLookedUp = 500;

    /// <summary>What is published of what the form names, in an interface culture; nothing asked leaves the firms empty and the desk null.</summary>
    public async Task<Asked> RunAsync(InquiryForm form, string culture, CancellationToken cancellation)
    {
        var showroom = form.Showroom.Length > 0 ? await cards.ProductsOfShowroomAsync(form.Showroom, cancellation) : [];
        var wanted = form.Products.Count > 0 || form.Organisation.Length > 0 ? form.Products : showroom;
        var products = await cards.FindAsync("product", [.. wanted.Distinct().Take(MostLookedUp)], culture, cancellation);
        var organisation = form.Organisation.Length > 0 ? (await cards.FindAsync("organisation", [form.Organisation], culture, cancellation)).FirstOrDefault() : null;
        var firms = products.Select(p => p.Firm).Append(organisation?.Id).OfType<string>().Distinct().ToArray();
        var desk = form is { Products.Count: 0, Organisation: "", Showroom: "" } ? map.Desk(form.Desk) : null;
        var origin = desk is not null ? Inquiry.DeskOrigin + desk.Id
            : organisation is not null ? "organisation:" + organisation.Id
            : showroom.Count > 0 ? "showroom:" + form.Showroom
            : products.Count == 1 ? "product:" + products[0].Id
            : FormattableString.Invariant($"shortlist:{products.Count}");
        return new(origin, products, organisation, firms, desk);
    }

    /// <summary>What of the form's subjects can't be asked about.</summary>
    public static IEnumerable<Refusal> Refuse(InquiryForm form, Asked asked)
    {
        if (Math.Max(form.Products.Distinct().Count(), asked.Products.Count) > Inquiry.MostProducts)
            yield return new("Inquiries.Form.TooManyProducts", "product", ("most", Inquiry.MostProducts));
        else if (form.Products.FirstOrDefault(id => asked.Products.All(p => p.Id != id)) is { } gone)
            yield return new("Inquiries.Form.ProductGone", "product", ("product", gone));
        if (form.Organisation.Length > 0 && asked.Organisation is null)
            yield return new("Inquiries.Form.OrganisationGone", "organisation");
        if (form.Products.Count == 0 && form.Organisation.Length == 0 && asked.Firms.Count == 0 && asked.Desk is null)
            yield return form.Showroom.Length > 0 ? new("Inquiries.Form.ShowroomGone", "showroom")
                : form.Desk.Length > 0 ? new("Inquiries.Form.DeskGone", "desk") : new("Inquiries.Form.NothingAsked", "product");
    }
}
