namespace ExportPortal.Catalogue.Subjects;

/// <summary>The content of each kind of subject.</summary>
internal static class SubjectContents
{
    /// <summary>True for kinds that have a public page.</summary>
    public static bool HasPage(string kind) => kind is "product" or "organisation" or "showroom";

    public static SubjectContent Read(string kind, string json) => kind switch
    {
        "product" => ContentJson.Read<ProductContent>(json),
        "organisation" => ContentJson.Read<OrganisationContent>(json),
        "showroom" => ContentJson.Read<ShowroomContent>(json),
        "sector" => ContentJson.Read<SectorContent>(json),
        "market" => ContentJson.Read<MarketContent>(json),
        "desk" => ContentJson.Read<DeskContent>(json),
        "regime" => ContentJson.Read<RegimeContent>(json),
        "glossary" => ContentJson.Read<GlossaryContent>(json),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of subject."),
    };
}
