using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExportPortal.WebTests.Serving;

/// <summary>The part of JSON Schema (2020-12) that the portal's schemas use. Any other word is a fault, so that none is passed over.</summary>
internal static class JsonSchema
{
    /// <summary>What is wrong with a value, each with its place; nothing for a valid one.</summary>
    public static IReadOnlyList<string> Faults(JsonObject schema, JsonNode? value, string at = "$") =>
        [.. schema.Where(word => !Holds(word.Key, word.Value!, value)).Select(word => $"{at}: {word.Key}"), .. Below(schema, value, at)];

    private static bool Holds(string word, JsonNode rule, JsonNode? value) => word switch
    {
        "$schema" or "description" or "format" or "properties" or "items" => true,
        "type" => rule is JsonArray types ? types.Any(type => IsOf((string)type!, value)) : IsOf((string)rule!, value),
        "enum" => rule.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)),
        "anyOf" => rule.AsArray().Any(choice => Faults(choice!.AsObject(), value).Count == 0),
        "required" => value is not JsonObject map || rule.AsArray().All(name => map.ContainsKey((string)name!)),
        "additionalProperties" => true,
        "propertyNames" => value is not JsonObject names || names.All(p => Faults(rule.AsObject(), p.Key).Count == 0),
        "minLength" => Text(value) is not { } text || text.Length >= (int)rule,
        "maxLength" => Text(value) is not { } text || text.Length <= (int)rule,
        "minimum" => value?.GetValueKind() != JsonValueKind.Number || value.GetValue<decimal>() >= rule.GetValue<decimal>(),
        "maximum" => value?.GetValueKind() != JsonValueKind.Number || value.GetValue<decimal>() <= rule.GetValue<decimal>(),
        "maxItems" => value is not JsonArray list || list.Count <= (int)rule,
        _ => false,
    };

    private static IEnumerable<string> Below(JsonObject schema, JsonNode? value, string at)
    {
        if (value is JsonArray list && schema["items"] is JsonObject item)
            return list.Index().SelectMany(i => Faults(item, i.Item, $"{at}[{i.Index}]"));
        if (value is not JsonObject map)
            return [];
        var known = schema["properties"] as JsonObject ?? [];
        return map.SelectMany(p => known[p.Key] is JsonObject own ? Faults(own, p.Value, $"{at}.{p.Key}") : schema["additionalProperties"] switch
        {
            JsonObject others => Faults(others, p.Value, $"{at}.{p.Key}"),
            JsonValue allowed when !(bool)allowed => [$"{at}.{p.Key}: not known"],
            _ => [],
        });
    }

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger(value!.GetValue<decimal>()),
        _ => false,
    };

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? (string)value! : null;
}
