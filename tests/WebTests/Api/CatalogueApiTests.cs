using System.Net;
using System.Text.Json.Nodes;
using ExportPortal.WebTests.Serving;

namespace ExportPortal.WebTests.Api;

public sealed class CatalogueApiTests(SamplePortal sample)
{
    private const string Product = "/api/v1/products/sarvin-filgrastim-300";

    [Fact]
    public async Task A_product_tells_all_that_its_page_shows()
    {
        var product = await ReadAsync(Product + "?culture=ru");
        ((string)product["organisation"]!["api"]!).ShouldBe(sample.Portal.Url + "/api/v1/organisations/sarvin-zist-darou?culture=ru");
        var atc = product["attributes"]!.AsArray().Single(a => (string)a!["id"]! == "atc")!;
        ((string)atc["value"]!).ShouldBe("L03AA02");
        ((string)atc["name"]!["text"]!).ShouldBe("Код АТХ");
        product["attributes"]!.AsArray().Single(a => (string)a!["type"]! == "range" && (string)a["unit"]!["code"]! == "CEL").ShouldNotBeNull();
        ((string)product["price"]!["incoterm"]!).ShouldBe("FCA");
        ((int)product["minimumOrder"]!["quantity"]!).ShouldBe(3000);
        ((bool)product["certificates"]![0]!["valid"]!).ShouldBeTrue();
        var cis = product["markets"]!.AsArray().Single(m => (string)m!["id"]! == "cis")!;
        var russia = cis["countries"]!.AsArray().Single(c => (string)c!["country"]!["code"]! == "RU")!;
        ((string)russia["country"]!["name"]!).ShouldBe("Россия");
        ((bool)russia["ready"]!).ShouldBeTrue();
        foreach (var address in (string[])[(string)product["url"]!, (string)product["urls"]!["fa"]!, (string)product["pictures"]![0]!["url"]!, (string)product["pictures"]![0]!["renditions"]![0]!["url"]!, (string)product["documents"]![0]!["url"]!])
            (await sample.Client.GetAsync(address, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK, address);
    }

    [Fact]
    public async Task A_text_that_falls_back_names_its_culture()
    {
        var pen = await ReadAsync("/api/v1/products/mahour-teriparatide-pen?culture=fr");
        ((string)pen["name"]!["culture"]!).ShouldBe("fr");
        ((string)pen["description"]!["culture"]!).ShouldBe("en");
    }

    [Theory]
    [InlineData("?culture=fa", "en", "fa", false)]
    [InlineData("?culture=zh-CN", "fa", "zh-Hans", false)]
    [InlineData("?culture=de", "fa", "en", false)]
    [InlineData("", "ar-SY,ar;q=0.9", "ar", true)]
    [InlineData("", "", "en", true)]
    public async Task The_parameter_chooses_the_culture_and_without_it_the_header(string query, string header, string culture, bool varies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/sectors" + query);
        if (header.Length > 0)
            request.Headers.Add("Accept-Language", header);
        var response = await sample.Client.SendAsync(request, Cancellation);
        response.Content.Headers.ContentLanguage.ShouldBe([culture]);
        response.Headers.Vary.Contains("Accept-Language").ShouldBe(varies);
        ((string)JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["items"]![0]!["name"]!["culture"]!).ShouldBe(culture);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task An_answer_has_a_strong_tag_of_its_coding_and_is_not_sent_again(string coding)
    {
        using var plain = new HttpClient { BaseAddress = sample.Client.BaseAddress };
        HttpRequestMessage Request(params string[] known)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, Product + "?culture=en");
            request.Headers.Add("Accept-Encoding", coding);
            foreach (var tag in known)
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            return request;
        }
        var first = await plain.SendAsync(Request(), Cancellation);
        first.Content.Headers.ContentEncoding.ShouldBe(coding == "identity" ? [] : [coding]);
        first.Headers.CacheControl!.ToString().ShouldBe("public, no-cache");
        var tag = first.Headers.ETag!;
        tag.IsWeak.ShouldBeFalse();
        tag.Tag.EndsWith($"-{coding}\"", StringComparison.Ordinal).ShouldBe(coding != "identity");
        var again = await plain.SendAsync(Request("\"other\", " + tag), Cancellation);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        again.Headers.ETag.ShouldBe(tag);
        (await plain.SendAsync(Request("\"other\""), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("GET", "/api/v1/products/nothing", 404, "در این نشانی چیزی نیست.")]
    [InlineData("GET", "/api/v1/nothing", 404, "در این نشانی چیزی نیست.")]
    [InlineData("GET", "/api/v1/sectors/nothing/schema", 404, "در این نشانی چیزی نیست.")]
    [InlineData("DELETE", "/api/v1/sectors", 405, "این نشانی چنین درخواستی را نمی‌پذیرد.")]
    [InlineData("GET", "/api/v1/feed?since=1&since=2", 400, "این نشانی چیزی می‌خواهد که وجود ندارد.")]
    public async Task A_problem_is_told_in_the_readers_culture(string method, string address, int status, string title)
    {
        using var request = new HttpRequestMessage(new(method), address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "culture=fa");
        var response = await sample.Client.SendAsync(request, Cancellation);
        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        response.Content.Headers.ContentLanguage.ShouldBe(["fa"]);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
        ((string)problem["type"]!).ShouldBe("about:blank");
        ((string)problem["title"]!).ShouldBe(title);
    }

    [Fact]
    public async Task Pages_of_a_search_link_to_each_other()
    {
        var links = await LinksAsync("/api/v1/search?sector=ict&sector=chemicals&pageSize=5&page=2&culture=ru");
        links.Keys.ShouldBe(["first", "prev", "next", "last"]);
        links["first"].ShouldBe(sample.Portal.Url + "/api/v1/search?sector=ict&sector=chemicals&pageSize=5&culture=ru&page=1");
        (await LinksAsync(links["last"])).Keys.ShouldBe(["first", "prev", "last"]);
        (await LinksAsync(links["first"])).Keys.ShouldBe(["first", "next", "last"]);
        ((int)(await ReadAsync(links["last"]))["items"]!.AsArray().Count).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("fil", "en", "product/sarvin-filgrastim-300")]
    [InlineData("patient m", "en", "product/nabzava-patient-monitor-m12")]
    [InlineData("дефи", "ru", "product/pezhvak-aed-d1")]
    [InlineData("سروین", "fa", "organisation/sarvin-zist-darou")]
    [InlineData("chem", "en", "sector/chemicals")]
    [InlineData("L03AA02", "fa", "product/sarvin-filgrastim-300")]
    [InlineData("重", "zh-Hans", "product/sarvin-epoetin-4000")]
    [InlineData("中", "zh-Hans", "showroom/china-selection")]
    [InlineData("defib", "en", "query/defibrillator")]
    [InlineData("patient m", "fa", "query/patient-monitor")]
    [InlineData("дефи", "ru", "query/defibrillator")]
    [InlineData("دفیبر", "fa", "query/defibrillator")]
    [InlineData("除", "zh-Hans", "query/defibrillator")]
    [InlineData("filgrastm", "en", "product/sarvin-filgrastim-300")]
    [InlineData("patient moniter", "en", "product/nabzava-patient-monitor-m12")]
    [InlineData("ساروین", "fa", "organisation/sarvin-zist-darou")]
    public async Task Suggestions_come_from_the_names_that_hold_the_beginning(string typed, string culture, string wanted)
    {
        var answer = await ReadAsync($"/api/v1/suggest?q={Uri.EscapeDataString(typed)}&culture={culture}");
        var items = answer["items"]!.AsArray();
        items.Count.ShouldBeLessThanOrEqualTo(10);
        items.Select(i => $"{i!["kind"]}/{i["id"]}").ShouldContain(wanted);
        foreach (var item in items)
            (await sample.Client.GetAsync((string)item!["url"]!, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("de", "en")]
    [InlineData("mo", "fr")]
    [InlineData("ما", "fa")]
    [InlineData("مض", "ar")]
    public async Task Completed_queries_go_on_from_what_was_typed_in_its_language_and_find_products(string typed, string culture)
    {
        var items = (await ReadAsync($"/api/v1/suggest?q={Uri.EscapeDataString(typed)}&culture={culture}"))["items"]!.AsArray();
        var queries = items.TakeWhile(i => (string)i!["kind"]! == "query").ToArray();
        queries.Length.ShouldBeInRange(1, 3);
        items.Count(i => (string)i!["kind"]! == "query").ShouldBe(queries.Length);
        items.Select(i => ((string)i!["name"]!).ToUpperInvariant()).ShouldBeUnique();
        foreach (var query in queries)
        {
            ((string)query!["culture"]!).ShouldBe(culture);
            ((string)query["name"]!).ShouldStartWith(typed, Case.Insensitive);
            new Uri((string)query["url"]!).AbsolutePath.ShouldBe($"/{culture}/search");
            ((int)(await ReadAsync($"/api/v1/search?q={Uri.EscapeDataString((string)query["name"]!)}&culture={culture}"))["total"]!).ShouldBeGreaterThan(0);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("f")]
    [InlineData("%00")]
    [InlineData("xyzzy")]
    public async Task Too_little_or_what_nothing_is_called_suggests_nothing(string typed) =>
        (await ReadAsync("/api/v1/suggest?culture=en&q=" + typed))["items"]!.AsArray().ShouldBeEmpty();

    [Fact]
    public async Task Nobodys_address_is_told()
    {
        foreach (var address in (string[])["/api/v1/feed", "/api/v1/markets", "/api/v1/organisations/sarvin-zist-darou"])
        {
            var answer = await sample.Client.GetStringAsync(address, Cancellation);
            answer.ShouldNotContain("\"email\"");
            answer.ShouldNotContain("\"phone\"");
            answer.ShouldNotContain("@");
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<JsonObject> ReadAsync(string address) => JsonNode.Parse(await sample.Client.GetStringAsync(address, Cancellation))!.AsObject();

    private async Task<Dictionary<string, string>> LinksAsync(string address) =>
        string.Join(", ", (await sample.Client.GetAsync(address, Cancellation)).Headers.GetValues("Link")).Split(", ").Select(l => l.Split(">; rel="))
            .ToDictionary(l => l[1].Trim('"'), l => l[0][1..], StringComparer.Ordinal);
}
