using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExportPortal.Catalogue.Schemas;

/// <summary>A named value of an object.</summary>
/// <param name="Private">Whether only the operator and the export know it: the public feed leaves it out.</param>
internal sealed record Field(string Name, Rule Rule, bool Required = false, bool Private = false);

/// <summary>An object of known fields; others are refused by name.</summary>
/// <param name="Fields">In the order they are written.</param>
/// <param name="Check">What must hold between fields; given the object as read.</param>
internal sealed record ObjectRule(IReadOnlyList<Field> Fields, Action<JsonObject, string, LineReading>? Check = null) : Rule
{
    public override JsonNode? Read(JsonElement value, string field, LineReading reading)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            reading.Refuse(field, "NotAnObject");
            return null;
        }
        var before = reading.Faults.Count;
        foreach (var property in value.EnumerateObject())
            if (Fields.All(f => f.Name != property.Name))
                reading.Refuse(Below(field, Strings.Cut(property.Name)), "UnknownField");

        var node = new JsonObject();
        foreach (var known in Fields)
        {
            if (!value.TryGetProperty(known.Name, out var given) || given.ValueKind == JsonValueKind.Null)
            {
                if (known.Required)
                    reading.Refuse(Below(field, known.Name), "Missing");
            }
            else if (known.Rule.Read(given, Below(field, known.Name), reading) is { } read)
                node[known.Name] = read;
        }
        if (reading.Faults.Count == before)
            Check?.Invoke(node, field, reading);
        return reading.Faults.Count == before ? node : null;
    }

    public override JsonNode? Split(JsonNode value, string path, TextBag texts)
    {
        var shared = new JsonObject();
        foreach (var known in Fields)
            if (value[known.Name] is { } given && known.Rule.Split(given, Below(path, known.Name), texts) is { } rest)
                shared[known.Name] = rest;
        return shared;
    }

    public override JsonNode? Join(JsonNode? shared, string path, TextBag texts)
    {
        var whole = new JsonObject();
        foreach (var known in Fields)
            if (known.Rule.Join(shared?[known.Name], Below(path, known.Name), texts) is { } value)
                whole[known.Name] = value;
        return whole.Count == 0 ? null : whole;
    }

    public override JsonObject Describe()
    {
        var properties = new JsonObject();
        foreach (var known in Fields)
            properties[known.Name] = known.Rule.Describe();
        return Schema("object", ("properties", properties), ("additionalProperties", false),
            ("required", new JsonArray([.. Fields.Where(f => f.Required).Select(f => JsonValue.Create(f.Name))])));
    }

    private static string Below(string field, string name) => field.Length == 0 ? name : $"{field}.{name}";
}

/// <summary>A list.</summary>
/// <param name="Item">What its items must be.</param>
/// <param name="Most">How many there may be.</param>
/// <param name="Key">The field that tells items apart; needed when items hold texts. Null: equal items are refused.</param>
internal sealed record ListRule(Rule Item, int Most, string? Key = null) : Rule
{
    public override JsonNode? Read(JsonElement value, string field, LineReading reading)
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
        var list = new JsonArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var given in value.EnumerateArray())
        {
            var at = $"{field}[{index++}]";
            if (Item.Read(given, at, reading) is not { } item)
                continue;
            if (!seen.Add(Key is null ? item.ToJsonString() : KeyOf(item)))
                reading.Refuse(Key is null ? at : $"{at}.{Key}", "Twice");
            list.Add(item);
        }
        return list.Count == 0 ? null : list;
    }

    public override JsonNode? Split(JsonNode value, string path, TextBag texts) =>
        new JsonArray([.. value.AsArray().Select(item => Item.Split(item!, PathOf(path, item!), texts))]);

    public override JsonNode? Join(JsonNode? shared, string path, TextBag texts) =>
        shared is JsonArray list ? new JsonArray([.. list.Select(item => Item.Join(item, PathOf(path, item!), texts))]) : null;

    public override JsonObject Describe() => Schema("array", ("items", Item.Describe()), ("maxItems", Most));

    private string KeyOf(JsonNode item) => item[Key!]?.GetValue<string>() ?? "";

    private string PathOf(string path, JsonNode item) => Key is null ? path : $"{path}[{KeyOf(item)}]";
}
