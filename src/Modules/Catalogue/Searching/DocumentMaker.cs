using System.Text.Json;
using ExportPortal.Catalogue.Codes;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Readiness;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Catalogue.Searching;

/// <summary>Makes search documents of subjects.</summary>
internal sealed class DocumentMaker(TimeProvider time)
{
    /// <summary>To be raised with each change of what documents are made of.</summary>
    public const int Form = 2;

    /// <summary>Facets made of a sheet's attributes begin with this.</summary>
    public const string AttributePrefix = "attribute.";

    private static readonly string[] CodeRules = ["cas", "ec", "atc", "emdn", "un-number"];

    public SearchDocument Make(SubjectContent subject, ReferenceSet references, IReadOnlyDictionary<string, string> slugs, OrganisationContent? firm, DateTimeOffset published) => subject switch
    {
        ProductContent product => Product(product, references, slugs, firm!, published),
        OrganisationContent organisation => Organisation(organisation, slugs, published),
        ShowroomContent showroom => Showroom(showroom, references, slugs, published),
        _ => throw new ArgumentException("Only subjects with a page are searched.", nameof(subject)),
    };

    private SearchDocument Product(ProductContent product, ReferenceSet references, IReadOnlyDictionary<string, string> slugs, OrganisationContent firm, DateTimeOffset published)
    {
        var sector = references.Sector(product.Sector);
        var image = product.Images.FirstOrDefault();
        var codes = Codes(product, sector).ToArray();
        return new()
        {
            Kind = "product",
            Id = product.Id,
            Published = published,
            Texts = [.. In(SearchField.Name, product.Names), .. In(SearchField.Summary, product.Summaries),
                .. product.Descriptions.Select(d => new SearchText(SearchField.Description, d.Culture, SafeMarkdown.ToPlainText(d.Value))),
                .. product.Keywords.Select(k => new SearchText(SearchField.Keywords, k.Key, string.Join("\n", k.Value))),
                .. product.Variants.SelectMany(v => In(SearchField.Facts, v.Names ?? LocalizedText.Empty)),
                .. Facts(product, sector), .. Schemes(product.Certificates), .. In(SearchField.Organisation, firm.Names),
                .. ClassNames.Of(codes.Select(c => (c.Field, c.Code))).Select(c => new SearchText(SearchField.Classification, c.Culture, c.Text))],
            Codes = codes,
            Facets = [.. Facets(product, sector, references).Distinct()],
            Cards = [.. product.Names.Select(name => Card("product", product, slugs, name) with
            {
                Summary = product.Summaries.In(name.Culture)?.Value ?? "",
                Image = image?.FileMedia?.Key,
                ImageAlt = image?.Alt?.In(name.Culture)?.Value,
                OrganisationId = firm.Id,
                OrganisationName = firm.Names.For(name.Culture)?.Value,
                OrganisationCulture = firm.Names.For(name.Culture)?.Culture,
                Sector = product.Sector,
                Sample = product.Sample || firm.Sample,
            })],
        };
    }

    private SearchDocument Organisation(OrganisationContent organisation, IReadOnlyDictionary<string, string> slugs, DateTimeOffset published) => new()
    {
        Kind = "organisation",
        Id = organisation.Id,
        Published = published,
        Texts = [.. In(SearchField.Name, organisation.Names), .. organisation.About.Select(a => new SearchText(SearchField.Description, a.Culture, SafeMarkdown.ToPlainText(a.Value))), .. In(SearchField.Facts, organisation.City), .. Schemes(organisation.Certificates)],
        Codes = [new("id", organisation.Id)],
        Facets = [.. ValidSchemes(organisation.Certificates)],
        Cards = [.. organisation.Names.Select(name => Card("organisation", organisation, slugs, name) with
        {
            Summary = organisation.About.In(name.Culture) is { } about ? SafeMarkdown.ToPlainText(about.Value) : "",
            Image = organisation.LogoMedia?.Key,
        })],
    };

    private static SearchDocument Showroom(ShowroomContent showroom, ReferenceSet references, IReadOnlyDictionary<string, string> slugs, DateTimeOffset published)
    {
        var facets = new List<FacetValue>();
        if (showroom.Sector is { } sector)
            facets.Add(new("sector", sector));
        if (references.Market(showroom.Market) is { } market)
            facets.Add(new("market", market.Id));
        return new()
        {
            Kind = "showroom",
            Id = showroom.Id,
            Published = published,
            Texts = [.. In(SearchField.Name, showroom.Names), .. showroom.Introductions.Select(i => new SearchText(SearchField.Description, i.Culture, SafeMarkdown.ToPlainText(i.Value)))],
            Codes = [new("id", showroom.Id)],
            Facets = facets,
            Cards = [.. showroom.Names.Select(name => Card("showroom", showroom, slugs, name) with
            {
                Summary = showroom.Introductions.In(name.Culture) is { } text ? SafeMarkdown.ToPlainText(text.Value) : "",
                Sector = showroom.Sector,
            })],
        };
    }

    private static SearchCard Card(string kind, SubjectContent subject, IReadOnlyDictionary<string, string> slugs, FoundText name) => new()
    {
        Culture = name.Culture,
        Name = name.Value,
        Path = $"{kind}s/{slugs.GetValueOrDefault(name.Culture, subject.Id)}",
        Sample = subject.Sample,
    };

    private static IEnumerable<SearchCode> Codes(ProductContent product, SectorContent? sheet)
    {
        yield return new("id", product.Id);
        foreach (var (field, code) in new[] { ("hs", product.HsCode), ("model", product.Model), ("gtin", product.Gtin) }
            .Concat(product.Variants.SelectMany(v => new[] { ("model", v.Model), ("gtin", v.Gtin) })))
            if (code is not null)
                yield return new(field, code);
        foreach (var attribute in sheet?.Attributes.Where(a => CodeRules.Contains(a.Rule)) ?? [])
            foreach (var code in Strings(product, attribute))
                yield return new(attribute.Rule!, code);
    }

    private IEnumerable<FacetValue> Facets(ProductContent product, SectorContent? sheet, ReferenceSet references)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        yield return new("sector", product.Sector);
        yield return new("firm", product.Firm);
        foreach (var scheme in ValidSchemes(product.Certificates))
            yield return scheme;
        var readiness = new ProductReadiness(product, references, today);
        foreach (var market in PagePreparer.MarketsOf(product, references))
        {
            yield return new("market", market.Id);
            foreach (var country in market.Countries)
            {
                yield return new("country", country.Country);
                if (readiness.MissingIn(country.Country).Count == 0)
                    yield return new("readiness", country.Country);
            }
        }
        foreach (var attribute in sheet?.Attributes.Where(a => a.Facet) ?? [])
            foreach (var value in Strings(product, attribute))
                yield return new(AttributePrefix + attribute.Id, value);
    }

    private IEnumerable<FacetValue> ValidSchemes(IEnumerable<CertificateContent> certificates)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return certificates.Where(c => c.IsValidOn(today)).Select(c => new FacetValue("certificate", c.Scheme)).Distinct();
    }

    private IEnumerable<SearchText> Schemes(IEnumerable<CertificateContent> certificates) =>
        ValidSchemes(certificates).Select(s => new SearchText(SearchField.Facts, "und", s.Value));

    // Sheet values as a reader of each culture sees them.
    private static IEnumerable<SearchText> Facts(ProductContent product, SectorContent? sheet)
    {
        foreach (var attribute in sheet?.Attributes ?? [])
        {
            if (!product.Attributes.TryGetValue(attribute.Id, out var value) || !attribute.Fits(value))
                continue;
            if (attribute.Type == "text")
                foreach (var text in value.Deserialize<LocalizedText>(ContentJson.Options)!)
                    yield return new(SearchField.Facts, text.Culture, text.Value);
            else if (attribute.Choices.Count == 0)
                foreach (var text in Strings(product, attribute))
                    yield return new(SearchField.Facts, "und", text);
            else
            {
                foreach (var name in Strings(product, attribute).SelectMany(id => attribute.Choices.FirstOrDefault(c => c.Id == id)?.Names ?? LocalizedText.Empty))
                    yield return new(SearchField.Facts, name.Culture, name.Value);
                // GHS09: who knows the code asks for it, and not for what it is called.
                foreach (var code in Strings(product, attribute).Where(id => id.Any(char.IsAsciiDigit) && id.Any(char.IsAsciiLetterUpper)))
                    yield return new(SearchField.Facts, "und", code);
            }
        }
    }

    private static IEnumerable<string> Strings(ProductContent product, SheetAttribute attribute) =>
        !product.Attributes.TryGetValue(attribute.Id, out var value) ? []
        : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.GetString()!)
        : [];

    private static IEnumerable<SearchText> In(SearchField field, LocalizedText texts) => texts.Select(t => new SearchText(field, t.Culture, t.Value));
}
