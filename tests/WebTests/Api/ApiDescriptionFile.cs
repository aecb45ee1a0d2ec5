using System.Text.Json.Nodes;

namespace ExportPortal.WebTests.Api;

/// <summary>The API's description as it is served.</summary>
internal sealed class ApiDescriptionFile(JsonObject document)
{
    public JsonObject Document => document;

    /// <summary>All requests: address, method, what is said of them.</summary>
    public IEnumerable<(string Path, string Method, JsonObject Operation)> Operations =>
        document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject(), (p, o) => (p.Key, o.Key.ToUpperInvariant(), o.Value!.AsObject()));

    public static async Task<ApiDescriptionFile> ReadAsync(HttpClient client) =>
        new(JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!.AsObject());

    /// <summary>What a reference leads to; null for one that leads nowhere.</summary>
    public JsonNode? Find(string reference) =>
        reference.StartsWith("#/", StringComparison.Ordinal) ? reference[2..].Split('/').Aggregate((JsonNode?)document, (at, name) => at?[name]) : null;

    /// <summary>A node with all references in it written out.</summary>
    public JsonNode Whole(JsonNode node, bool strict = false) => node switch
    {
        JsonObject map when (string?)map["$ref"] is { } reference => Whole(Find(reference)!, strict),
        JsonObject map => Close(new(map.Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : Whole(p.Value, strict)))), strict),
        JsonArray list => new JsonArray([.. list.Select(i => i is null ? null : Whole(i, strict))]),
        _ => node.DeepClone(),
    };

    /// <summary>The schema of an answer's body.</summary>
    public JsonObject SchemaOf(string path, string status, string type, string method = "get", bool strict = false) =>
        Whole(Whole(document["paths"]![path]![method]!["responses"]![status]!)["content"]![type]!["schema"]!, strict).AsObject();

    // Strictly, an answer holds nothing that is not described.
    private static JsonObject Close(JsonObject schema, bool strict)
    {
        if (strict && (string?)(schema["type"] as JsonValue) == "object" && schema["properties"] is not null && schema["additionalProperties"] is null)
            schema["additionalProperties"] = false;
        return schema;
    }
}
