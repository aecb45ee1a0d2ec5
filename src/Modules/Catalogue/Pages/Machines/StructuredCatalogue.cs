using System.Globalization;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Contracts;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Catalogue.Pages.Machines;

/// <summary>Products and organisations as objects of schema.org.</summary>
internal sealed class StructuredCatalogue(PublicAddress address, Wording words)
{
    private const string Context = "https://schema.org";
    private const int PictureWidth = 1280;

    /// <summary>What a subject's page tells machines; null where schema.org has no word for it.</summary>
    public JsonObject? Of(SubjectPage page, string culture) => page switch
    {
        ProductPage product => Product(product, culture),
        OrganisationPage organisation => Organisation(organisation, culture),
        _ => null,
    };

    private JsonObject Product(ProductPage product, string culture)
    {
        var data = new JsonObject
        {
            ["@context"] = Context,
            ["@type"] = product.IsService ? "Service" : "Product",
            ["name"] = product.Name.Value,
            ["url"] = address.Of(product.Paths[culture]),
            ["category"] = product.SectorName.Value,
        };
        Add(data, "description", product.Summary?.Value);
        Add(data, "image", Pictures(product));
        if (product.Sample)
            data["disambiguatingDescription"] = words["Catalogue.Sample.Long"];
        var firm = Brief(product.Firm);
        if (product.IsService)
            data["provider"] = firm;
        else
        {
            data["manufacturer"] = firm;
            data["countryOfOrigin"] = new JsonObject { ["@type"] = "Country", ["identifier"] = product.Origin, ["name"] = Countries.Name(product.Origin, culture) };
            Add(data, "mpn", product.Model);
            Add(data, "gtin", product.Gtin);
            Add(data, "additionalProperty", List(product.Sheet.Select(f => Property(f.Label.Value, [.. f.Values.Select(v => v.Text.Value)]))
                .Concat(product.HsCode is { } hs ? [Property("HS", hs)] : [])));
        }
        Add(data, "hasCertification", List(product.Certificates.Select(Certificate)));
        if (product.Price is { } price)
            data["offers"] = Offer(price, product.Firm);
        return data;
    }

    private JsonObject Organisation(OrganisationPage organisation, string culture)
    {
        var data = new JsonObject
        {
            ["@context"] = Context,
            ["@type"] = organisation.Kind == "university" ? "CollegeOrUniversity" : "Organization",
            ["name"] = organisation.Name.Value,
            ["url"] = address.Of(organisation.Paths[culture]),
        };
        if (organisation.Sample)
            data["disambiguatingDescription"] = words["Catalogue.Sample.LongFirm"];
        var place = new JsonObject { ["@type"] = "PostalAddress", ["addressCountry"] = organisation.Country };
        Add(place, "addressLocality", organisation.City?.Value);
        data["address"] = place;
        Add(data, "logo", organisation.Logo is { } logo ? Picture(logo) : null);
        Add(data, "sameAs", organisation.Website);
        Add(data, "foundingDate", organisation.Founded?.ToString(CultureInfo.InvariantCulture));
        if (organisation.Employees?.Split('-') is [var least, var most])
            data["numberOfEmployees"] = new JsonObject { ["@type"] = "QuantitativeValue", ["minValue"] = Whole(least), ["maxValue"] = Whole(most) };
        Add(data, "hasCertification", List(organisation.Certificates.Select(Certificate)));
        return data;
    }

    private JsonObject Brief(Card firm) => new() { ["@type"] = "Organization", ["name"] = firm.Name.Value, ["url"] = address.Of(firm.Path) };

    private JsonArray? Pictures(ProductPage product) => List(product.Images.Where(i => i.FileMedia is not null).Select(i => JsonValue.Create(Picture(i.FileMedia!))));

    private string Picture(StoredFile file) => address.Of(MediaAddress.Picture(file.Key, PictureWidth, "jpg"));

    private JsonObject Offer(PriceContent price, Card firm) => new()
    {
        ["@type"] = "AggregateOffer",
        ["priceCurrency"] = price.Currency,
        ["lowPrice"] = price.From,
        ["highPrice"] = price.To ?? price.From,
        ["seller"] = Brief(firm),
    };

    private static JsonObject Property(string name, params string[] values) => new()
    {
        ["@type"] = "PropertyValue", ["name"] = name, ["value"] = values is [var only] ? (JsonNode)only : new JsonArray([.. values.Select(v => JsonValue.Create(v))]),
    };

    private static JsonObject Certificate(CertificateContent certificate)
    {
        var data = new JsonObject { ["@type"] = "Certification", ["name"] = certificate.Scheme };
        Add(data, "certificationIdentification", certificate.Number);
        Add(data, "issuedBy", certificate.Issuer is { } issuer ? new JsonObject { ["@type"] = "Organization", ["name"] = issuer } : null);
        Add(data, "validFrom", Day(certificate.Issued));
        Add(data, "expires", Day(certificate.Expires));
        return data;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonNode? Whole(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? JsonValue.Create(value) : null;

    private static JsonArray? List(IEnumerable<JsonNode> items) => items.ToArray() is { Length: > 0 } some ? new JsonArray(some) : null;

    private static void Add(JsonObject data, string name, JsonNode? value)
    {
        if (value is not null)
            data[name] = value;
    }
}
