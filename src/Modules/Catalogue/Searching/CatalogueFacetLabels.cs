using ExportPortal.Catalogue.Contracts;
using ExportPortal.Catalogue.References;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Catalogue.Searching;

/// <summary>Names the values of the catalogue's facets.</summary>
internal sealed class CatalogueFacetLabels(ReferenceData references, FirmNames firms) : IFacetLabels
{
    public string? Label(string facet, string value, string culture) => facet switch
    {
        "sector" => references.Current.Sector(value)?.Names.For(culture)?.Value ?? value,
        "market" => references.Current.Market(value)?.Names.For(culture)?.Value ?? value,
        "country" or "readiness" => Countries.Name(value, culture),
        "firm" => firms.Find(value, culture) ?? value,
        "certificate" => value,
        _ when facet.StartsWith(DocumentMaker.AttributePrefix, StringComparison.Ordinal) => Choice(facet[DocumentMaker.AttributePrefix.Length..], value, culture),
        _ => null,
    };

    private string Choice(string attribute, string value, string culture) =>
        references.Current.Sectors.SelectMany(s => s.Attributes).Where(a => a.Id == attribute)
            .Select(a => a.Choices.FirstOrDefault(c => c.Id == value)?.Names?.For(culture)?.Value).FirstOrDefault(name => name is not null) ?? value;
}
