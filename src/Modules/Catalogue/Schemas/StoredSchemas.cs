using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExportPortal.Catalogue.Schemas;

/// <summary>The schemas of lines as they are stored: beside each file stands what the store holds of it.</summary>
internal static class StoredSchemas
{
    /// <summary>Ends the name of the field beside a file's field.</summary>
    public const string Suffix = "Media";

    private static readonly ConcurrentDictionary<string, ObjectRule> Schemas = new(StringComparer.Ordinal);

    public static ObjectRule Of(string kind) => Schemas.GetOrAdd(kind, k => (ObjectRule)WithMedia(LineSchemas.All[k]));

    /// <summary>Takes the stored files out of a stored line, leaving a feed line.</summary>
    public static void StripMedia(JsonNode node)
    {
        if (node is JsonObject map)
            foreach (var name in map.Select(p => p.Key).Where(n => n.EndsWith(Suffix, StringComparison.Ordinal)).ToArray())
                map.Remove(name);
        foreach (var child in Children(node))
            StripMedia(child);
    }

    /// <summary>The objects within a stored line that hold a file: the object, and the name of the file's field.</summary>
    public static IEnumerable<(JsonObject Holder, string Field)> FileHolders(JsonNode node)
    {
        if (node is JsonObject map)
            foreach (var name in new[] { "file", "logo" })
                if (map[name] is JsonValue)
                    yield return (map, name);
        foreach (var holder in Children(node).SelectMany(FileHolders))
            yield return holder;
    }

    private static IEnumerable<JsonNode> Children(JsonNode node) => node switch
    {
        // Values of a sheet are never files, whatever an operator calls its attributes.
        JsonObject map => map.Where(p => p.Key != "attributes").Select(p => p.Value!).Where(v => v is JsonObject or JsonArray),
        JsonArray list => list.Select(v => v!).Where(v => v is JsonObject or JsonArray),
        _ => [],
    };

    private static Rule WithMedia(Rule rule) => rule switch
    {
        ObjectRule map => map with { Fields = [.. map.Fields.SelectMany(WithMedia)] },
        ListRule list => list with { Item = WithMedia(list.Item) },
        _ => rule,
    };

    private static IEnumerable<Field> WithMedia(Field field)
    {
        yield return field with { Rule = WithMedia(field.Rule) };
        if (field.Rule is FileRule)
            yield return new(field.Name + Suffix, new StoredFileRule());
    }

    private sealed record StoredFileRule : Rule
    {
        public override JsonNode? Read(JsonElement value, string field, LineReading reading) => throw new NotSupportedException("Stored files are never read from a feed.");

        public override JsonObject Describe() => throw new NotSupportedException("Stored files have no public schema.");
    }
}
