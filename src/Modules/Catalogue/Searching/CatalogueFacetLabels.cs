using ExportPortal.Catalogue.Contracts;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Catalogue.Searching;

/// <summary>Names the catalogue's facets and their values.</summary>
internal sealed class CatalogueFacetLabels(ReferenceData references, FirmNames firms) : IFacetLabels
{
    public long Edition => references.Edition + firms.Edition;

    public FoundText? Label(string facet, string value, string culture) => facet switch
    {
        "sector" => references.Current.Sector(value)?.Names.For(culture) ?? Code(value),
        "market" => references.Current.Market(value)?.Names.For(culture) ?? Code(value),
        "country" or "readiness" => Countries.IsCountry(value) ? new((PortalCultures.Nearest(culture) ?? PortalCultures.Default).Tag, Countries.Name(value, culture)) : Code(value),
        "firm" => firms.Find(value, culture) ?? Code(value),
        "certificate" => Code(value),
        _ when AttributeOf(facet) is { } attribute => Choice(attribute, value, culture),
        _ => null,
    };

    public FoundText? Name(string facet, string culture) =>
        AttributeOf(facet) is { } id ? Attributes(id).Select(a => a.Names.For(culture)).FirstOrDefault(name => name is not null) ?? Code(id) : null;

    private FoundText Choice(string attribute, string value, string culture) =>
        Attributes(attribute).Select(a => a.Choices.FirstOrDefault(c => c.Id == value)?.Names?.For(culture)).FirstOrDefault(name => name is not null) ?? Code(value);

    private IEnumerable<SheetAttribute> Attributes(string id) => references.Current.Sectors.SelectMany(s => s.Attributes).Where(a => a.Id == id);

    private static string? AttributeOf(string facet) =>
        facet.StartsWith(DocumentMaker.AttributePrefix, StringComparison.Ordinal) ? facet[DocumentMaker.AttributePrefix.Length..] : null;

    private static FoundText Code(string value) => new("", value);
}
