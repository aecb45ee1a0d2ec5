using System.Collections.Concurrent;
using System.Net;
using System.Xml.Linq;
using AngleSharp.Dom;

namespace ExportPortal.WebTests.Serving;

/// <summary>Walks the whole public site of the sample catalogue, as a search engine would.</summary>
public sealed class CrawlTests(SamplePortal site)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9", Xhtml = "http://www.w3.org/1999/xhtml", Atom = "http://www.w3.org/2005/Atom";
    private static readonly string[] Cultures = ["en", "fa", "zh-Hans", "ru", "ar", "fr"];

    private static readonly string[] Endless = ["/inquire", "/search/saved", "/desk", "/shortlist", "/compare"];

    // What searches are told apart by: the names in their query, up to so many, singly in each culture and together in whichever has them first.
    private const int MostNames = 2;
    private readonly ConcurrentDictionary<string, byte> _searches = new(StringComparer.Ordinal);

    private readonly ConcurrentBag<string> _sheetFaults = [];

    [Fact]
    public async Task The_whole_site_holds_together_for_machines()
    {
        var pages = await WalkAsync();
        var faults = _sheetFaults.Concat(pages.Values.SelectMany(p => p.Faults(pages).Select(f => $"{p.Path}: {f}"))).ToArray();
        faults.ShouldBeEmpty();
        pages.Keys.Count(p => p.Contains("/search", StringComparison.Ordinal)).ShouldBeInRange(6 * 5, 120, "searches with each of their settings");
        pages.Keys.Count(p => p.Contains("/products/", StringComparison.Ordinal)).ShouldBe(Search.SampleFeed.Products.Count * Cultures.Length);
        // Every culture is as large as the others: products, firms, showrooms, sectors, markets, plain pages.
        foreach (var culture in Cultures)
            pages.Keys.Count(p => p.StartsWith($"/{culture}/", StringComparison.Ordinal)).ShouldBeGreaterThan(50, culture);
    }

    [Theory]
    [InlineData("<img src='//evil.example/x'>", "fetches //evil.example/x")]
    [InlineData("<img src='/a.jpg' srcset='/a.jpg 1x, https://evil.example/b.jpg 2x'>", "fetches https://evil.example/b.jpg")]
    [InlineData("<link rel='icon' href='https://evil.example/i'>", "fetches https://evil.example/i")]
    [InlineData("<p style='background: url(\"//evil.example/x\")'></p>", "fetches //evil.example/x")]
    [InlineData("<style>@import '//evil.example/x';</style>", "fetches //evil.example/x")]
    [InlineData("<p></p>", "does not name itself among its cultures")]
    [InlineData("<link rel='alternate' hreflang='en' href='http://site.example/en/'>", "not one x-default")]
    [InlineData("<p></p>", "no trail")]
    [InlineData("<nav class='trail'></nav>", "BreadcrumbList: not as long as its trail")]
    public async Task What_the_walk_looks_for_is_found(string part, string fault)
    {
        var page = await CrawledPage.ReadAsync("http://site.example", "/en/about", $"<html lang='en'><title>x</title><h1>x</h1>{part}");
        page.Faults(new Dictionary<string, CrawledPage>()).ShouldContain(fault);
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
            {
                if (address.Contains("/pages-", StringComparison.Ordinal))
                    url.Element(Map + "lastmod").ShouldBeNull("nobody knows when these changed");
                else
                    DateTimeOffset.Parse(url.Element(Map + "lastmod").ShouldNotBeNull(url.Element(Map + "loc")!.Value).Value, System.Globalization.CultureInfo.InvariantCulture)
                        .ShouldBeInRange(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow);
                url.Elements(Xhtml + "link").Count(l => l.Attribute("hreflang")!.Value == "x-default").ShouldBe(1);
                listed.Add(Local(url.Element(Map + "loc")!.Value), [.. url.Elements(Xhtml + "link").Where(l => l.Attribute("hreflang")!.Value != "x-default").Select(l => Local(l.Attribute("href")!.Value))]);
            }
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
    private async Task<Dictionary<string, CrawledPage>> WalkAsync()
    {
        var pages = new ConcurrentDictionary<string, CrawledPage>(StringComparer.Ordinal);
        var seen = new HashSet<string>(Cultures.Select(c => $"/{c}/"), StringComparer.Ordinal);
        for (var wave = seen.ToArray(); wave.Length > 0;)
        {
            var found = new ConcurrentBag<string>();
            await Parallel.ForEachAsync(wave, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancellation }, async (path, stop) =>
            {
                var response = await site.Client.GetAsync(path, stop);
                response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
                var type = response.Content.Headers.ContentType?.MediaType;
                if (type == "text/css")
                    foreach (var link in await ReadSheetAsync(path, response, stop))
                        found.Add(link);
                if (type != "text/html")
                    return;
                var page = pages[path] = await CrawledPage.ReadAsync(site.Portal.Url, path, await response.Content.ReadAsStringAsync(stop));
                foreach (var link in page.Links.Where(IsFollowed))
                    found.Add(link);
            });
            wave = [.. found.Where(seen.Add)];
        }
        return new(pages, StringComparer.Ordinal);
    }

    private async Task<string[]> ReadSheetAsync(string path, HttpResponseMessage response, CancellationToken stop)
    {
        var addresses = CrawledPage.AddressesIn(await response.Content.ReadAsStringAsync(stop)).Select(a => new Url(new Url(site.Portal.Url + path), a)).ToArray();
        foreach (var address in addresses.Where(a => a.Origin != site.Portal.Url))
            _sheetFaults.Add($"{path}: fetches {address.Href}");
        return [.. addresses.Where(a => a.Origin == site.Portal.Url).Select(a => "/" + a.Path)];
    }

    // Forms have no end and are left out; of searches one of each kind is taken.
    private bool IsFollowed(string path) => !Endless.Any(e => path.Contains(e, StringComparison.Ordinal))
        && (path.Split("/search") is not [var culture, var query] || IsNewSearch(culture, query));

    private bool IsNewSearch(string culture, string query)
    {
        var names = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')[0]).Order(StringComparer.Ordinal).ToArray();
        return names.Length <= MostNames && _searches.TryAdd((names.Length < MostNames ? culture : "") + "?" + string.Join('&', names), 0);
    }
}
