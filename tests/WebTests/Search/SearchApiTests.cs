using System.Net;
using System.Text.Json.Nodes;
using ExportPortal.Testing;
using ExportPortal.WebTests.Serving;

namespace ExportPortal.WebTests.Search;

public sealed class SearchApiTests(SamplePortal sample)
{
    [Fact]
    public async Task An_answer_has_the_promised_shape()
    {
        var answer = await AskAsync("q=patient+monitor&culture=en&sector=medical-devices&pageSize=5");
        Names(answer).ShouldBe(["total", "page", "pageSize", "items", "facets"]);
        ((int)answer["page"]!).ShouldBe(1);
        ((int)answer["pageSize"]!).ShouldBe(5);
        var item = answer["items"]![0]!.AsObject();
        Names(item).ShouldBe(["id", "kind", "culture", "name", "summary", "firm", "firmName", "sector", "sectorName", "url", "image", "score", "highlights"]);
        ((string)item["id"]!).ShouldBe("nabzava-patient-monitor-m12");
        ((string)item["firm"]!).ShouldBe("nabzava-teb");
        ((string)item["sectorName"]!).ShouldBe("Medical devices");
        ((string)item["url"]!).ShouldStartWith("/en/products/");
        ((string)item["image"]!).ShouldMatch("^/media/[0-9a-f]{64}/480\\.webp$");
        ((double)item["score"]!).ShouldBeGreaterThan(0);

        var highlight = item["highlights"]![0]!.AsObject();
        Names(highlight).ShouldBe(["field", "culture", "text", "ranges"]);
        ((string)highlight["field"]!).ShouldBe("name");
        var text = (string)highlight["text"]!;
        highlight["ranges"]!.AsArray().Select(r => text.Substring((int)r![0]!, (int)r[1]!).ToLowerInvariant()).ShouldBe(["patient", "monitor"]);

        var facet = answer["facets"]![0]!.AsObject();
        Names(facet).ShouldBe(["field", "values"]);
        ((string)facet["field"]!).ShouldBe("sector");
        var value = facet["values"]!.AsArray().Single(v => (string)v!["value"]! == "medical-devices")!.AsObject();
        value.ToJsonString().ShouldBe($$"""{"value":"medical-devices","label":"Medical devices","count":{{(int)answer["total"]!}},"selected":true}""");
    }

    [Fact]
    public async Task What_holds_some_of_the_words_only_follows_and_is_told()
    {
        var items = (await AskAsync("q=patient+monitor&culture=en&sector=medical-devices"))["items"]!.AsArray();
        items.Count.ShouldBeGreaterThan(1);
        items[0]!["someWords"].ShouldBeNull();
        items.Skip(1).ShouldAllBe(i => (bool)i!["someWords"]!);
        var page = await sample.Client.GetStringAsync("/en/search?q=patient+monitor", TestContext.Current.CancellationToken);
        page.IndexOf("only some of these words", StringComparison.Ordinal).ShouldBeGreaterThan(page.IndexOf("nabzava", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("patiant+moniter", "en", "patient monitor", "Showing results for")]
    [InlineData("%D9%85%D8%A7%D9%86%DB%8C%D8%AA%D8%B1+%D8%A8%DB%8C%D9%85%D8%A7%D8%B1", "fa", "مانیتور بیمار", "نمایش داده می‌شود")]
    public async Task A_mended_query_is_told(string typed, string culture, string mended, string told)
    {
        var answer = await AskAsync($"q={typed}&culture={culture}");
        ((string)answer["correction"]!).ShouldBe(mended);
        ((string)answer["items"]![0]!["id"]!).ShouldBe("nabzava-patient-monitor-m12");
        Names(await AskAsync($"q={Uri.EscapeDataString(mended)}&culture={culture}")).ShouldNotContain("correction");
        var page = await sample.Client.GetStringAsync($"/{culture}/search?q={typed}", TestContext.Current.CancellationToken);
        page.ShouldContain(told);
        System.Net.WebUtility.HtmlDecode(page).ShouldContain(mended);
    }

    [Fact]
    public async Task Without_words_all_products_are_listed_page_by_page()
    {
        var all = await AskAsync("pageSize=100");
        ((int)all["total"]!).ShouldBe(SampleFeed.Products.Count);
        var pages = new List<string>();
        for (var page = 1; page <= 7; page++)
            pages.AddRange(Ids(await AskAsync($"pageSize=7&page={page}")));
        pages.ShouldBe(Ids(all));
        var beyond = await AskAsync("page=99");
        Ids(beyond).ShouldBeEmpty();
        ((int)beyond["total"]!).ShouldBe(SampleFeed.Products.Count);
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=abc", "page")]
    [InlineData("page=1&page=2", "page")]
    [InlineData("page=99999999999", "page")]
    [InlineData("pageSize=101", "pageSize")]
    [InlineData("pageSize=-1", "pageSize")]
    [InlineData("sort=price", "sort")]
    [InlineData("kind=firm", "kind")]
    [InlineData("culture=x", "culture")]
    [InlineData("culture=en_US", "culture")]
    [InlineData("culture=../..", "culture")]
    public async Task What_is_malformed_is_refused_by_field(string query, string field)
    {
        var response = await sample.Client.GetAsync("/api/v1/search?q=pump&" + query, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
        ((int)problem["status"]!).ShouldBe(400);
        problem["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe(field);
    }

    [Fact]
    public async Task A_refusal_names_every_field_in_the_readers_language()
    {
        var response = await sample.Client.GetAsync("/api/v1/search?culture=fa&page=x&sort=y", Cancellation);
        response.Content.Headers.ContentLanguage.ShouldBe(["fa"]);
        var errors = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["errors"]!.AsObject();
        errors.Select(e => e.Key).ShouldBe(["sort", "page"], ignoreOrder: true);
        ((string)errors["page"]![0]!).ShouldBe("عدد درستی از ۱ تا ۱۰۰٬۰۰۰ بنویسید.");
    }

    [Fact]
    public async Task Too_long_a_text_is_cut_and_the_answer_says_so()
    {
        var answer = await AskAsync("q=" + Uri.EscapeDataString("filgrastim " + new string('x', 600)));
        ((bool)answer["queryCut"]!).ShouldBeTrue();
        Names(await AskAsync("q=" + new string('x', 500))).ShouldNotContain("queryCut");
    }

    [Theory]
    [InlineData("%F0%9F%92%8A")]
    [InlineData("%00%01%02")]
    [InlineData("%22%5B%5D%7B%7D%28%29*%3F%5C")]
    [InlineData("%E2%80%AE%D9%BE%D9%85%D9%BE")]
    public async Task No_text_is_wrong(string text) =>
        (await sample.Client.GetAsync("/api/v1/search?q=" + text, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Values_of_a_facet_are_alternatives_facets_hold_together_and_unknown_values_match_nothing()
    {
        Task<int> Total(string query) => CountAsync(query);
        var ict = await Total("sector=ict");
        (await Total("sector=ict&sector=chemicals")).ShouldBe(ict + await Total("sector=chemicals"));
        (await Total("sector=ict&certificate=ISO+13485")).ShouldBe(0);
        (await Total("sector=ict&sector=no-such")).ShouldBe(ict);

        var none = await AskAsync("sector=no-such");
        ((int)none["total"]!).ShouldBe(0);
        var value = none["facets"]![0]!["values"]!.AsArray().Single(v => (bool)v!["selected"]!)!;
        ((string)value["value"]!).ShouldBe("no-such");
        ((int)value["count"]!).ShouldBe(0);
    }

    [Fact]
    public async Task One_chosen_sector_brings_the_facets_of_its_sheet()
    {
        Facets(await AskAsync("")).ShouldBe(["sector", "market", "country", "readiness", "certificate", "firm"]);
        var drugs = await AskAsync("sector=recombinant-drugs&culture=fr");
        Facets(drugs).ShouldContain("attribute.route");
        Facets(drugs).ShouldNotContain("attribute.reach");
        var route = drugs["facets"]!.AsArray().Single(f => (string)f!["field"]! == "attribute.route")!["values"]![0]!;
        (await CountAsync($"sector=recombinant-drugs&attribute.route={(string)route["value"]!}")).ShouldBe((int)route["count"]!);
        ((string)route["label"]!).ShouldNotBe((string)route["value"]!);
    }

    [Theory]
    [InlineData("zh-CN", "zh-Hans", "/zh-Hans/")]
    [InlineData("ZH-hans", "zh-Hans", "/zh-Hans/")]
    [InlineData("ru-KZ", "ru", "/ru/")]
    [InlineData("de", "en", "/en/")]
    [InlineData("tlh-Latn-x-ship", "en", "/en/")]
    public async Task Any_well_formed_culture_is_answered_along_its_chain(string asked, string shown, string begin)
    {
        var item = (await AskAsync($"q=filgrastim&culture={asked}"))["items"]![0]!;
        ((string)item["culture"]!).ShouldBe(shown);
        ((string)item["url"]!).ShouldStartWith(begin);
        (await sample.Client.GetAsync((string)item["url"]!, Cancellation)).StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.MovedPermanently);
    }

    [Fact]
    public async Task Kinds_are_products_unless_others_are_asked_for()
    {
        var products = await CountAsync("");
        var organisations = await CountAsync("kind=organisation");
        organisations.ShouldBeGreaterThan(0);
        (await CountAsync("kind=all")).ShouldBe(products + organisations + await CountAsync("kind=showroom"));
        (await CountAsync("kind=product&kind=organisation")).ShouldBe(products + organisations);
    }

    [Fact]
    public async Task Names_sort_as_the_readers_language_does()
    {
        var names = (await AskAsync("sort=name&culture=fa&pageSize=100"))["items"]!.AsArray().Select(i => (string)i!["name"]!).ToArray();
        names.ShouldBe(names.OrderBy(n => n, StringComparer.Create(new("fa-IR"), ignoreCase: false)));
    }

    [Fact]
    public async Task An_answer_that_is_still_the_same_is_not_sent_again()
    {
        var first = await sample.Client.GetAsync("/api/v1/search?q=pump&culture=en", Cancellation);
        first.Headers.CacheControl!.ToString().ShouldBe("public, no-cache");
        first.Headers.Vary.ShouldNotContain("Accept-Language");
        var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/search?q=pump&culture=en");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await sample.Client.SendAsync(again, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await sample.Client.GetAsync("/api/v1/search?q=pump", Cancellation)).Headers.Vary.ShouldContain("Accept-Language");
    }

    [Fact]
    public async Task A_client_that_asks_too_often_is_told_to_wait()
    {
        using var folder = new TemporaryFolder();
        await using var portal = await PortalProcess.StartAsync(folder.Path, "--empty", "--Limits:ReadsPerMinute", "3", "--Limits:TrustedAddresses", "203.0.113.0/24");
        using var client = new HttpClient { BaseAddress = new Uri(portal.Url) };
        foreach (var (left, address) in ((string[])["/api/v1/search", "/api/v1/sectors", "/api/v1/feed"]).Index())
        {
            var response = await client.GetAsync(address, Cancellation);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"reads\";q=3;w=60"]);
            response.Headers.GetValues("RateLimit").ShouldBe([$"\"reads\";r={2 - left}"]);
        }
        var refused = await client.GetAsync("/api/v1/search?culture=ru", Cancellation);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        refused.Headers.GetValues("RateLimit").ShouldBe([$"\"reads\";r=0;t={refused.Headers.RetryAfter.Delta.Value.TotalSeconds}"]);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await refused.Content.ReadAsStringAsync(Cancellation)).ShouldContain("слишком много");
        // Typing is counted apart, and searching leaves it its room.
        var suggested = await client.GetAsync("/api/v1/suggest?q=fil", Cancellation);
        suggested.StatusCode.ShouldBe(HttpStatusCode.OK);
        suggested.Headers.GetValues("RateLimit").ShouldBe(["\"suggestions\";r=2"]);
        foreach (var path in (string[])["/en/search", "/en/products/a/share-00000000000000000000000000000000.jpg"])
            (await client.GetAsync(path, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests, path);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<JsonObject> AskAsync(string query) =>
        JsonNode.Parse(await sample.Client.GetStringAsync("/api/v1/search?" + query, Cancellation))!.AsObject();

    private async Task<int> CountAsync(string query) => (int)(await AskAsync(query))["total"]!;

    private static string[] Names(JsonObject node) => [.. node.Select(p => p.Key)];

    private static string[] Ids(JsonObject answer) => [.. answer["items"]!.AsArray().Select(i => (string)i!["id"]!)];

    private static string[] Facets(JsonObject answer) => [.. answer["facets"]!.AsArray().Select(f => (string)f!["field"]!)];
}
