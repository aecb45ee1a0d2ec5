using System.Text.Json;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Codes;
using ExportPortal.Catalogue.Subjects;

namespace ExportPortal.Catalogue.Schemas;

/// <summary>Values of the sheet of the product's sector, each in the one shape of its attribute's type.</summary>
internal sealed record AttributesRule : Rule
{
    private const decimal Largest = 1_000_000_000_000m;

    public override JsonNode? Read(JsonElement value, string field, LineReading reading)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            reading.Refuse(field, "NotAnObject");
            return null;
        }
        if (reading.Sheet is not { } sheet)
            return null;
        var read = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var at = $"{field}.{Strings.Cut(property.Name)}";
            if (sheet.Attributes.FirstOrDefault(a => a.Id == property.Name) is not { } attribute)
                reading.Refuse(at, "NotInSheet", ("sector", sheet.Id));
            else if (property.Value.ValueKind != JsonValueKind.Null && RuleFor(attribute).Read(property.Value, at, reading) is { } node)
                read[property.Name] = node;
        }
        var attributes = new JsonObject();
        foreach (var (name, node) in read)
            attributes[name] = node;
        return attributes.Count == 0 ? null : attributes;
    }

    // The texts are known by their shape, not by the sheet, which may have changed since.
    public override JsonNode? Split(JsonNode value, string path, TextBag texts)
    {
        var shared = new JsonObject();
        foreach (var (name, node) in value.AsObject())
            if (IsText(node!))
                new TextRule(0).Split(node!, $"{path}.{name}", texts);
            else
                shared[name] = node!.DeepClone();
        return shared.Count == 0 ? null : shared;
    }

    public override JsonNode? Join(JsonNode? shared, string path, TextBag texts)
    {
        var whole = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var (name, node) in shared?.AsObject() ?? [])
            whole[name] = node!.DeepClone();
        foreach (var textPath in texts.PathsBelow(path + "."))
            if (new TextRule(0).Join(null, textPath, texts) is { } text)
                whole[textPath[(path.Length + 1)..]] = text;
        var joined = new JsonObject();
        foreach (var (name, node) in whole)
            joined[name] = node;
        return joined.Count == 0 ? null : joined;
    }

    public override JsonObject Describe() => Schema("object", ("description", "Values of the sector's sheet, by attribute id; the sheet's own schema stands at /api/v1/sectors/{id}/schema."));

    /// <summary>What a value of an attribute must be.</summary>
    public static Rule RuleFor(SheetAttribute attribute) => attribute.Type switch
    {
        "text" => new TextRule(2000),
        "code" => CodeRule(attribute),
        "number" => new ObjectRule([new("value", new NumberRule(-Largest, Largest, 6), true), new("unit", Rules.Unit)]),
        "range" => new ObjectRule([new("from", new NumberRule(-Largest, Largest, 6)), new("to", new NumberRule(-Largest, Largest, 6)), new("unit", Rules.Unit)], LineSchemas.RangeInOrder),
        "choice" => Choices(attribute),
        "list" => new ListRule(attribute.Of == "choice" ? Choices(attribute) : CodeRule(attribute), 60),
        var type => throw new InvalidOperationException($"A sheet holds the unknown attribute type '{type}'."),
    };

    private static StringRule CodeRule(SheetAttribute attribute) =>
        attribute.Rule is { } rule ? new(200, CodeRules.All[rule], "BadCode_" + rule.Replace('-', '_')) : new(200);

    private static ChoiceRule Choices(SheetAttribute attribute) => new([.. attribute.Choices.Select(c => c.Id)]);

    /// <summary>True for a text in several cultures, which no other value looks like.</summary>
    public static bool IsText(JsonNode node) =>
        node is JsonObject map && map.All(p => p.Value is JsonObject || p.Value?.GetValueKind() is null or JsonValueKind.String);
}
