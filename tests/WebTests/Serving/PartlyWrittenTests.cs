using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using ExportPortal.Testing;
using ExportPortal.WebTests.Inquiries;

namespace ExportPortal.WebTests.Serving;

public sealed class PartlyWrittenTests(InquirySite site)
{
    private const string Lines = """
        {"type":"desk","id":"good-desk","names":{"en":"Good desk"},"city":{"en":"Goris"},"country":"AM","timeZone":"Asia/Yerevan","hours":{"from":"09:00","to":"17:00"}}
        {"type":"firm","id":"good-firm","names":{"en":"Good Firm"}}
        {"type":"product","id":"good-product","firm":"good-firm","sector":"chemicals","names":{"en":"Pure acetone","fr":"Acétone pure","de":"Reines Aceton"}}
        """;

    private static readonly (string Culture, string Path)[] Written = [("en", "/en/products/pure-acetone"), ("fr", "/fr/products/ac%C3%A9tone-pure"), ("x-default", "/en/products/pure-acetone")];

    [Fact]
    public async Task A_page_whose_text_is_not_in_the_readers_culture_sends_machines_to_one_that_has_it()
    {
        await ImportAsync();
        var client = site.Visit().Client;
        async Task<IDocument> OpenAsync(string path)
        {
            var html = await client.GetStringAsync(path, Cancellation);
            return await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html), Cancellation);
        }

        var english = await OpenAsync(Written[0].Path);
        var url = client.BaseAddress!.ToString().TrimEnd('/');
        var addresses = english.QuerySelectorAll(".menu a[hreflang]").ToDictionary(a => a.GetAttribute("hreflang")!, a => a.GetAttribute("href")!, StringComparer.Ordinal);
        foreach (var culture in (string[])["en", "fr", "fa", "ru", "zh-Hans", "ar"])
        {
            var page = await OpenAsync(addresses[culture]);
            var isWritten = culture is "en" or "fr";
            (page.QuerySelector("meta[name=robots]")?.GetAttribute("content")).ShouldBe(isWritten ? null : "noindex", culture);
            page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe(url + Written[culture == "fr" ? 1 : 0].Path, culture);
            page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => (l.GetAttribute("hreflang"), l.GetAttribute("href"))).ShouldBe(Written.Select(w => ((string?)w.Culture, (string?)(url + w.Path))), culture);
            if (!isWritten)
                page.QuerySelector("h1")!.GetAttribute("lang").ShouldBe("en", culture);
        }
    }

    [Fact]
    public async Task A_name_that_is_not_in_the_readers_culture_is_marked_where_it_is_asked_about_and_where_it_is_noted()
    {
        await ImportAsync();
        var reader = site.Visit();
        var form = await reader.OpenAsync("/fa/inquire?product=good-product");
        form.QuerySelector("h1 [lang=en][dir=ltr]")!.TextContent.ShouldBe("Pure acetone");
        form.QuerySelector("h1")!.TextContent.ShouldBe("استعلام دربارهٔ Pure acetone");
        form.Title.ShouldStartWith("استعلام دربارهٔ Pure acetone");
        (await reader.OpenAsync("/fr/inquire?product=good-product")).QuerySelector("h1 [lang]").ShouldBeNull("the name is French there");
        (await reader.OpenAsync("/ru/inquire?desk=good-desk")).QuerySelector("h1 [lang=en]")!.TextContent.ShouldBe("Good desk");

        using var noted = await reader.Client.PostAsync("/fa/shortlist/add", new FormUrlEncodedContent([new("product", "good-product")]), Cancellation);
        var shortlist = await reader.OpenAsync(noted.Headers.Location!.ToString());
        shortlist.QuerySelector("main .notice [lang=en]")!.TextContent.ShouldBe("Pure acetone");
        shortlist.QuerySelector("form[action$='/shortlist/remove'] button .visually-hidden [lang=en]")!.TextContent.ShouldBe("Pure acetone");
    }

    private async Task ImportAsync()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["feed.jsonl"], Lines, Cancellation);
        var (exit, _, errors) = await PortalProcess.RunAsync("import", folder["feed.jsonl"], "--data", site.Data);
        exit.ShouldBe(0, errors);
        using var client = site.Visit().Client;
        foreach (var path in (string[])[Written[0].Path, "/en/inquire?desk=good-desk"])
            while ((await client.GetAsync(path, Cancellation)).StatusCode != HttpStatusCode.OK)
                await Task.Delay(50, Cancellation);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
