using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExportPortal.Catalogue.Schemas;

/// <summary>
/// What a value of a feed line must be. One description serves reading with refusals, taking the texts of each culture
/// apart from the shared facts, putting them together again in a fixed order, and the published JSON Schema.
/// </summary>
internal abstract record Rule
{
    /// <summary>The value in canonical form; null when it was refused, which the reading then holds.</summary>
    public abstract JsonNode? Read(JsonElement value, string field, LineReading reading);

    /// <summary>The shared facts of a value; its texts go into the bag. Null when only texts were in it.</summary>
    public virtual JsonNode? Split(JsonNode value, string path, TextBag texts) => value.DeepClone();

    /// <summary>The whole value again; null when there is nothing.</summary>
    public virtual JsonNode? Join(JsonNode? shared, string path, TextBag texts) => shared?.DeepClone();

    /// <summary>The rule as JSON Schema (2020-12).</summary>
    public abstract JsonObject Describe();

    protected static JsonObject Schema(string type, params (string Name, JsonNode? Value)[] more)
    {
        var schema = new JsonObject { ["type"] = type };
        foreach (var (name, value) in more)
            schema[name] = value;
        return schema;
    }
}

/// <summary>The texts of a subject: by path within the subject, then by culture. A null stands for "take this culture's text away".</summary>
internal sealed class TextBag
{
    private readonly SortedDictionary<string, SortedDictionary<string, JsonNode?>> _texts = new(StringComparer.Ordinal);

    public IEnumerable<string> Paths => _texts.Keys;

    public IEnumerable<string> Cultures => _texts.Values.SelectMany(t => t.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public IEnumerable<string> PathsBelow(string prefix) => Paths.Where(p => p.StartsWith(prefix, StringComparison.Ordinal));

    public IReadOnlyDictionary<string, JsonNode?> At(string path) =>
        _texts.TryGetValue(path, out var texts) ? texts : new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);

    /// <summary>Notes that a text stands at this path, even if no culture has one.</summary>
    public void Open(string path) => _texts.TryAdd(path, new(StringComparer.Ordinal));

    public void Put(string path, string culture, JsonNode? text)
    {
        Open(path);
        _texts[path][culture] = text;
    }

    /// <summary>All texts of one culture, by path: the culture's part.</summary>
    public JsonObject Part(string culture)
    {
        var part = new JsonObject();
        foreach (var (path, texts) in _texts)
            if (texts.TryGetValue(culture, out var text) && text is not null)
                part[path] = text.DeepClone();
        return part;
    }

    public void PutPart(string culture, JsonObject part)
    {
        foreach (var (path, text) in part)
            Put(path, culture, text!.DeepClone());
    }

    /// <summary>
    /// These texts over older ones: at each path that stands here, a culture that is not named keeps its older text and a null takes it away.
    /// Paths that do not stand here are gone.
    /// </summary>
    public TextBag Over(TextBag older)
    {
        var merged = new TextBag();
        foreach (var (path, texts) in _texts)
        {
            merged.Open(path);
            foreach (var (culture, text) in older.At(path))
                if (!texts.ContainsKey(culture))
                    merged.Put(path, culture, text!.DeepClone());
            foreach (var (culture, text) in texts)
                if (text is not null)
                    merged.Put(path, culture, text.DeepClone());
        }
        return merged;
    }
}
