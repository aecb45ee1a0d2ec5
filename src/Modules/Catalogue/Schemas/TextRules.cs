using System.Text.Json;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Catalogue.Schemas;

/// <summary>One text in several cultures: an object of culture → text, or → null to take a culture's text away.</summary>
/// <param name="Max">The longest text, in characters.</param>
/// <param name="Multiline">Whether it may hold line breaks (Markdown).</param>
internal record TextRule(int Max, bool Multiline = false) : Rule
{
    private static readonly string[] Origins = ["human", "machine", "reviewed"];

    public override JsonNode? Read(JsonElement value, string field, LineReading reading)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            reading.Refuse(field, "NotTexts");
            return null;
        }
        var texts = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var at = $"{field}.{property.Name}";
            if (!CultureTag.TryNormalise(property.Name, out var culture))
                reading.Refuse(field, "BadCulture", ("value", Strings.Cut(property.Name)));
            else if (texts.ContainsKey(culture))
                reading.Refuse(at, "CultureTwice", ("culture", culture));
            else if (property.Value.ValueKind == JsonValueKind.Null)
                texts[culture] = null;
            else if (ReadOne(property.Value, at, reading) is { } text)
                texts[culture] = text;
        }
        var node = new JsonObject();
        foreach (var (culture, text) in texts)
            node[culture] = text;
        return node;
    }

    public override JsonNode? Split(JsonNode value, string path, TextBag texts)
    {
        texts.Open(path);
        foreach (var (culture, text) in value.AsObject())
            texts.Put(path, culture, text?.DeepClone());
        return null;
    }

    public override JsonNode? Join(JsonNode? shared, string path, TextBag texts)
    {
        var node = new JsonObject();
        foreach (var (culture, text) in texts.At(path))
            if (text is not null)
                node[culture] = text.DeepClone();
        return node.Count == 0 ? null : node;
    }

    public override JsonObject Describe() => Schema("object",
        ("propertyNames", Schema("string", ("description", "BCP 47 culture tag"))),
        ("additionalProperties", new JsonObject { ["anyOf"] = new JsonArray(DescribeOne(), DescribeWithOrigin(), Schema("null")) }));

    protected virtual JsonNode? ReadOne(JsonElement value, string field, LineReading reading)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return TryReadText(value, field, reading, out var plain) ? JsonValue.Create(plain) : null;

        string? text = null;
        var origin = "human";
        foreach (var property in value.EnumerateObject())
            switch (property.Name)
            {
                case "text":
                    if (!TryReadText(property.Value, field + ".text", reading, out text))
                        return null;
                    break;
                case "origin":
                    if (new ChoiceRule(Origins).Read(property.Value, field + ".origin", reading) is not { } known)
                        return null;
                    origin = known.GetValue<string>();
                    break;
                default:
                    reading.Refuse($"{field}.{Strings.Cut(property.Name)}", "UnknownField");
                    return null;
            }
        if (text is null)
        {
            reading.Refuse(field + ".text", "Missing");
            return null;
        }
        return origin == "human" ? JsonValue.Create(text) : new JsonObject { ["text"] = text, ["origin"] = origin };
    }

    protected virtual JsonObject DescribeOne() => Schema("string", ("minLength", 1), ("maxLength", Max));

    private bool TryReadText(JsonElement value, string field, LineReading reading, out string text)
    {
        if (!Strings.TryRead(value, field, Max, Multiline, reading, out text))
            return false;
        if (!Multiline || SafeMarkdown.CanRead(text))
            return true;
        reading.Refuse(field, "NestedTooDeep");
        return false;
    }

    private JsonObject DescribeWithOrigin() => Schema("object",
        ("properties", new JsonObject { ["text"] = DescribeOne(), ["origin"] = new ChoiceRule(Origins).Describe() }),
        ("required", new JsonArray("text")), ("additionalProperties", false));
}

/// <summary>Lists of words in several cultures.</summary>
internal sealed record WordsRule(int Most, int Max) : TextRule(Max)
{
    protected override JsonNode? ReadOne(JsonElement value, string field, LineReading reading)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            reading.Refuse(field, "NotAList");
            return null;
        }
        if (value.GetArrayLength() > Most)
        {
            reading.Refuse(field, "TooMany", ("most", Most));
            return null;
        }
        var words = new JsonArray();
        foreach (var item in value.EnumerateArray())
        {
            if (!Strings.TryRead(item, field, Max, multiline: false, reading, out var word))
                return null;
            words.Add(JsonValue.Create(word));
        }
        return words.Count == 0 ? null : words;
    }

    protected override JsonObject DescribeOne() => Schema("array", ("items", base.DescribeOne()), ("maxItems", Most));
}
