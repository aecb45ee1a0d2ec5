using System.Net;
using System.Text.Json.Nodes;
using ExportPortal.WebTests.Search;

namespace ExportPortal.WebTests.Serving;

/// <summary>The rules of the feed and of the sheets as JSON Schema.</summary>
public sealed class SchemaTests(SamplePortal sample)
{
    [Fact]
    public async Task The_schema_of_a_sheet_takes_the_attributes_of_its_sectors_products_and_no_others()
    {
        foreach (var sector in SampleFeed.Sectors.Select(s => (string)s["id"]!))
        {
            var schema = await ReadAsync($"/api/v1/sectors/{sector}/schema");
            var products = SampleFeed.Products.Where(p => (string)p["sector"]! == sector && p["attributes"] is not null).ToArray();
            products.ShouldNotBeEmpty(sector);
            foreach (var product in products)
                JsonSchema.Faults(schema, product["attributes"]).ShouldBeEmpty((string)product["id"]!);
        }
        var chemicals = await ReadAsync("/api/v1/sectors/chemicals/schema");
        JsonSchema.Faults(chemicals, JsonNode.Parse("""{"wings":"two"}""")).ShouldHaveSingleItem();
        JsonSchema.Faults(chemicals, JsonNode.Parse("""{"purity":"99 %"}""")).ShouldHaveSingleItem();
        JsonSchema.Faults(chemicals, JsonNode.Parse("""{"grade":"no such grade"}""")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_schema_of_a_line_takes_the_lines_of_the_sample_feed()
    {
        var schema = await ReadAsync("/api/v1/feed/schemas/product");
        foreach (var product in SampleFeed.Products)
            JsonSchema.Faults(schema, product).ShouldBeEmpty((string)product["id"]!);
        JsonSchema.Faults(schema, JsonNode.Parse("""{"type":"product","id":"a","firm":"b","sector":"c"}""")).ShouldBe(["$: required"]);
    }

    [Theory]
    [InlineData("/api/v1/sectors/no-such-sector/schema")]
    [InlineData("/api/v1/sectors/Chemicals/schema")]
    [InlineData("/api/v1/feed/schemas/widget")]
    public async Task A_schema_of_nothing_known_is_not_found(string address)
    {
        var response = await sample.Client.GetAsync(address, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<JsonObject> ReadAsync(string address)
    {
        var response = await sample.Client.GetAsync(address, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/schema+json");
        var schema = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!.AsObject();
        ((string)schema["$schema"]!).ShouldBe("https://json-schema.org/draft/2020-12/schema");
        return schema;
    }
}
