using System.Text.Json.Nodes;

namespace ExportPortal.WebTests.Search;

/// <summary>The lines of the feeds a new portal begins with.</summary>
internal static class SampleFeed
{
    public static IReadOnlyList<JsonObject> Products { get; } = [.. Read("sample", "product")];

    public static IReadOnlyList<JsonObject> Organisations { get; } = [.. Read("sample", "organisation")];

    public static IReadOnlyList<JsonObject> Sectors { get; } = [.. Read("reference", "sector")];

    /// <summary>The attributes of a product's sheet for which a condition holds, with the product's values.</summary>
    public static IEnumerable<(string Attribute, string Value)> Attributes(JsonObject product, Func<JsonObject, bool> which) =>
        from attribute in Sectors.Single(s => (string)s["id"]! == (string)product["sector"]!)["attributes"]!.AsArray().Select(a => a!.AsObject())
        where which(attribute)
        let id = (string)attribute["id"]!
        from value in Strings(product["attributes"]?[id])
        select (id, value);

    /// <summary>A code of a product or of its variants.</summary>
    public static IEnumerable<string> Codes(JsonObject product, string field) =>
        (product["variants"]?.AsArray() ?? []).Prepend(product).Select(p => (string?)p![field]).OfType<string>();

    public static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonArray list => list.Select(v => (string)v!),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static IEnumerable<JsonObject> Read(string feed, string type) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "media", feed, "feed.jsonl"))
            .Where(l => l.Length > 0).Select(l => JsonNode.Parse(l)!.AsObject()).Where(l => (string?)l["type"] == type);
}
