using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ExportPortal.WebTests.Serving;

/// <summary>Walks the whole public site of the sample catalogue, as a search engine would.</summary>
public sealed class CrawlTests(SamplePortal site)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9", Xhtml = "http://www.w3.org/1999/xhtml", Atom = "http://www.w3.org/2005/Atom";
    private static readonly string[] Cultures = ["en", "fa", "zh-Hans", "ru", "ar", "fr"];

    [Fact]
    public async Task The_whole_site_holds_together_for_machines()
    {
        var pages = await WalkAsync();
        var faults = new List<string>();
        foreach (var (path, page) in pages)
            faults.AddRange(FaultsOf(path, page, pages));
        faults.ShouldBeEmpty();
        // Every culture is as large as the others: products, firms, showrooms, sectors, markets, plain pages.
        foreach (var culture in Cultures)
            pages.Keys.Count(p => p.StartsWith($"/{culture}/", StringComparison.Ordinal)).ShouldBeGreaterThan(50, culture);
    }

    [Fact]
    public async Task The_sitemap_lists_every_page_once_with_its_cultures_and_robots_leads_to_it()
    {
        var robots = await site.Client.GetStringAsync("/robots.txt", Cancellation);
        var list = XDocument.Parse(await site.Client.GetStringAsync(Local(robots.Split("Sitemap: ")[1].Trim()), Cancellation));
        var listed = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var address in list.Descendants(Map + "loc").Select(l => l.Value))
        {
            var map = XDocument.Parse(await site.Client.GetStringAsync(Local(address), Cancellation));
            foreach (var url in map.Descendants(Map + "url"))
                listed.Add(Local(url.Element(Map + "loc")!.Value), [.. url.Elements(Xhtml + "link").Where(l => l.Attribute("hreflang")!.Value != "x-default").Select(l => Local(l.Attribute("href")!.Value))]);
        }
        listed.Count.ShouldBeGreaterThan(6 * 50);
        foreach (var (path, alternates) in listed)
        {
            alternates.ShouldContain(path);
            foreach (var alternate in alternates)
                listed[alternate].ShouldBe(alternates, $"{path} and {alternate} name each other");
        }
        foreach (var path in listed.Keys)
            (await site.Client.GetAsync(path, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        listed.Keys.ShouldContain("/en/sectors/chemicals");
    }

    [Theory]
    [InlineData("/fa/products.atom", 24, "fa")]
    [InlineData("/ru/sectors/chemicals/products.atom", 6, "ru")]
    public async Task The_feed_of_new_products_is_atom_in_the_readers_language(string path, int atLeast, string culture)
    {
        var response = await site.Client.GetAsync(path, Cancellation);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/atom+xml");
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).Root!;
        feed.Attribute(XNamespace.Xml + "lang")!.Value.ShouldBe(culture);
        var entries = feed.Elements(Atom + "entry").ToArray();
        entries.Length.ShouldBeGreaterThanOrEqualTo(atLeast);
        foreach (var entry in entries)
        {
            entry.Element(Atom + "title")!.Value.ShouldNotBeEmpty();
            entry.Element(Atom + "author")!.Value.ShouldNotBeEmpty();
            DateTimeOffset.Parse(entry.Element(Atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddHours(-1));
            (await site.Client.GetAsync(Local(entry.Element(Atom + "link")!.Attribute("href")!.Value), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
            // The id stays when the name changes, and leads to the page all the same.
            (await site.Client.GetAsync(Local(entry.Element(Atom + "id")!.Value), Cancellation)).StatusCode.ShouldBeOneOf(HttpStatusCode.MovedPermanently, HttpStatusCode.OK);
        }
        using var head = new HttpRequestMessage(HttpMethod.Head, path);
        (await site.Client.SendAsync(head, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.Client.GetAsync("/en/sectors/unknown/products.atom", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Local(string address)
    {
        address.ShouldStartWith(site.Portal.Url);
        return address[site.Portal.Url.Length..];
    }

    /// <summary>Every public page that links lead to, from the home pages on.</summary>
    private async Task<Dictionary<string, IHtmlDocument>> WalkAsync()
    {
        var pages = new ConcurrentDictionary<string, IHtmlDocument>(StringComparer.Ordinal);
        var seen = new HashSet<string>(Cultures.Select(c => $"/{c}/"), StringComparer.Ordinal);
        for (var wave = seen.ToArray(); wave.Length > 0;)
        {
            var found = new ConcurrentBag<string>();
            await Parallel.ForEachAsync(wave, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancellation }, async (path, stop) =>
            {
                var response = await site.Client.GetAsync(path, stop);
                response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
                if (response.Content.Headers.ContentType?.MediaType != "text/html")
                    return;
                var html = await response.Content.ReadAsStringAsync(stop);
                var page = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html).Address(site.Portal.Url + path), stop);
                pages[path] = page;
                foreach (var link in LinksOf(page))
                    found.Add(link);
            });
            wave = [.. found.Where(seen.Add)];
        }
        return new(pages, StringComparer.Ordinal);
    }

    // Searches and forms have no end and are left out; so is what has a fragment only.
    private IEnumerable<string> LinksOf(IHtmlDocument page) => page.QuerySelectorAll("a[href], link[href], img[src], script[src], source[srcset]")
        .Select(e => new Url(page.BaseUrl!, e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("srcset")!.Split(' ')[0]))
        .Where(u => u.Scheme is "http" or "https" && u.Href.StartsWith(site.Portal.Url, StringComparison.Ordinal))
        .Select(u => "/" + u.Path + (u.Query is { Length: > 0 } query ? "?" + query : ""))
        .Where(p => !p.Contains("/search", StringComparison.Ordinal) && !p.Contains("/inquire", StringComparison.Ordinal) && !p.Contains("/desk", StringComparison.Ordinal) && !p.Contains("/shortlist", StringComparison.Ordinal) && !p.Contains("/compare", StringComparison.Ordinal));

    private IEnumerable<string> FaultsOf(string path, IHtmlDocument page, Dictionary<string, IHtmlDocument> pages)
    {
        foreach (var part in page.QuerySelectorAll("img[src], script[src], link[rel=stylesheet], source[srcset], iframe, object, embed"))
            if ((part.GetAttribute("src") ?? part.GetAttribute("href") ?? part.GetAttribute("srcset") ?? "") is var address && !address.StartsWith('/'))
                yield return $"{path}: fetches {address}";
        if (page.Title is not { Length: > 0 })
            yield return $"{path}: no title";
        if (Meta(page, "description") is not { Length: > 0 } && !path.Contains("?page", StringComparison.Ordinal))
            yield return $"{path}: no description";
        if (page.QuerySelector("meta[name=robots]") is not null)
            yield break;
        if (page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") is not { } canonical || canonical != site.Portal.Url + path)
            yield return $"{path}: canonical is {page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")}";
        foreach (var (culture, other) in Alternates(page))
        {
            if (!pages.TryGetValue(Local(other), out var there))
                yield return $"{path}: alternate {other} is no page";
            else if (!Alternates(there).SequenceEqual(Alternates(page)))
                yield return $"{path}: {culture} does not name it back";
        }
        foreach (var property in (string[])["og:title", "og:type", "og:url", "og:image", "og:locale", "og:site_name"])
            if (page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content") is not { Length: > 0 })
                yield return $"{path}: no {property}";
        foreach (var fault in DataFaults(page))
            yield return $"{path}: {fault}";
    }

    private static (string Culture, string Address)[] Alternates(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => (l.GetAttribute("hreflang")!, l.GetAttribute("href")!))];

    private static string? Meta(IHtmlDocument page, string name) => page.QuerySelector($"meta[name={name}]")?.GetAttribute("content");

    private static IEnumerable<string> DataFaults(IHtmlDocument page)
    {
        var data = page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonNode.Parse(s.TextContent)!.AsObject()).ToArray();
        var path = page.BaseUrl!.Path;
        var kind = path.Split('/') is [_, "products", ..] ? "product" : path.Split('/') is [_, "organisations", _] ? "organisation" : "";
        var heading = page.QuerySelector("h1")!.TextContent.Trim();
        if (kind == "product")
        {
            var product = data.SingleOrDefault(d => (string)d["@type"]! is "Product" or "Service");
            if (product is null || (string)product["name"]! != heading)
                yield return "no Product of its name";
            else if ((product["manufacturer"] ?? product["provider"])?["name"] is null || product["category"] is null || product["url"] is null)
                yield return "an incomplete Product";
        }
        if (kind == "organisation" && data.SingleOrDefault(d => (string)d["@type"]! == "Organization") is var firm && ((string?)firm?["name"] != heading || firm?["address"]?["addressCountry"] is null))
            yield return "no Organization of its name";
        if (page.QuerySelector("nav.trail") is { } trail)
        {
            var steps = data.SingleOrDefault(d => (string)d["@type"]! == "BreadcrumbList")?["itemListElement"]!.AsArray();
            if (steps is null || steps.Count != trail.QuerySelectorAll("li").Length + 1)
                yield return "no BreadcrumbList like its trail";
        }
    }
}
