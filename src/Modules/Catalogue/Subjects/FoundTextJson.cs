using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Catalogue.Subjects;

/// <summary>
/// Reads and writes what a page's row holds by the dozen. The serializer reads the same by itself, but takes several times as long for
/// records so small, and makes the culture's tag anew for each text.
/// </summary>
internal abstract class SmallRecordConverter<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        var value = Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            value = ReadNext(ref reader, value, options);
        return IsWhole(value) ? value : throw new JsonException();
    }

    protected abstract T Empty { get; }

    protected abstract bool IsWhole(T value);

    /// <summary>Takes a property, at whose name the reader stands.</summary>
    protected abstract T ReadNext(ref Utf8JsonReader reader, T value, JsonSerializerOptions options);

    protected static bool Finds(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    protected static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (!reader.TrySkip())
            throw new JsonException();
    }
}

internal sealed class FoundTextConverter : SmallRecordConverter<FoundText>
{
    private static readonly (byte[] Utf8, string Tag)[] Tags = [.. PortalCultures.All.Select(c => (Encoding.UTF8.GetBytes(c.Tag), c.Tag))];

    protected override FoundText Empty => new("", null!);

    // A text may show nothing, such as a description that is but a comment.
    protected override bool IsWhole(FoundText value) => value is { Culture.Length: > 0, Value: not null };

    protected override FoundText ReadNext(ref Utf8JsonReader reader, FoundText value, JsonSerializerOptions options)
    {
        if (Finds(ref reader, "culture"u8))
            return value with { Culture = TagAt(ref reader) };
        if (Finds(ref reader, "value"u8))
            return value with { Value = reader.GetString()! };
        if (Finds(ref reader, "origin"u8))
            return value with { Origin = JsonSerializer.Deserialize<TextOrigin>(ref reader, options) };
        Skip(ref reader);
        return value;
    }

    public override void Write(Utf8JsonWriter writer, FoundText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("culture"u8, value.Culture);
        writer.WriteString("value"u8, value.Value);
        if (value.Origin != TextOrigin.Human)
        {
            writer.WritePropertyName("origin"u8);
            JsonSerializer.Serialize(writer, value.Origin, options);
        }
        writer.WriteEndObject();
    }

    private static string TagAt(ref Utf8JsonReader reader)
    {
        foreach (var (utf8, tag) in Tags)
            if (reader.ValueTextEquals(utf8))
                return tag;
        return reader.GetString()!;
    }
}
