using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExportPortal.Content.Pages.Developers;

/// <summary>A request that programs can make, as the API's description tells of it.</summary>
/// <param name="Id">Its name, which is also its place on the page.</param>
/// <param name="Tag">What it belongs to.</param>
/// <param name="Description">Its paragraphs.</param>
/// <param name="Command">A line that tries it.</param>
internal sealed record Operation(
    string Id, string Tag, string Method, string Path, string Summary, IReadOnlyList<string> Description, string Command,
    IReadOnlyList<Parameter> Parameters, IReadOnlyList<Answer> Answers)
{
    /// <summary>All of a description, in its order.</summary>
    public static IReadOnlyList<Operation> Read(JsonObject document)
    {
        var root = (string)document["servers"]![0]!["url"]!;
        return [.. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(o => Read(path.Key, o.Key.ToUpperInvariant(), o.Value!.AsObject(), document, root)))];
    }

    private static Operation Read(string path, string method, JsonObject operation, JsonObject document, string root)
    {
        var parameters = (operation["parameters"] as JsonArray ?? []).Select(p => Resolve(p!, document)).ToArray();
        return new(
            (string)operation["operationId"]!, (string)operation["tags"]![0]!, method, path, (string)operation["summary"]!,
            Plain(operation["description"]!).Split("\n\n"), CommandFor(root + path, method, parameters, operation["requestBody"]),
            [.. parameters.Select(Parameter.Read)],
            [.. operation["responses"]!.AsObject().Select(r => Answer.Read(r.Key, Resolve(r.Value!, document)))]);
    }

    /// <summary>A description without the marks that set code apart in Markdown.</summary>
    public static string Plain(JsonNode description) => ((string)description!).Replace("`", "", StringComparison.Ordinal);

    private static JsonObject Resolve(JsonNode node, JsonObject document) => (string?)node["$ref"] is not { } reference ? node.AsObject()
        : reference[2..].Split('/').Aggregate((JsonNode)document, (at, name) => at[name]!).AsObject();

    private static string CommandFor(string address, string method, JsonObject[] parameters, JsonNode? body)
    {
        foreach (var part in parameters.Where(p => (string)p["in"]! == "path"))
            address = address.Replace($"{{{(string)part["name"]!}}}", (string)part["example"]!, StringComparison.Ordinal);
        // The first thing that can be asked for, and the culture.
        var query = parameters.Where(p => (string)p["in"]! == "query" && p["example"] is JsonValue).DistinctBy(p => (string)p["name"]! == "culture")
            .Select(p => $"{(string)p["name"]!}={p["example"]!.ToString()}").ToArray();
        var headers = parameters.Where(p => (string)p["in"]! == "header" && p["required"] is not null).Select(p => $" -H '{(string)p["name"]!}: {(string)p["example"]!}'");
        var data = body is null ? "" : $" -H 'Content-Type: application/json' -d '{body["content"]!["application/json"]!["example"]!.ToJsonString()}'";
        return $"curl '{address}{(query.Length > 0 && method == "GET" ? "?" : "")}{(method == "GET" ? string.Join('&', query) : "")}'{string.Concat(headers)}{data}";
    }
}

/// <summary>Something a request may name.</summary>
/// <param name="In">Where: <c>query</c>, <c>path</c> or <c>header</c>.</param>
/// <param name="Type">What it may be: a type, or the words to choose from.</param>
internal sealed record Parameter(string Name, string In, bool Required, string Type, string Description)
{
    public static Parameter Read(JsonObject parameter) => new(
        (string)parameter["name"]!, (string)parameter["in"]!, parameter["required"] is not null, TypeOf(parameter["schema"]!.AsObject()), Operation.Plain(parameter["description"]!));

    private static string TypeOf(JsonObject schema) =>
        schema["enum"] is JsonArray choices ? string.Join(", ", choices.Select(c => (string)c!))
        : schema["items"] is JsonObject item ? TypeOf(item)
        : schema["minimum"] is { } least && schema["maximum"] is { } most ? string.Create(CultureInfo.InvariantCulture, $"{(int)least}–{(int)most}")
        : (string)schema["type"]!;
}

/// <summary>An answer that may come.</summary>
/// <param name="Example">One, written out; null where there is no body.</param>
internal sealed record Answer(string Status, string Description, string? MediaType, string? Example)
{
    private static readonly JsonSerializerOptions Writing = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Answer Read(string status, JsonObject answer)
    {
        var content = (answer["content"] as JsonObject)?.FirstOrDefault();
        var example = content?.Value!["example"];
        return new(status, Operation.Plain(answer["description"]!), content?.Key, example is JsonValue text ? text.ToString().TrimEnd() : example?.ToJsonString(Writing));
    }
}
