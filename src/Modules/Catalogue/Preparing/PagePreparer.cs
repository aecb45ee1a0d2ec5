using System.Text.Json;
using ExportPortal.Catalogue.Readiness;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;

namespace ExportPortal.Catalogue.Preparing;

/// <summary>Makes the prepared page rows of a subject, one for each interface culture.</summary>
internal sealed class PagePreparer(InterfaceTexts texts, TimeProvider time)
{
    /// <summary>What a subject's page is made of besides itself.</summary>
    /// <param name="References">Sectors, markets, regimes.</param>
    /// <param name="Slugs">Its current slugs, by culture.</param>
    /// <param name="Firm">A product's firm.</param>
    public sealed record Surroundings(ReferenceSet References, IReadOnlyDictionary<string, string> Slugs, FirmOf? Firm = null);

    /// <summary>The last segment of a page's address: the slug of the culture in which its name is shown.</summary>
    public static string SlugFor(SubjectContent subject, IReadOnlyDictionary<string, string> slugs, string culture) =>
        subject.Names.For(culture) is { } name && slugs.TryGetValue(name.Culture, out var slug) ? slug : subject.Id;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public IReadOnlyList<PreparedPage> Prepare(string kind, SubjectContent subject, Surroundings around)
    {
        var paths = PortalCultures.All.ToDictionary(c => c.Tag, c => Path(kind, subject, around.Slugs, c.Tag), StringComparer.Ordinal);
        var readiness = subject is ProductContent offered ? ReadinessOf(offered, around.References, Today) : [];
        return [.. PortalCultures.All.Select(culture =>
        {
            var (card, page, changes) = subject switch
            {
                ProductContent product => Product(product, culture, paths, around, readiness),
                OrganisationContent organisation => Organisation(organisation, culture, paths),
                ShowroomContent showroom => Showroom(showroom, culture, paths),
                _ => throw new ArgumentException($"Subjects of kind '{kind}' have no page.", nameof(subject)),
            };
            return new PreparedPage
            {
                Kind = kind,
                Subject = subject.Id,
                Culture = culture.Tag,
                Slug = SlugFor(subject, around.Slugs, culture.Tag),
                Card = JsonSerializer.Serialize(card, ContentJson.Options),
                Page = JsonSerializer.Serialize(page, page.GetType(), ContentJson.Options),
                Form = PreparedPage.PresentForm,
                StaleAt = changes?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            };
        })];
    }

    // The same in all cultures.
    private static (MarketContent Market, IReadOnlyList<ReadinessGroup> Groups)[] ReadinessOf(ProductContent product, ReferenceSet references, DateOnly today)
    {
        var readiness = new ProductReadiness(product, references, today);
        return [.. MarketsOf(product, references).Select(m => (m, readiness.In(m)))];
    }

    private (Card, SubjectPage, DateOnly? Changes) Product(ProductContent product, PortalCulture culture, Dictionary<string, string> paths, Surroundings around,
        IEnumerable<(MarketContent Market, IReadOnlyList<ReadinessGroup> Groups)> readiness)
    {
        var tag = culture.Tag;
        var today = Today;
        var sector = around.References.Sector(product.Sector)!;
        var firm = around.Firm!.Content;
        var facts = new SheetFacts(texts.For(culture)).Of(product, sector).ToArray();
        var card = new Card
        {
            Kind = "product",
            Id = product.Id,
            Name = product.Names.For(tag)!.Value,
            Summary = product.Summaries.For(tag),
            Path = paths[tag],
            Image = product.Images.FirstOrDefault()?.FileMedia,
            ImageAlt = product.Images.FirstOrDefault()?.Alt?.For(tag),
            Firm = firm.Id,
            FirmName = firm.Names.For(tag),
            Sector = sector.Id,
            SectorName = sector.Names.For(tag),
            Sample = product.Sample || firm.Sample,
        };
        var page = new ProductPage
        {
            Id = product.Id,
            Name = card.Name,
            Paths = paths,
            WrittenIn = WrittenIn(product),
            Sample = card.Sample,
            Summary = card.Summary,
            Description = Html(product.Descriptions.For(tag)),
            IsService = product.Kind == "service",
            Model = product.Model,
            Gtin = product.Gtin,
            HsCode = product.HsCode,
            Firm = around.Firm.Cards.GetOrAdd(tag, t => OrganisationCard(firm, t, Path("organisation", firm, around.Firm.Slugs, t))),
            FirmCity = firm.City.For(tag),
            Origin = firm.Country,
            Sector = sector.Id,
            SectorName = sector.Names.For(tag)!.Value,
            KeyFacts = [.. facts.Where(f => f.Attribute.Key).Select(f => f.Fact)],
            Sheet = [.. facts.Select(f => f.Fact)],
            Variants = [.. product.Variants.Select(v => v with { Names = v.Names?.Only(tag) })],
            Certificates = product.Certificates,
            Registrations = product.Registrations,
            Markets = [.. readiness.Select(m => new MarketReadiness(m.Market.Id, m.Market.Names.For(tag)!.Value, m.Groups))],
            Price = product.Price,
            MinimumOrder = product.MinimumOrder,
            LeadTimeDays = product.LeadTimeDays,
            Images = [.. product.Images.Select(i => i with { Alt = i.Alt?.Only(tag) })],
            Documents = [.. product.Documents.Select(d => d with { Title = d.Title?.Only(tag) })],
        };
        return (card, page, ProductReadiness.NextChange(product.Certificates, today));
    }

    private (Card, SubjectPage, DateOnly? Changes) Organisation(OrganisationContent organisation, PortalCulture culture, Dictionary<string, string> paths)
    {
        var tag = culture.Tag;
        var today = Today;
        var card = OrganisationCard(organisation, tag, paths[tag]);
        var page = new OrganisationPage
        {
            Id = organisation.Id,
            Name = card.Name,
            Paths = paths,
            WrittenIn = WrittenIn(organisation),
            Sample = organisation.Sample,
            Kind = organisation.Kind,
            About = Html(organisation.About.For(tag)),
            City = organisation.City.For(tag),
            Country = organisation.Country,
            Founded = organisation.Founded,
            Employees = organisation.Employees,
            Website = organisation.Website,
            KnowledgeBasedLicence = organisation.KnowledgeBasedLicence,
            Languages = organisation.Languages,
            Certificates = organisation.Certificates,
            Logo = organisation.LogoMedia,
        };
        return (card, page, ProductReadiness.NextChange(organisation.Certificates, today));
    }

    private static (Card, SubjectPage, DateOnly? Changes) Showroom(ShowroomContent showroom, PortalCulture culture, Dictionary<string, string> paths)
    {
        var tag = culture.Tag;
        var name = showroom.Names.For(tag)!.Value;
        var card = new Card { Kind = "showroom", Id = showroom.Id, Name = name, Summary = Plain(showroom.Introductions.For(tag)), Path = paths[tag], Sector = showroom.Sector, Sample = showroom.Sample };
        var page = new ShowroomPage
        {
            Id = showroom.Id,
            Name = name,
            Paths = paths,
            WrittenIn = WrittenIn(showroom),
            Sample = showroom.Sample,
            Introduction = Html(showroom.Introductions.For(tag)),
            Market = showroom.Market,
            Sector = showroom.Sector,
            Products = showroom.Products,
        };
        return (card, page, null);
    }

    /// <summary>The markets a product is offered in: those it names, else all.</summary>
    public static IEnumerable<MarketContent> MarketsOf(ProductContent product, ReferenceSet references) =>
        references.Markets.Where(m => product.Markets.Count == 0 || product.Markets.Contains(m.Id));

    private static Card OrganisationCard(OrganisationContent organisation, string tag, string path) => new()
    {
        Kind = "organisation",
        Id = organisation.Id,
        Name = organisation.Names.For(tag)!.Value,
        Summary = Plain(organisation.About.For(tag)),
        Path = path,
        Image = organisation.LogoMedia,
        Sample = organisation.Sample,
    };

    private static string Path(string kind, SubjectContent subject, IReadOnlyDictionary<string, string> slugs, string culture) =>
        $"/{culture}/{kind}s/{Uri.EscapeDataString(SlugFor(subject, slugs, culture))}";

    private static string[] WrittenIn(SubjectContent subject) =>
        [.. PortalCultures.All.Select(c => c.Tag).Where(tag => subject.Names.In(tag) is not null)];

    private static FoundText? Html(FoundText? markdown) => markdown is { } text ? text with { Value = SafeMarkdown.ToHtml(text.Value) } : null;

    // The first paragraph of a long text serves as its summary.
    private static FoundText? Plain(FoundText? markdown) => markdown is { } text
        ? text with { Value = SafeMarkdown.ToPlainText(text.Value).Split('\n', 2)[0] } : null;
}
