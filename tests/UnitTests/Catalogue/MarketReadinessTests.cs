using System.Text.Json;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;

namespace ExportPortal.UnitTests.Catalogue;

public sealed class MarketReadinessTests
{
    private const string Former = """
        {"market":"cis","name":{"culture":"en","value":"CIS"},"ready":1,"countries":[{"country":"AM","missing":[{"needs":"document","what":"sds","culture":"ru"}]},
         {"country":"KZ","missing":[]},{"country":"RU","missing":[{"needs":"document","what":"sds","culture":"ru"}]}]}
        """;

    [Fact]
    public void What_the_release_before_wrote_is_read_as_what_is_written_now()
    {
        var read = ContentJson.Read<MarketReadiness>(Former);
        read.Groups.Select(g => g.Countries).ShouldBe(["KZ", "AM RU"]);
        (read.Ready, read.Count).ShouldBe((1, 3));
        read.Groups[1].Missing.ShouldBe([new MissingItem("document", "sds", "ru")]);
    }

    [Fact]
    public void What_is_written_now_is_read_again_and_has_nothing_in_the_place_that_the_release_before_reads()
    {
        var json = JsonSerializer.Serialize(new MarketReadiness("cis", new("en", "CIS"), [new("KZ", []), new("AM RU", [new("registration", null, null)])]), ContentJson.Options);
        json.ShouldContain("\"countries\":[],");
        var read = ContentJson.Read<MarketReadiness>(json);
        read.Groups.Select(g => (g.Countries, g.Missing.Count)).ShouldBe([("KZ", 0), ("AM RU", 1)]);
        (read.Ready, read.Count).ShouldBe((1, 3));
    }
}
