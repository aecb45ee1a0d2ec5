using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ExportPortal.Kernel.Cultures;

/// <summary>Who wrote a text: a person, a machine, or a machine with a person's review.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextOrigin>))]
public enum TextOrigin
{
    /// <summary>Written by a person.</summary>
    [JsonStringEnumMemberName("human")] Human,
    /// <summary>Written by a machine, not yet reviewed.</summary>
    [JsonStringEnumMemberName("machine")] Machine,
    /// <summary>Written by a machine and reviewed by a person.</summary>
    [JsonStringEnumMemberName("reviewed")] Reviewed,
}

/// <summary>A text found for a reader.</summary>
/// <param name="Culture">The culture it is written in, which may differ from the one asked for.</param>
/// <param name="Value">The text, never empty.</param>
/// <param name="Origin">Who wrote it.</param>
public readonly record struct FoundText(string Culture, string Value, TextOrigin Origin = TextOrigin.Human);

/// <summary>One text in several cultures; immutable. Serialised as an object of culture → string.</summary>
[JsonConverter(typeof(LocalizedTextConverter))]
public sealed class LocalizedText : IEnumerable<FoundText>
{
    private readonly SortedDictionary<string, FoundText> _texts;

    /// <summary>Takes texts by culture; empty ones are left out.</summary>
    public LocalizedText(IEnumerable<FoundText> texts) =>
        _texts = new(texts.Where(t => t.Value.Length > 0).ToDictionary(t => t.Culture, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>No text in any culture.</summary>
    public static LocalizedText Empty { get; } = new([]);

    /// <summary>The cultures that have a text, in ordinal order.</summary>
    public IReadOnlyCollection<string> Cultures => _texts.Keys;

    /// <summary>True when no culture has a text.</summary>
    public bool IsEmpty => _texts.Count == 0;

    /// <summary>The text written in exactly this culture; null if there is none.</summary>
    public FoundText? In(string culture) => _texts.TryGetValue(culture, out var text) ? text : null;

    /// <summary>The text for a reader of this culture along its chain, then in any culture; null only when <see cref="IsEmpty"/>.</summary>
    public FoundText? For(string culture)
    {
        foreach (var candidate in PortalCultures.Chain(culture))
            if (_texts.TryGetValue(candidate, out var text))
                return text;
        return _texts.Count == 0 ? null : _texts.First().Value;
    }

    /// <inheritdoc/>
    public IEnumerator<FoundText> GetEnumerator() => _texts.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class LocalizedTextConverter : JsonConverter<LocalizedText>
    {
        public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var texts = new List<FoundText>();
            foreach (var property in JsonElement.ParseValue(ref reader).EnumerateObject())
                texts.Add(property.Value.ValueKind == JsonValueKind.Object
                    ? new(property.Name, property.Value.GetProperty("text").GetString()!, property.Value.GetProperty("origin").Deserialize<TextOrigin>())
                    : new(property.Name, property.Value.GetString()!));
            return new(texts);
        }

        public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var text in value)
            {
                writer.WritePropertyName(text.Culture);
                if (text.Origin == TextOrigin.Human)
                {
                    writer.WriteStringValue(text.Value);
                    continue;
                }
                writer.WriteStartObject();
                writer.WriteString("text", text.Value);
                writer.WritePropertyName("origin");
                JsonSerializer.Serialize(writer, text.Origin, options);
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        }
    }
}
