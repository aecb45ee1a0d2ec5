using System.Globalization;
using System.Xml;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Pages.Machines;

/// <summary>The newest products as an Atom feed (RFC 4287), by culture, of all sectors or of one.</summary>
internal sealed class NewProductsFeed(PortalDbContext db, ReferenceData references, PublicAddress address, Wording words, PageSources sources)
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int Length = 50;

    private string Culture => words.Culture.Tag;

    /// <summary>The feed's path in the reader's culture.</summary>
    /// <param name="culture">An interface culture.</param>
    /// <param name="sector">A sector's id; null for all.</param>
    public static string PathOf(string culture, string? sector = null) => sector is null ? $"/{culture}/products.atom" : $"/{culture}/sectors/{sector}/products.atom";

    public async Task<IResult> AnswerAsync(string? sector, HttpContext context)
    {
        var stop = context.RequestAborted;
        var known = (await references.GetAsync(stop)).Sector(sector);
        if (sector is not null && known is null)
            return Results.NotFound();
        sources.AddAll("product");
        var products = db.Set<Subject>().Where(s => s.Kind == "product" && (sector == null || s.Sector == sector));
        var rows = await products.OrderByDescending(s => s.Order).Take(Length)
            .Join(db.Set<PreparedPage>().Where(p => p.Culture == Culture), s => new { s.Kind, s.Id }, p => new { p.Kind, Id = p.Subject }, (s, p) => new { s.Order, s.FirstPublished, s.Published, p.Card })
            .OrderByDescending(r => r.Order).ToListAsync(stop);
        var title = known is null ? words["Catalogue.NewProducts.Title"] : words["Catalogue.NewProducts.OfSector", ("sector", known.Names.For(Culture)!.Value.Value)];
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var xml = XmlWriter.Create(text, new() { OmitXmlDeclaration = true }))
        {
            Begin(xml, title, PathOf(Culture, sector), rows.Count == 0 ? DateTimeOffset.UnixEpoch : rows.Max(r => r.Published));
            foreach (var row in rows)
                Write(xml, ContentJson.Read<Card>(row.Card), row.FirstPublished, row.Published);
            xml.WriteEndElement();
        }
        return Results.Text("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + text, "application/atom+xml; charset=utf-8");
    }

    private void Begin(XmlWriter xml, string title, string path, DateTimeOffset updated)
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, Culture);
        xml.WriteElementString("title", Atom, title);
        xml.WriteElementString("id", Atom, address.Of(path));
        xml.WriteElementString("updated", Atom, Instant(updated));
        WriteLink(xml, "self", path);
        WriteLink(xml, "alternate", $"/{Culture}/");
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, words["Ui.Portal"]);
        xml.WriteEndElement();
    }

    private void Write(XmlWriter xml, Card card, DateTimeOffset first, DateTimeOffset last)
    {
        xml.WriteStartElement("entry", Atom);
        if (card.Name.Culture != Culture)
            xml.WriteAttributeString("xml", "lang", null, card.Name.Culture);
        xml.WriteElementString("title", Atom, card.Name.Value);
        // Names change, ids don't.
        xml.WriteElementString("id", Atom, address.Of($"/{Culture}/products/{card.Id}"));
        xml.WriteElementString("published", Atom, Instant(first));
        xml.WriteElementString("updated", Atom, Instant(last));
        WriteLink(xml, "alternate", card.Path);
        if (card.FirmName is { } firm)
        {
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, firm.Value);
            xml.WriteEndElement();
        }
        if (card.Sample)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", "sample");
            xml.WriteAttributeString("label", words["Catalogue.Sample.Long"]);
            xml.WriteEndElement();
        }
        if (card.Summary is { } summary)
        {
            xml.WriteStartElement("summary", Atom);
            if (summary.Culture != Culture)
                xml.WriteAttributeString("xml", "lang", null, summary.Culture);
            xml.WriteString(summary.Value);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void WriteLink(XmlWriter xml, string relation, string path)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address.Of(path));
        xml.WriteEndElement();
    }

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
