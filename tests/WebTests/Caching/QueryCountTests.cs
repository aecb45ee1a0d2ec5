using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ExportPortal.WebTests.Caching;

/// <summary>How often a page that is not kept, or an answer to a program, asks the database: a few times, however much there is.</summary>
public sealed class QueryCountTests
{
    [Fact]
    public async Task A_page_or_answer_sends_a_few_queries_however_large_the_catalogue_is()
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
        // One for each kind of subject and for those withdrawn, and for showrooms their products.
        small["api feed"].ShouldBeLessThanOrEqualTo(15, "its place in the log; a batch of each kind");
        foreach (var (page, queries) in small.Where(p => p.Key is not "api feed"))
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
            ["api search"] = "/api/v1/search?q=monitor&culture=en", ["api suggest"] = "/api/v1/suggest?q=mon&culture=en", ["api sectors"] = "/api/v1/sectors", ["api markets"] = "/api/v1/markets",
            ["api product"] = "/api/v1/products/sarvin-filgrastim-300", ["api organisation"] = "/api/v1/organisations/sarvin-zist-darou", ["api showroom"] = "/api/v1/showrooms/ict-works", ["api feed"] = "/api/v1/feed",
            ["compare"] = "/en/compare?product=nabzava-patient-monitor-m12&product=sarvin-filgrastim-300",
        };
        var counts = new Dictionary<string, int>();
        foreach (var (page, path) in paths)
            counts[page] = await portal.CountAsync(path);
        return counts;
    }
}
