using System.Text.Json.Nodes;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.ModuleTests.Catalogue;

/// <summary>What the sample catalogue promises.</summary>
public sealed class SampleTests
{
    private static readonly JsonNode[] Lines = [.. File.ReadLines(Path.Combine(Feed.Media, "sample", "feed.jsonl")).Select(l => Feed.Json(l))];

    [Fact]
    public void It_has_products_firms_and_showrooms_enough_and_calls_each_a_sample()
    {
        var products = Of("product");
        products.Length.ShouldBeGreaterThanOrEqualTo(48);
        products.GroupBy(p => (string)p["sector"]!).Select(s => s.Count()).ShouldAllBe(count => count >= 12);
        Of("organisation").Length.ShouldBeGreaterThanOrEqualTo(24);
        products.Select(p => (string)p["firm"]!).Distinct().Order().ShouldBe(Of("organisation").Select(o => (string)o["id"]!).Order());
        var showrooms = Of("showroom");
        (showrooms.Count(s => s["market"] is not null), showrooms.Count(s => s["sector"] is not null), showrooms.Count(s => s["market"] is null && s["sector"] is null)).ShouldBe((4, 4, 1));
        // A product is one by its firm.
        Lines.Where(l => (string)l["type"]! != "product" && (bool?)l["sample"] != true).Select(l => (string)l["id"]!).ShouldBeEmpty();
    }

    [Fact]
    public void Names_and_summaries_stand_in_all_six_cultures_and_descriptions_in_two_and_for_half_in_all()
    {
        var cultures = PortalCultures.All.Select(c => c.Tag).ToArray();
        bool Has(JsonNode line, string field, params string[] wanted) => wanted.All(c => !string.IsNullOrWhiteSpace((string?)(line[field]?[c] is JsonObject text ? text["text"] : line[field]?[c])));
        Lines.Where(l => !Has(l, "names", cultures)).Select(l => (string)l["id"]!).ShouldBeEmpty();
        Of("product").Where(p => !Has(p, "summaries", cultures) || !Has(p, "descriptions", "en", "fa")).Select(p => (string)p["id"]!).ShouldBeEmpty();
        Of("product").Count(p => Has(p, "descriptions", cultures)).ShouldBeGreaterThanOrEqualTo(Of("product").Length / 2);
        Of("showroom").Where(s => !Has(s, "introductions", cultures)).Select(s => (string)s["id"]!).ShouldBeEmpty();
    }

    private static JsonNode[] Of(string type) => [.. Lines.Where(l => ((string)l["type"]! is "firm" ? "organisation" : (string)l["type"]!) == type)];
}
