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
    // By culture in ordinal order. They are few, so that looking through them is quicker than a dictionary is made.
    private readonly FoundText[] _texts;

    /// <summary>Takes texts by culture; empty ones are left out.</summary>
    /// <exception cref="ArgumentException">A culture has two texts.</exception>
    public LocalizedText(IEnumerable<FoundText> texts)
    {
        _texts = [.. texts.Where(t => t.Value.Length > 0)];
        Array.Sort(_texts, (one, other) => string.CompareOrdinal(one.Culture, other.Culture));
        for (var i = 1; i < _texts.Length; i++)
            if (_texts[i].Culture == _texts[i - 1].Culture)
                throw new ArgumentException($"Two texts are in '{_texts[i].Culture}'.", nameof(texts));
    }

    /// <summary>No text in any culture.</summary>
    public static LocalizedText Empty { get; } = new([]);

    /// <summary>The cultures that have a text, in ordinal order.</summary>
    public IReadOnlyCollection<string> Cultures => Array.ConvertAll(_texts, t => t.Culture);

    /// <summary>True when no culture has a text.</summary>
    public bool IsEmpty => _texts.Length == 0;

    /// <summary>The text written in exactly this culture; null if there is none.</summary>
    public FoundText? In(string culture)
    {
        foreach (var text in _texts)
            if (text.Culture == culture)
                return text;
        return null;
    }

    /// <summary>The text for a reader of this culture along its chain, then in any culture; null only when <see cref="IsEmpty"/>.</summary>
    public FoundText? For(string culture)
    {
        foreach (var candidate in PortalCultures.Chain(culture))
            if (In(candidate) is { } text)
                return text;
        return _texts.Length == 0 ? null : _texts[0];
    }

    /// <summary>What a reader of this culture gets, as <see cref="For"/> finds it, and no other text.</summary>
    public LocalizedText Only(string culture) => For(culture) is { } text ? new([text]) : Empty;

    /// <inheritdoc/>
    public IEnumerator<FoundText> GetEnumerator() => _texts.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class LocalizedTextConverter : JsonConverter<LocalizedText>
    {
        public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var texts = new List<FoundText>();
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var culture = reader.GetString()!;
                reader.Read();
                texts.Add(reader.TokenType == JsonTokenType.String ? new(culture, reader.GetString()!) : ReadWithOrigin(culture, JsonElement.ParseValue(ref reader)));
            }
            return new(texts);
        }

        private static FoundText ReadWithOrigin(string culture, JsonElement text) => new(culture, text.GetProperty("text").GetString()!, text.GetProperty("origin").Deserialize<TextOrigin>());

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
