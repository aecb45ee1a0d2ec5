using System.Text.Json;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.UnitTests.Catalogue;

public sealed class RowJsonTests
{
    private static readonly Fact Whole = new(new("fa", "کد ATC", TextOrigin.Reviewed), [new(new("en", "L03AA02"), IsCode: true), new(new("kk", "екінші", TextOrigin.Machine))]);

    // The same, as the serializer does it without help.
    private static readonly JsonSerializerOptions Plain = new(ContentJson.Options);

    static RowJsonTests()
    {
        foreach (var own in Plain.Converters.Where(c => c is FoundTextConverter or FactConverter or FactValueConverter).ToArray())
            Plain.Converters.Remove(own);
    }

    [Fact]
    public void They_write_what_the_serializer_writes()
    {
        JsonSerializer.Serialize(Whole, ContentJson.Options).ShouldBe(JsonSerializer.Serialize(Whole, Plain));
        JsonSerializer.Serialize<FoundText?>(null, ContentJson.Options).ShouldBe("null");
    }

    [Fact]
    public void They_read_what_either_writes()
    {
        foreach (var options in (JsonSerializerOptions[])[ContentJson.Options, Plain])
        {
            var read = ContentJson.Read<Fact>(JsonSerializer.Serialize(Whole, options));
            read.Label.ShouldBe(Whole.Label);
            read.Values.ShouldBe(Whole.Values);
        }
    }

    [Fact]
    public void They_pass_over_what_a_later_release_may_add()
    {
        var read = ContentJson.Read<Fact>("""{"more":{"label":[1]},"values":[{"unit":"C62","text":{"later":[{}],"value":"x","culture":"en"}}],"label":{"value":"y","culture":"ru"},"last":null}""");
        read.Label.ShouldBe(new FoundText("ru", "y"));
        read.Values.ShouldBe([new FactValue(new("en", "x"))]);
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"culture\":1}")]
    public void They_refuse_what_is_none(string json) => Should.Throw<JsonException>(() => ContentJson.Read<FoundText>(json));
}
