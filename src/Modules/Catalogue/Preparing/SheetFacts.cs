using System.Text.Json;
using ExportPortal.Catalogue.Contracts;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;

namespace ExportPortal.Catalogue.Preparing;

/// <summary>Writes a sheet's values for readers of one culture.</summary>
internal sealed class SheetFacts(Wording words)
{
    private string Culture => words.Culture.Tag;

    /// <summary>The values a product has, in the order of the sheet.</summary>
    public IEnumerable<(SheetAttribute Attribute, Fact Fact)> Of(ProductContent product, SectorContent sheet)
    {
        foreach (var attribute in sheet.Attributes)
            if (product.Attributes.TryGetValue(attribute.Id, out var value) && attribute.Fits(value) && Values(attribute, value).ToArray() is { Length: > 0 } values)
                yield return (attribute, new Fact(attribute.Names.For(Culture)!.Value, values));
    }

    /// <summary>A quantity with its unit: "5,000 pieces".</summary>
    public string Quantity(decimal number, string? unit) => WithUnit(words.Number(number), number, unit);

    private IEnumerable<FactValue> Values(SheetAttribute attribute, JsonElement value) => attribute.Type switch
    {
        "text" => value.Deserialize<LocalizedText>(ContentJson.Options)!.For(Culture) is { } text ? [new FactValue(text)] : [],
        "code" => [Code(attribute, value.GetString()!)],
        "number" => [Own(Quantity(value.GetProperty("value").GetDecimal(), Unit(attribute, value)))],
        "range" => [Own(Range(value, Unit(attribute, value)))],
        "choice" => [Choice(attribute, value.GetString()!)],
        "list" => value.EnumerateArray().Select(item => attribute.Of == "choice" ? Choice(attribute, item.GetString()!) : Code(attribute, item.GetString()!)),
        _ => [],
    };

    private string Range(JsonElement range, string? unit)
    {
        decimal? Bound(string name) => range.TryGetProperty(name, out var bound) ? bound.GetDecimal() : null;
        return (Bound("from"), Bound("to")) switch
        {
            ({ } from, { } to) when from == to => Quantity(to, unit),
            ({ } from, { } to) => WithUnit(words["Catalogue.Range.FromTo", ("from", from), ("to", to)], to, unit),
            ({ } from, null) => words["Catalogue.Range.AtLeast", ("from", Quantity(from, unit))],
            (null, { } to) => words["Catalogue.Range.AtMost", ("to", Quantity(to, unit))],
            _ => "",
        };
    }

    // The count chooses the unit's plural; a percent sign stands closer to its number than a unit does.
    private string WithUnit(string number, decimal count, string? unit) => unit switch
    {
        null => number,
        "P1" => words["Catalogue.Percent", ("number", number)],
        _ => words["Catalogue.WithUnit", ("number", number), ("unit", words["Catalogue.Unit." + unit, ("count", count)])],
    };

    /// <summary>The code of the unit a number or range is in: its own, else the attribute's; null when it has none.</summary>
    public static string? Unit(SheetAttribute attribute, JsonElement value) =>
        attribute.Type is not ("number" or "range") ? null : value.TryGetProperty("unit", out var unit) ? unit.GetString() : attribute.Unit;

    // Languages are given as culture tags; readers want their names.
    private FactValue Code(SheetAttribute attribute, string code) =>
        attribute.Id.EndsWith("Languages", StringComparison.Ordinal) && Languages.Find(code, Culture) is { } name ? Own(name) : new(new(Culture, code), IsCode: true);

    private FactValue Choice(SheetAttribute attribute, string id) =>
        attribute.Choices.FirstOrDefault(c => c.Id == id)?.Names?.For(Culture) is { } name ? new(name) : new(new(Culture, id), IsCode: true);

    private FactValue Own(string text) => new(new(Culture, text));
}
