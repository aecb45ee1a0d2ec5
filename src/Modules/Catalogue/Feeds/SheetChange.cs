using System.Text.Json;
using ExportPortal.Catalogue.Schemas;
using ExportPortal.Catalogue.Subjects;

namespace ExportPortal.Catalogue.Feeds;

/// <summary>A change to an attribute of a sheet after which values that products hold may no longer fit.</summary>
/// <param name="Field">Where the change stands in the sector's line.</param>
/// <param name="Older">The attribute as it was.</param>
/// <param name="Newer">The attribute as it is to be; null when it is dropped.</param>
internal sealed record SheetChange(string Field, SheetAttribute Older, SheetAttribute? Newer)
{
    /// <summary>The changes between two sheets; those that take every value the older one took are left out.</summary>
    public static IReadOnlyList<SheetChange> Between(SectorContent older, SectorContent newer)
    {
        var places = newer.Attributes.Select((attribute, place) => (attribute, place)).ToDictionary(a => a.attribute.Id, StringComparer.Ordinal);
        return [.. older.Attributes
            .Select(was => places.TryGetValue(was.Id, out var now) ? new SheetChange($"attributes[{now.place}]", was, now.attribute) : new SheetChange("attributes", was, null))
            .Where(c => c.Narrows)];
    }

    /// <summary>True when a value that was held under the older sheet can be given again, and means the same, under the newer one.</summary>
    public bool Takes(JsonElement value)
    {
        if (Newer is null || (ChangesUnit && value.ValueKind == JsonValueKind.Object && !value.TryGetProperty("unit", out _)))
            return false;
        var reading = new LineReading();
        AttributesRule.RuleFor(Newer).Read(value, Field, reading);
        return reading.Faults.Count == 0;
    }

    private bool Narrows => Newer is null || (Newer.Type, Newer.Of) != (Older.Type, Older.Of) || (Newer.Rule is not null && Newer.Rule != Older.Rule)
        || ChangesUnit || Older.Choices.Any(c => Newer.Choices.All(n => n.Id != c.Id));

    // A value that names no unit is in the sheet's.
    private bool ChangesUnit => Older.Type is "number" or "range" && Older.Unit is not null && Newer?.Unit != Older.Unit;
}
