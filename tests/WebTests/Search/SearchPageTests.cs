using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ExportPortal.WebTests.Serving;

namespace ExportPortal.WebTests.Search;

public sealed class SearchPageTests(SamplePortal sample)
{
    [Fact]
    public async Task Results_show_the_words_found_and_lead_to_their_pages()
    {
        var page = await OpenAsync("/en/search?q=patient+monitor");
        page.QuerySelector("h1")!.TextContent.ShouldContain("patient monitor");
        var first = page.QuerySelector(".result")!;
        first.QuerySelectorAll("h3 mark").Select(m => m.TextContent.ToLowerInvariant()).ShouldBe(["patient", "monitor"]);
        (await sample.Client.GetAsync(first.QuerySelector("h3 a")!.GetAttribute("href"), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("en", "12 products")]
    [InlineData("fa", "۱۲ محصول")]
    [InlineData("zh-Hans", "12 件产品")]
    [InlineData("ru", "12 товаров")]
    [InlineData("ar", "١٢ منتجًا")]
    [InlineData("fr", "12 produits")]
    public async Task The_count_stands_in_words(string culture, string count) =>
        (await OpenAsync($"/{culture}/search?sector=chemicals")).QuerySelector("#results-title")!.TextContent.ShouldBe(count);

    [Fact]
    public async Task Choices_are_ticked_and_each_can_be_taken_back()
    {
        var page = await OpenAsync("/fa/search?q=%D9%86%D9%85&sector=ict&sector=chemicals&market=cis&kind=product");
        var without = (await OpenAsync("/en/search?sector=ict&sector=chemicals&market=cis")).QuerySelectorAll(".chosen a").Select(a => a.GetAttribute("href")).ToArray();
        without.ShouldBe(["/en/search?sector=chemicals&market=cis", "/en/search?sector=ict&market=cis", "/en/search?sector=ict&sector=chemicals", "/en/search"]);
        page.QuerySelectorAll(".chosen a").Length.ShouldBe(4);

        var filtered = await OpenAsync("/en/search?sector=ict&sector=chemicals&market=cis");
        filtered.QuerySelectorAll("input[type=checkbox][checked]").Select(b => b.GetAttribute("name") + "=" + b.GetAttribute("value"))
            .ShouldBe(["sector=ict", "sector=chemicals", "market=cis"], ignoreOrder: true);
        filtered.QuerySelectorAll("input[type=checkbox]").ShouldAllBe(b => b.GetAttribute("form") == "search-form");
    }

    [Fact]
    public async Task The_boxes_of_a_facet_say_how_many_results_they_give()
    {
        var page = await OpenAsync("/en/search");
        foreach (var option in page.QuerySelectorAll(".option").Take(8))
        {
            var box = option.QuerySelector("input")!;
            var chosen = await OpenAsync($"/en/search?{box.GetAttribute("name")}={Uri.EscapeDataString(box.GetAttribute("value")!)}");
            chosen.QuerySelector("#results-title")!.TextContent.Split(' ')[0].Replace("One", "1", StringComparison.Ordinal).ShouldBe(option.QuerySelector(".note")!.TextContent);
        }
    }

    [Theory]
    [InlineData("en", "medical devices", "medical-devices")]
    [InlineData("en", "medical device suppliers", "medical-devices")]
    [InlineData("fa", "تجهیزات پزشکی", "medical-devices")]
    [InlineData("fa", "medical devices", "medical-devices")]
    [InlineData("zh-Hans", "医疗器械", "medical-devices")]
    [InlineData("ru", "медицинские изделия", "medical-devices")]
    [InlineData("ru", "химия ICT", null)]
    [InlineData("ru", "химия", "chemicals")]
    [InlineData("ru", "медтехника", "medical-devices")]
    [InlineData("fa", "لوازم پزشکی", "medical-devices")]
    [InlineData("zh-Hans", "医疗器械供应商", "medical-devices")]
    [InlineData("ar", "أدوية", "recombinant-drugs")]
    [InlineData("en", "meddical devices", "medical-devices")]
    [InlineData("fr", "produits", null)]
    [InlineData("zh-Hans", "技术", null)]
    [InlineData("en", "-chemicals", null)]
    [InlineData("en", "medical devices&market=cis", null)]
    [InlineData("en", "medical devices&kind=organisation", null)]
    [InlineData("ar", "الأجهزة الطبية", "medical-devices")]
    [InlineData("fr", "dispositif médical", "medical-devices")]
    [InlineData("en", "ICT", "ict")]
    [InlineData("en", "chemical", "chemicals")]
    [InlineData("en", "medical syringe", null)]
    [InlineData("en", "the", null)]
    [InlineData("en", "device", null)]
    [InlineData("en", "medical devices&sector=medical-devices", null)]
    public async Task Who_names_a_sector_is_led_to_it(string culture, string asked, string? sector) =>
        (await OpenAsync($"/{culture}/search?q={asked}")).QuerySelectorAll(".named-sectors a").Select(a => a.GetAttribute("href")).ShouldBe(sector is null ? [] : [$"/{culture}/search?sector={sector}"]);

    [Fact]
    public async Task Where_nothing_is_found_the_page_says_what_to_try()
    {
        var page = await OpenAsync("/ru/search?q=zzzzqqqq&sector=ict");
        page.QuerySelector("#nothing-title")!.TextContent.ShouldBe("Ничего не найдено");
        page.QuerySelectorAll(".nothing a").Select(a => a.GetAttribute("href")).ShouldContain("/ru/search?q=zzzzqqqq");
        page.QuerySelectorAll(".nothing .badge").Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Texts_of_another_language_are_marked()
    {
        var page = await OpenAsync("/fa/search?q=silver+nitrate");
        var passage = page.QuerySelector(".result .passage bdi")!;
        passage.GetAttribute("lang").ShouldBe("en");
        passage.GetAttribute("dir").ShouldBe("ltr");
        page.QuerySelector(".result .fallback")!.TextContent.ShouldBe("زبان: انگلیسی");
    }

    [Fact]
    public async Task Pages_follow_each_other_and_one_past_the_last_leads_to_the_last()
    {
        var first = await OpenAsync("/en/search?q=&pageSize=10&sort=name");
        var next = first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!;
        next.ShouldBe("/en/search?sort=name&pageSize=10&page=2");
        (await OpenAsync(next)).QuerySelector(".results")!.GetAttribute("start").ShouldBe("11");
        var beyond = await sample.Client.GetAsync("/en/search?pageSize=10&page=50", Cancellation);
        beyond.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        beyond.Headers.Location!.OriginalString.ShouldBe("/en/search?pageSize=10&page=5");
    }

    private const string TooManyFacets = "attribute.a=x&attribute.b=x&attribute.c=x&attribute.d=x&attribute.e=x&attribute.f=x&attribute.g=x&attribute.h=x&attribute.i=x&attribute.j=x&attribute.k=x"
        + "&attribute.l=x&attribute.m=x&attribute.n=x&attribute.o=x&attribute.p=x&attribute.q=x&attribute.r=x&attribute.s=x&attribute.t=x&attribute.u=x&attribute.v=x&attribute.w=x&attribute.x=x"
        + "&attribute.y=x&attribute.z=x&attribute.a1=x&attribute.b1=x&attribute.c1=x&attribute.d1=x&attribute.e1=x&attribute.f1=x&attribute.g1=x";

    [Theory]
    [InlineData("page=x", "")]
    [InlineData("page=0&q=gel", "?q=gel")]
    [InlineData("page=-3", "")]
    [InlineData("sort=x&q=gel", "?q=gel")]
    [InlineData("kind=x&sort=name", "?sort=name")]
    [InlineData("pageSize=0&page=2", "?pageSize=1&page=2")]
    [InlineData("pageSize=x", "")]
    [InlineData(TooManyFacets + "&q=gel", "?q=gel")]
    public async Task What_an_address_asks_for_and_is_not_understood_takes_its_default(string query, string understood)
    {
        var answer = await sample.Client.GetAsync("/fr/search?" + query, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/fr/search" + understood);
        (await sample.Client.GetAsync(answer.Headers.Location, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("%00"), InlineData("%00%07%20"), InlineData("%E2%80%8E")]
    public async Task Where_nothing_that_is_seen_was_typed_the_page_says_so(string text)
    {
        var page = await OpenAsync("/en/search?q=" + text);
        page.QuerySelector("h1")!.TextContent.ShouldBe("All products");
        page.QuerySelector(".notice")!.TextContent.ShouldContain("nothing");
    }

    [Fact]
    public async Task Too_long_a_text_is_said_to_be_cut_and_mark_up_in_it_is_text()
    {
        var cut = await OpenAsync("/en/search?q=" + new string('x', 501));
        cut.QuerySelector(".notice")!.TextContent.ShouldContain("500");
        cut.QuerySelector("h1")!.TextContent.Length.ShouldBeLessThan(120);
        cut.QuerySelector("title")!.TextContent.Length.ShouldBeLessThan(150);
        var page = await OpenAsync("/en/search?q=" + Uri.EscapeDataString("<script>alert(1)</script>\"><b>monitor"));
        page.QuerySelectorAll("main script, main b").ShouldBeEmpty();
        page.QuerySelector("#search-q")!.GetAttribute("value").ShouldBe("<script>alert(1)</script>\"><b>monitor");
    }

    [Fact]
    public async Task The_page_is_the_same_for_everyone_and_needs_no_script()
    {
        var response = await sample.Client.GetAsync("/zh-Hans/search?q=X", Cancellation);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        response.Headers.CacheControl!.NoStore.ShouldBeFalse();
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("__RequestVerificationToken");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<IDocument> OpenAsync(string path)
    {
        var response = await sample.Client.GetAsync(path, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Cancellation), Cancellation);
    }
}
