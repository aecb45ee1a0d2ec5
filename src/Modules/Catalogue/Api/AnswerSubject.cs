using ExportPortal.Catalogue.Pages.Products;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Api;
using ExportPortal.Kernel.Database;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Api;

/// <summary>Answers with one product, organisation or showroom as its page shows it. What is not, or no longer, on the site is not found.</summary>
internal sealed class AnswerSubject(PortalDbContext db, ReferenceData references, ApiWords words)
{
    public async Task<IResult> ProductAsync(string id, HttpContext context)
    {
        // Page and line in one query: the page knows what surrounds the product, the line its values as they were given.
        var row = await Rows("product", id).Join(db.Set<Subject>(), p => new { p.Kind, Id = p.Subject }, s => new { s.Kind, s.Id }, (p, s) => new { p.Page, s.Content }).FirstOrDefaultAsync(context.RequestAborted);
        if (row is null)
            return NotFound(context);
        var page = ContentJson.Read<ProductPage>(row.Page);
        return ApiJson.Of(new ProductJson
        {
            Id = page.Id,
            Name = TextJson.Of(page.Name)!,
            Url = words.Page(page.Paths[words.Culture]),
            Urls = words.Urls(page),
            Sample = page.Sample,
            Kind = page.IsService ? "service" : "goods",
            Summary = TextJson.Of(page.Summary),
            Description = HtmlJson.Of(page.Description),
            Model = page.Model,
            Gtin = page.Gtin,
            HsCode = page.HsCode,
            Origin = words.Country(page.Origin),
            Organisation = words.Subject(page.Firm),
            Sector = new(page.Sector, TextJson.Of(page.SectorName)!, words.Page($"/{words.Culture}/sectors/{page.Sector}")),
            Attributes = Attributes(ContentJson.Read<ProductContent>(row.Content), await references.GetAsync(context.RequestAborted)),
            Variants = [.. page.Variants.Select(v => new VariantJson(v.Id, words.TextOrNone(v.Names), v.Model, v.Gtin))],
            Certificates = words.Certificates(page.Certificates),
            Registrations = [.. page.Registrations.Select(r => new RegistrationJson(words.Country(r.Country), r.Authority, r.Number, r.Holder, r.Class, r.Status, r.Date))],
            Markets = [.. page.Markets.Select(m => new ReadinessJson(m.Market, TextJson.Of(m.Name)!, m.Ready, [.. m.Groups.SelectMany(Readiness)]))],
            Price = page.Price is { } price ? new(price.Currency, price.From, price.To, words.Unit(price.Unit), price.Incoterm, price.Place, words.Words.Price(price)) : null,
            MinimumOrder = page.MinimumOrder is { } least ? new(least.Quantity, words.Unit(least.Unit), words.Words.Quantity(least)) : null,
            LeadTimeDays = page.LeadTimeDays,
            Pictures = [.. page.Images.Where(i => i.FileMedia is not null).Select(i => words.Picture(i.FileMedia!, i.Alt))],
            Documents = words.Documents(page.Id, page.Documents),
        });
    }

    public async Task<IResult> OrganisationAsync(string id, HttpContext context)
    {
        if (await ReadAsync<OrganisationPage>("organisation", id, context.RequestAborted) is not { } page)
            return NotFound(context);
        return ApiJson.Of(new OrganisationJson
        {
            Id = page.Id,
            Name = TextJson.Of(page.Name)!,
            Url = words.Page(page.Paths[words.Culture]),
            Urls = words.Urls(page),
            Sample = page.Sample,
            Kind = page.Kind,
            About = HtmlJson.Of(page.About),
            City = TextJson.Of(page.City),
            Country = words.Country(page.Country),
            Founded = page.Founded,
            Employees = page.Employees,
            Website = page.Website,
            KnowledgeBasedLicence = page.KnowledgeBasedLicence,
            Languages = [.. page.Languages.Select(words.Language)],
            Certificates = words.Certificates(page.Certificates),
            Logo = page.Logo is { } logo ? words.Picture(logo) : null,
            Products = words.Api($"/search?firm={page.Id}"),
        });
    }

    public async Task<IResult> ShowroomAsync(string id, HttpContext context)
    {
        if (await ReadAsync<ShowroomPage>("showroom", id, context.RequestAborted) is not { } page)
            return NotFound(context);
        var set = await references.GetAsync(context.RequestAborted);
        return ApiJson.Of(new ShowroomJson
        {
            Id = page.Id,
            Name = TextJson.Of(page.Name)!,
            Url = words.Page(page.Paths[words.Culture]),
            Urls = words.Urls(page),
            Sample = page.Sample,
            Introduction = HtmlJson.Of(page.Introduction),
            Market = set.Market(page.Market) is { } market ? words.Reference("markets", market) : null,
            Sector = set.Sector(page.Sector) is { } sector ? words.Reference("sectors", sector) : null,
            Products = await CardsAsync(page.Products, context.RequestAborted),
        });
    }

    private IReadOnlyList<AttributeJson> Attributes(ProductContent product, ReferenceSet set) => set.Sector(product.Sector) is not { } sheet ? []
        : [.. new SheetFacts(words.Words).Of(product, sheet).Select(f => new AttributeJson(f.Attribute.Id, TextJson.Of(f.Fact.Label)!, f.Attribute.Type, f.Attribute.Key,
            product.Attributes[f.Attribute.Id], words.Unit(SheetFacts.Unit(f.Attribute, product.Attributes[f.Attribute.Id])), [.. f.Fact.Values.Select(v => v.IsCode ? new(v.Text.Value, null, null) : TextJson.Of(v.Text)!)]))];

    private IEnumerable<CountryReadinessJson> Readiness(ReadinessGroup group)
    {
        MissingJson[] missing = [.. group.Missing.Select(m => new MissingJson(m.Needs, m.What, m.Culture, words.Words.Missing(m)))];
        return group.Countries.Split(' ').Select(c => new CountryReadinessJson(words.Country(c), missing.Length == 0, missing));
    }

    private async Task<IReadOnlyList<LinkJson>> CardsAsync(IReadOnlyList<string> products, CancellationToken cancellation)
    {
        var rows = await db.Set<PreparedPage>().Where(p => p.Kind == "product" && p.Culture == words.Culture && products.Contains(p.Subject)).Select(p => p.Card).ToListAsync(cancellation);
        var cards = rows.Select(ContentJson.Read<Card>).ToDictionary(c => c.Id, StringComparer.Ordinal);
        return [.. products.Where(cards.ContainsKey).Select(id => words.Subject(cards[id]))];
    }

    private async Task<T?> ReadAsync<T>(string kind, string id, CancellationToken cancellation) where T : SubjectPage =>
        await Rows(kind, id).Select(p => p.Page).FirstOrDefaultAsync(cancellation) is { } json ? ContentJson.Read<T>(json) : null;

    private IQueryable<PreparedPage> Rows(string kind, string id) => db.Set<PreparedPage>().AsNoTracking().Where(p => p.Kind == kind && p.Subject == id && p.Culture == words.Culture);

    private static IResult NotFound(HttpContext context) => ApiProblem.Of(context, StatusCodes.Status404NotFound);
}
