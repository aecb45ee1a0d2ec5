using System.Globalization;
using System.Text.Json.Nodes;
using ExportPortal.WebTests.Serving;

namespace ExportPortal.WebTests.Search;

/// <summary>Each product of the sample catalogue is found in every way that a buyer may look for it.</summary>
public sealed class SampleFindingTests(SamplePortal sample)
{
    private static readonly string[] CodeRules = ["cas", "ec", "atc", "emdn", "un-number"];

    public static TheoryData<string> Ids => [.. SampleFeed.Products.Select(p => (string)p["id"]!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task By_its_name_in_each_culture_among_the_first_three(string id)
    {
        foreach (var (culture, name) in Product(id)["names"]!.AsObject())
            (await FindAsync("q", (string)name!, culture)).Take(3).ShouldContain(id, $"{culture}: {name}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task By_each_of_its_own_codes_first(string id)
    {
        var product = Product(id);
        foreach (var code in SampleFeed.Codes(product, "model").Concat(SampleFeed.Codes(product, "gtin")).Append(id))
            (await FindAsync("q", code, "en")).FirstOrDefault().ShouldBe(id, code);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task By_its_models_in_quotation_marks_and_by_gtins_in_their_longest_form(string id)
    {
        var product = Product(id);
        foreach (var code in SampleFeed.Codes(product, "model").Select(m => $"\"{m}\"").Concat(SampleFeed.Codes(product, "gtin").Select(g => g.PadLeft(14, '0'))))
            (await FindAsync("q", code, "en")).FirstOrDefault().ShouldBe(id, code);
    }

    [Fact]
    public async Task By_the_code_of_a_hazard() =>
        (await FindAsync("q", "GHS09", "fr")).ShouldBe(SampleFeed.Products.Where(p => SampleFeed.Attributes(p, _ => true).Any(a => a.Value == "GHS09")).Select(p => (string)p["id"]!), ignoreOrder: true);

    [Fact]
    public async Task By_the_scheme_of_a_certificate()
    {
        var certified = SampleFeed.Products.Where(p => p["certificates"]?.AsArray().Any(c => (string)c!["scheme"]! == "ISO 13485" && DateOnly.Parse((string)c["expires"]!, CultureInfo.InvariantCulture) > DateOnly.FromDateTime(DateTime.UtcNow)) == true).Select(p => (string)p["id"]!).ToArray();
        certified.ShouldNotBeEmpty();
        (await FindAsync("q", "ISO 13485", "en")).ToHashSet().IsSupersetOf(certified).ShouldBeTrue();
    }

    [Theory]
    [InlineData("3002150000")]
    [InlineData("код ТН ВЭД 3002 15")]
    [InlineData("ТН ВЭД 3002 15 000 0")]
    public async Task By_a_national_tariff_code(string code) =>
        (await FindAsync("q", code, "ru")).ShouldBe(SampleFeed.Products.Where(p => ((string?)p["hsCode"])?.StartsWith("300215", StringComparison.Ordinal) == true).Select(p => (string)p["id"]!), ignoreOrder: true);

    [Theory]
    [InlineData("SZ-FIL-30")]
    [InlineData("L03AA0")]
    public async Task By_what_begins_its_code_and_nothing_else_is(string code)
    {
        var found = await FindAsync("q", code, "en");
        found.ShouldNotBeEmpty();
        found.ShouldBe(SampleFeed.Products.Where(p => SampleFeed.Codes(p, "model").Concat(SampleFeed.Attributes(p, _ => true).Select(a => a.Value)).Any(c => c.StartsWith(code, StringComparison.Ordinal))).Select(p => (string)p["id"]!), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task By_each_code_of_its_substance_or_heading_among_those_that_share_it(string id)
    {
        var product = Product(id);
        if ((string?)product["hsCode"] is { } heading)
            await FirstAmongSharingAsync(heading, SampleFeed.Products.Where(p => (string?)p["hsCode"] == heading), id);
        bool IsCode(JsonObject attribute) => CodeRules.Contains((string?)attribute["rule"]);
        foreach (var code in SampleFeed.Attributes(product, IsCode))
            await FirstAmongSharingAsync(code.Value, SampleFeed.Products.Where(p => SampleFeed.Attributes(p, IsCode).Contains(code)), id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task By_each_of_its_facets(string id)
    {
        var product = Product(id);
        var values = new List<(string Facet, string Value)> { ("sector", (string)product["sector"]!), ("firm", (string)product["firm"]!) };
        values.AddRange((product["certificates"]?.AsArray() ?? []).Where(c => c!["expires"] is null || string.CompareOrdinal((string)c["expires"]!, Today) >= 0).Select(c => ("certificate", (string)c!["scheme"]!)));
        values.AddRange(SampleFeed.Strings(product["markets"]).Select(m => ("market", m)));
        values.AddRange(SampleFeed.Attributes(product, a => (bool?)a["facet"] == true).Select(a => ("attribute." + a.Attribute, a.Value)));
        foreach (var (facet, value) in values)
            (await FindAsync(facet, value, "ru")).ShouldContain(id, $"{facet}={value}");

        var all = string.Join('&', values.Select(v => $"{v.Facet}={Uri.EscapeDataString(v.Value)}"));
        (await AskAsync(all)).ShouldContain(id);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Today => DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Product(string id) => SampleFeed.Products.Single(p => (string)p["id"]! == id);

    private async Task FirstAmongSharingAsync(string code, IEnumerable<JsonObject> sharing, string id)
    {
        var ids = sharing.Select(p => (string)p["id"]!).ToArray();
        var found = await FindAsync("q", code, "en");
        found.Take(ids.Length).ShouldBe(ids, ignoreOrder: true, code);
        ids.ShouldContain(id);
    }

    private Task<string[]> FindAsync(string parameter, string value, string culture) => AskAsync($"{parameter}={Uri.EscapeDataString(value)}&culture={culture}");

    private async Task<string[]> AskAsync(string query) =>
        [.. JsonNode.Parse(await sample.Client.GetStringAsync("/api/v1/search?pageSize=100&" + query, Cancellation))!["items"]!.AsArray().Select(i => (string)i!["id"]!)];
}
