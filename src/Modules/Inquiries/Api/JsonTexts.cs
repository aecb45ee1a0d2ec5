using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExportPortal.Kernel.Values;

namespace ExportPortal.Inquiries.Api;

/// <summary>Reads every text of a body, and refuses what JSON's escapes can write though it is none, so that the field is named.</summary>
internal sealed class SoundTextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException();
        try
        {
            return reader.GetString() is { } text && SoundText.IsSound(text) ? text : throw new JsonException();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            throw new JsonException();
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Reads a quantity, which may be a number or a text, as it would be typed.</summary>
internal sealed class QuantityConverter : JsonConverter<string>
{
    private static readonly SoundTextConverter Text = new();

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Text.Read(ref reader, typeToConvert, options);
        // Written out with four decimals at least, so that no reading takes its point for a separator of thousands.
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number))
            return number.ToString("0.0000##########", CultureInfo.InvariantCulture);
        reader.Skip();
        return "?";
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
