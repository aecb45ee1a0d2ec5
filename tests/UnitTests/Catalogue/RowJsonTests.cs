using System.Text.Json;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.UnitTests.Catalogue;

public sealed class RowJsonTests
{
    private static readonly Fact Whole = new(new("fa", "کد ATC", TextOrigin.Reviewed), [new(new("en", "L03AA02"), IsCode: true), new(new("kk", "екінші", TextOrigin.Machine))]);

    private const string Written = """
        {"label":{"culture":"fa","value":"کد ATC","origin":"reviewed"},"values":[{"text":{"culture":"en","value":"L03AA02"},"isCode":true},{"text":{"culture":"kk","value":"екінші","origin":"machine"}}]}
        """;

    [Fact]
    public void They_write_what_the_serializer_wrote_before() => JsonSerializer.Serialize(Whole, ContentJson.Options).ShouldBe(Written);

    [Fact]
    public void They_read_what_they_write()
    {
        var read = ContentJson.Read<Fact>(Written);
        read.Label.ShouldBe(Whole.Label);
        read.Values.ShouldBe(Whole.Values);
    }

    [Fact]
    public void They_pass_over_what_a_later_release_may_add()
    {
        var read = ContentJson.Read<Fact>("""{"more":{"label":[1]},"values":[{"unit":"C62","text":{"later":[{}],"value":"x","culture":"en"}}],"label":{"value":"y","culture":"ru"},"last":null}""");
        read.Label.ShouldBe(new FoundText("ru", "y"));
        read.Values.ShouldBe([new FactValue(new("en", "x"))]);
    }

    [Fact]
    public void They_read_a_text_that_shows_nothing() => ContentJson.Read<FoundText>("""{"culture":"en","value":""}""").ShouldBe(new FoundText("en", ""));

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"culture\":1}")]
    [InlineData("{\"culture\":\"en\"}")]
    [InlineData("{\"culture\":\"en\",\"value\":null}")]
    public void They_refuse_what_is_none(string json) => Should.Throw<JsonException>(() => ContentJson.Read<FoundText>(json));
}
