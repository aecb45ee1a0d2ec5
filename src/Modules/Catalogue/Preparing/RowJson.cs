using System.Text.Json;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Catalogue.Preparing;

internal sealed class FactConverter : SmallRecordConverter<Fact>
{
    private static readonly FoundTextConverter Texts = new();

    protected override Fact Empty => new(default, []);

    protected override bool IsWhole(Fact value) => value.Label.Value is not null;

    protected override Fact ReadNext(ref Utf8JsonReader reader, Fact value, JsonSerializerOptions options)
    {
        if (Finds(ref reader, "label"u8))
            return value with { Label = Texts.Read(ref reader, typeof(FoundText), options) };
        if (Finds(ref reader, "values"u8))
            return value with { Values = JsonSerializer.Deserialize<List<FactValue>>(ref reader, options)! };
        Skip(ref reader);
        return value;
    }

    public override void Write(Utf8JsonWriter writer, Fact value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("label"u8);
        Texts.Write(writer, value.Label, options);
        writer.WritePropertyName("values"u8);
        JsonSerializer.Serialize(writer, value.Values, options);
        writer.WriteEndObject();
    }
}

internal sealed class FactValueConverter : SmallRecordConverter<FactValue>
{
    private static readonly FoundTextConverter Texts = new();

    protected override FactValue Empty => new(default);

    protected override bool IsWhole(FactValue value) => value.Text.Value is not null;

    protected override FactValue ReadNext(ref Utf8JsonReader reader, FactValue value, JsonSerializerOptions options)
    {
        if (Finds(ref reader, "text"u8))
            return value with { Text = Texts.Read(ref reader, typeof(FoundText), options) };
        if (Finds(ref reader, "isCode"u8))
            return value with { IsCode = reader.GetBoolean() };
        Skip(ref reader);
        return value;
    }

    public override void Write(Utf8JsonWriter writer, FactValue value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("text"u8);
        Texts.Write(writer, value.Text, options);
        if (value.IsCode)
            writer.WriteBoolean("isCode"u8, true);
        writer.WriteEndObject();
    }
}
