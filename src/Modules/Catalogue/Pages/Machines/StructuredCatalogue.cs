using System.Globalization;
using System.Text.Json;
using ExportPortal.Catalogue.Contracts;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using ExportPortal.Media.Contracts;
using ExportPortal.Ui.Machines;

namespace ExportPortal.Catalogue.Pages.Machines;

/// <summary>Products and organisations as objects of schema.org.</summary>
internal sealed class StructuredCatalogue(PublicAddress address, Wording words)
{
    private const int PictureWidth = 1280;

    private string Culture => words.Culture.Tag;

    /// <summary>What a subject's page tells machines; null where schema.org has no word for it.</summary>
    public Action<Utf8JsonWriter>? Of(SubjectPage page) => page switch
    {
        ProductPage product => to => Write(to, product),
        OrganisationPage organisation => to => Write(to, organisation),
        _ => null,
    };

    private void Write(Utf8JsonWriter to, ProductPage product)
    {
        to.WriteStart(product.IsService ? "Service" : "Product");
        to.WriteString("name", product.Name.Value);
        to.WriteString("url", address.Of(product.Paths[Culture]));
        to.WriteString("category", product.SectorName.Value);
        to.WriteKnown("description", product.Summary?.Value);
        WriteList(to, "image", product.Images.Where(i => i.FileMedia is not null), i => to.WriteStringValue(Picture(i.FileMedia!)));
        if (product.Sample)
            to.WriteString("disambiguatingDescription", words["Catalogue.Sample.Long"]);
        WriteBrief(to, product.IsService ? "provider" : "manufacturer", product.Firm);
        if (!product.IsService)
            WriteGoods(to, product);
        WriteList(to, "hasCertification", product.Certificates, c => Write(to, c));
        if (product.Price is { } price)
            WriteOffer(to, price, product.Firm);
        to.WriteEndObject();
    }

    private void WriteGoods(Utf8JsonWriter to, ProductPage product)
    {
        to.WriteStart("countryOfOrigin", "Country");
        to.WriteString("identifier", product.Origin);
        to.WriteString("name", Countries.Name(product.Origin, Culture));
        to.WriteEndObject();
        to.WriteKnown("mpn", product.Model);
        to.WriteKnown("gtin", product.Gtin);
        var properties = product.Sheet.Select(f => (f.Label.Value, Values: f.Values.Select(v => v.Text.Value)));
        WriteList(to, "additionalProperty", product.HsCode is { } hs ? properties.Append(("HS", [hs])) : properties, p => WriteProperty(to, p.Value, [.. p.Values]));
    }

    private void Write(Utf8JsonWriter to, OrganisationPage organisation)
    {
        to.WriteStart(organisation.Kind == "university" ? "CollegeOrUniversity" : "Organization");
        to.WriteString("name", organisation.Name.Value);
        to.WriteString("url", address.Of(organisation.Paths[Culture]));
        if (organisation.Sample)
            to.WriteString("disambiguatingDescription", words["Catalogue.Sample.LongFirm"]);
        to.WriteStart("address", "PostalAddress");
        to.WriteString("addressCountry", organisation.Country);
        to.WriteKnown("addressLocality", organisation.City?.Value);
        to.WriteEndObject();
        to.WriteKnown("logo", organisation.Logo is { } logo ? Picture(logo) : null);
        to.WriteKnown("sameAs", organisation.Website);
        to.WriteKnown("foundingDate", organisation.Founded?.ToString(CultureInfo.InvariantCulture));
        if (organisation.Employees?.Split('-') is [var least, var most])
        {
            to.WriteStart("numberOfEmployees", "QuantitativeValue");
            WriteWhole(to, "minValue", least);
            WriteWhole(to, "maxValue", most);
            to.WriteEndObject();
        }
        WriteList(to, "hasCertification", organisation.Certificates, c => Write(to, c));
        to.WriteEndObject();
    }

    private void WriteBrief(Utf8JsonWriter to, string name, Card firm)
    {
        to.WriteStart(name, "Organization");
        to.WriteString("name", firm.Name.Value);
        to.WriteString("url", address.Of(firm.Path));
        to.WriteEndObject();
    }

    private string Picture(StoredFile file) => address.Of(MediaAddress.Picture(file.Key, PictureWidth, "jpg"));

    private void WriteOffer(Utf8JsonWriter to, PriceContent price, Card firm)
    {
        to.WriteStart("offers", "AggregateOffer");
        to.WriteString("priceCurrency", price.Currency);
        to.WriteNumber("lowPrice", price.From);
        to.WriteNumber("highPrice", price.To ?? price.From);
        WriteBrief(to, "seller", firm);
        to.WriteEndObject();
    }

    private static void WriteProperty(Utf8JsonWriter to, string name, string[] values)
    {
        to.WriteStart(null, "PropertyValue");
        to.WriteString("name", name);
        if (values is [var only])
            to.WriteString("value", only);
        else
        {
            to.WriteStartArray("value");
            foreach (var value in values)
                to.WriteStringValue(value);
            to.WriteEndArray();
        }
        to.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter to, CertificateContent certificate)
    {
        to.WriteStart(null, "Certification");
        to.WriteString("name", certificate.Scheme);
        to.WriteKnown("certificationIdentification", certificate.Number);
        if (certificate.Issuer is { } issuer)
        {
            to.WriteStart("issuedBy", "Organization");
            to.WriteString("name", issuer);
            to.WriteEndObject();
        }
        to.WriteKnown("validFrom", Day(certificate.Issued));
        to.WriteKnown("expires", Day(certificate.Expires));
        to.WriteEndObject();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void WriteWhole(Utf8JsonWriter to, string name, string number)
    {
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            to.WriteNumber(name, value);
    }

    // Nothing for an empty list.
    private static void WriteList<T>(Utf8JsonWriter to, string name, IEnumerable<T> items, Action<T> write)
    {
        var any = false;
        foreach (var item in items)
        {
            if (!any)
                to.WriteStartArray(name);
            any = true;
            write(item);
        }
        if (any)
            to.WriteEndArray();
    }
}
