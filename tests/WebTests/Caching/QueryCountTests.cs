using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ExportPortal.WebTests.Caching;

/// <summary>How often a page that is not kept asks the database: a few times, however much there is.</summary>
public sealed class QueryCountTests
{
    [Fact]
    public async Task A_page_sends_a_few_queries_however_large_the_catalogue_is()
    {
        Dictionary<string, int> small, large;
        await using (var portal = await CountedPortal.StartAsync(times: 1))
            small = await CountAsync(portal);
        await using (var portal = await CountedPortal.StartAsync(times: 3))
            large = await CountAsync(portal);
        small["product"].ShouldBe(1, "its prepared row");
        small["organisation"].ShouldBeLessThanOrEqualTo(4, "its prepared row; how many products, which, their cards");
        small["showroom"].ShouldBe(2, "its prepared row; its cards");
        foreach (var page in (string[])["sectors", "sector", "markets", "market", "organisations", "search", "about"])
            small[page].ShouldBe(0, page);
        foreach (var (page, queries) in small)
            queries.ShouldBeLessThanOrEqualTo(page is "home" or "showrooms" ? 5 : 4, page);
        large.ShouldBe(small);
    }

    private static async Task<Dictionary<string, int>> CountAsync(CountedPortal portal)
    {
        async Task<string> FindAsync(string page, string pattern) => Regex.Match(await portal.Client.GetStringAsync(page, TestContext.Current.CancellationToken), pattern).Groups[1].Value;
        var found = await portal.Client.GetFromJsonAsync<JsonObject>("/api/v1/search?q=patient+monitor&culture=en", TestContext.Current.CancellationToken);
        var product = (string)found!["items"]![0]!["url"]!;
        var paths = new Dictionary<string, string>
        {
            ["home"] = "/en/", ["about"] = "/en/about", ["sectors"] = "/en/sectors", ["sector"] = "/en/sectors/medical-devices", ["markets"] = "/en/markets", ["market"] = "/en/markets/cis",
            ["organisations"] = "/en/organisations", ["organisation"] = await FindAsync(product, "href=\"(/en/organisations/[^\"]+)\""),
            ["showrooms"] = "/en/showrooms", ["showroom"] = await FindAsync("/en/showrooms", "<h3><a href=\"(/en/showrooms/[^\"]+)\""),
            ["product"] = product, ["search"] = "/en/search?q=monitor", ["atom"] = "/en/products.atom", ["sitemap"] = "/sitemap.xml",
            ["compare"] = "/en/compare?product=nabzava-patient-monitor-m12&product=sarvin-filgrastim-300",
        };
        var counts = new Dictionary<string, int>();
        foreach (var (page, path) in paths)
            counts[page] = await portal.CountAsync(path);
        return counts;
    }
}
