using System.Text.Json.Nodes;
using ExportPortal.Accounts;
using ExportPortal.Catalogue;
using ExportPortal.Content;
using ExportPortal.Inquiries;
using ExportPortal.Media;
using ExportPortal.Search;
using ExportPortal.Testing;
using ExportPortal.Web.Hosting;
using ExportPortal.WebTests.Serving;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace ExportPortal.WebTests.Api;

/// <summary>The API's description, held against the rules of OpenAPI, itself and the API.</summary>
public sealed class OpenApiTests(SamplePortal sample)
{
    [Fact]
    public async Task It_is_a_valid_document_of_openapi_3_1()
    {
        var text = await sample.Client.GetStringAsync("/openapi/v1.json", Cancellation);
        var read = OpenApiDocument.Parse(text, "json");
        read.Diagnostic!.Errors.Select(e => e.ToString()).ShouldBeEmpty();
        read.Diagnostic.Warnings.Select(e => e.ToString()).ShouldBeEmpty();
        read.Diagnostic.SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_1);
        read.Document!.Servers!.ShouldHaveSingleItem().Url.ShouldBe(sample.Portal.Url);
    }

    [Fact]
    public async Task Every_reference_leads_somewhere_and_every_component_is_referred_to()
    {
        var file = await ApiDescriptionFile.ReadAsync(sample.Client);
        var references = Objects(file.Document).Select(o => (string?)(o["$ref"] as JsonValue)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        references.Where(r => file.Find(r) is null).ShouldBeEmpty();
        var components = file.Document["components"]!.AsObject().SelectMany(kind => kind.Value!.AsObject().Select(c => $"#/components/{kind.Key}/{c.Key}")).ToArray();
        components.Length.ShouldBeGreaterThan(40);
        // A line of the feed is described for those who read it; the answer itself is many lines.
        components.Where(c => !references.Contains(c)).ShouldBe(["#/components/schemas/FeedLine"]);
    }

    [Fact]
    public async Task Every_example_is_as_its_schema_says()
    {
        var file = await ApiDescriptionFile.ReadAsync(sample.Client);
        var examples = Objects(file.Whole(file.Document["paths"]!)).Where(o => o["example"] is not null && o["schema"] is JsonObject).ToArray();
        examples.Length.ShouldBeGreaterThan(80);
        foreach (var holder in examples)
            JsonSchema.Faults(holder["schema"]!.AsObject(), holder["example"]).ShouldBeEmpty(holder["example"]!.ToJsonString());
        var line = file.Whole(file.Find("#/components/schemas/FeedLine")!).AsObject();
        var feed = (string)file.Document["paths"]!["/api/v1/feed"]!["get"]!["responses"]!["200"]!["content"]!["application/x-ndjson"]!["example"]!;
        foreach (var text in feed.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            JsonSchema.Faults(line, JsonNode.Parse(text)).ShouldBeEmpty(text);
    }

    [Fact]
    public async Task Every_request_is_described_whole()
    {
        var file = await ApiDescriptionFile.ReadAsync(sample.Client);
        file.Operations.Select(o => (string)o.Operation["operationId"]!).ShouldBeUnique();
        foreach (var (path, method, operation) in file.Operations)
        {
            foreach (var said in (string[])["summary", "description"])
                ((string?)operation[said]).ShouldNotBeNullOrWhiteSpace($"{method} {path}: {said}");
            var parameters = file.Whole(operation["parameters"]!).AsArray();
            parameters.Where(p => (string)p!["in"]! == "path").Select(p => $"{{{(string)p!["name"]!}}}").ShouldBe(path.Split('/').Where(s => s.StartsWith('{')));
            foreach (var parameter in parameters)
                ((string?)parameter!["description"]).ShouldNotBeNullOrWhiteSpace();
            var answers = file.Whole(operation["responses"]!).AsObject();
            answers.Select(a => a.Key).ShouldContain("429", path);
            foreach (var (status, answer) in answers)
                if (status is not "304")
                    answer!["content"]!.AsObject().ShouldHaveSingleItem().Value!["example"].ShouldNotBeNull($"{path} {status}");
        }
    }

    [Fact]
    public async Task Every_address_of_the_api_is_described_and_no_other()
    {
        var file = await ApiDescriptionFile.ReadAsync(sample.Client);
        file.Operations.Select(o => $"{o.Method} {o.Path}").Order(StringComparer.Ordinal).ShouldBe(Mapped().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/api/v1/search", "?q=filter&culture=ru&kind=all")]
    [InlineData("/api/v1/search", "?kind=showroom&pageSize=1")]
    [InlineData("/api/v1/suggest", "?q=fil&culture=en")]
    [InlineData("/api/v1/sectors", "?culture=zh-Hans")]
    [InlineData("/api/v1/markets", "?culture=ar")]
    public async Task Lists_hold_what_is_described_and_nothing_else(string path, string query) =>
        await HoldsAsync(await ApiDescriptionFile.ReadAsync(sample.Client), path, path + query);

    [Fact]
    public async Task So_does_every_subject_and_every_line_of_the_feed()
    {
        var file = await ApiDescriptionFile.ReadAsync(sample.Client);
        var line = file.Whole(file.Find("#/components/schemas/FeedLine")!, strict: true).AsObject();
        foreach (var text in (await sample.Client.GetStringAsync("/api/v1/feed", Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var subject = JsonNode.Parse(text)!.AsObject();
            JsonSchema.Faults(line, subject).ShouldBeEmpty(text);
            if ((string)subject["type"]! is "product" or "organisation" or "showroom")
                await HoldsAsync(file, $"/api/v1/{subject["type"]}s/{{id}}", $"/api/v1/{subject["type"]}s/{subject["id"]}?culture=fr");
        }
    }

    [Theory]
    [InlineData("/api/v1/products/{id}", "/api/v1/products/nothing", "404")]
    [InlineData("/api/v1/feed", "/api/v1/feed?since=-1", "400")]
    [InlineData("/api/v1/feed", "/api/v1/feed?since=999999999-5f0c2d9e", "410")]
    [InlineData("/api/v1/sectors", "/api/v1/sectors?culture=en_US", "400")]
    public async Task Refusals_are_as_described(string path, string address, string status)
    {
        var file = await ApiDescriptionFile.ReadAsync(sample.Client);
        var response = await sample.Client.GetAsync(address, Cancellation);
        ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonSchema.Faults(file.SchemaOf(path, status, "application/problem+json", strict: true), JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))).ShouldBeEmpty();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task HoldsAsync(ApiDescriptionFile file, string path, string address)
    {
        var answer = JsonNode.Parse(await sample.Client.GetStringAsync(address, Cancellation));
        JsonSchema.Faults(file.SchemaOf(path, "200", "application/json", strict: true), answer).ShouldBeEmpty(address);
    }

    // The host is put together and never started.
    private static IEnumerable<string> Mapped()
    {
        using var folder = new TemporaryFolder();
        var app = PortalHost.Build(new(StringComparer.OrdinalIgnoreCase) { ["Portal:Data"] = folder.Path }, services => services.AddSearch().AddMedia().AddCatalogue().AddContent().AddInquiries().AddAccounts(), serves: false);
        PortalHost.Map(app, endpoints => endpoints.MapSearch().MapMedia().MapAccounts().MapCatalogue().MapContent().MapInquiries());
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Where(m => m != "HEAD"), (e, method) => $"{method} {e.RoutePattern.RawText}")];
    }

    // Examples are values, not parts of the description.
    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => map.Where(p => p.Key != "example").SelectMany(p => Objects(p.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
