using ExportPortal.Catalogue.Codes;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Catalogue.Contracts;

/// <summary>Languages by the tags of their cultures, with names from Unicode CLDR.</summary>
public static class Languages
{
    private static readonly NameTable Names = new("languages.json");

    /// <summary>The name of a tag's language in the interface culture nearest to another; null when it is not in the table.</summary>
    public static string? Find(string tag, string culture) => Names.Find(tag, culture) ?? Names.Find(CultureTag.Language(tag), culture);

    /// <summary>The same; the tag itself when it is not in the table.</summary>
    public static string Name(string tag, string culture) => Find(tag, culture) ?? tag;
}
