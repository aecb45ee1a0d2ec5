using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ExportPortal.WebTests.Search;

namespace ExportPortal.WebTests.Serving;

/// <summary>A page as machines read it, and what is wrong with it.</summary>
internal sealed partial class CrawledPage
{
    private const string Fetched = "img[src], script[src], iframe[src], embed[src], video[src], audio[src], input[src], object[data], link[href]:not([rel=canonical]):not([rel=alternate])";
    private static readonly string[] Properties = ["og:title", "og:type", "og:url", "og:image", "og:locale", "og:site_name"];

    private readonly string _site;
    private readonly IHtmlDocument _page;

    private CrawledPage(string site, string path, IHtmlDocument page) => (_site, Path, _page) = (site, path, page);

    public string Path { get; }

    /// <summary>The portal's own addresses it leads to or fetches; of the widths of a picture the first.</summary>
    public IEnumerable<string> Links => _page.QuerySelectorAll("a[href], link[href], img[src], script[src], source[srcset]")
        .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src") ?? CandidatesOf(e).First())
        .Select(a => new Url(_page.BaseUrl!, a)).Where(u => u.Origin == _site)
        .Select(u => "/" + u.Path + (u.Query is { Length: > 0 } query ? "?" + query : ""));

    public static async Task<CrawledPage> ReadAsync(string site, string path, string html) =>
        new(site, path, (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html).Address(site + path)));

    /// <summary>What a style sheet fetches.</summary>
    public static IEnumerable<string> AddressesIn(string style) =>
        Address().Matches(style).Select(m => m.Groups[1].Value.Trim('"', '\'')).Where(a => !a.StartsWith('#') && !a.StartsWith("data:", StringComparison.Ordinal));

    /// <summary>What is wrong with it.</summary>
    /// <param name="pages">All pages, by their paths.</param>
    public IEnumerable<string> Faults(IReadOnlyDictionary<string, CrawledPage> pages)
    {
        foreach (var address in FetchedAddresses().Where(a => new Url(_page.BaseUrl!, a).Origin != _site))
            yield return "fetches " + address;
        if (_page.Title is not { Length: > 0 })
            yield return "no title";
        if (Meta("meta[name=description]") is not { Length: > 0 } && !Path.Contains("?page", StringComparison.Ordinal))
            yield return "no description";
        if (_page.QuerySelector("meta[name=robots]") is not null)
            yield break;
        if (Canonical != _site + Path)
            yield return $"canonical is {Canonical}";
        foreach (var fault in Properties.Where(p => Meta($"meta[property='{p}']") is not { Length: > 0 }).Select(p => "no " + p).Concat(AlternateFaults(pages)).Concat(DataFaults()))
            yield return fault;
    }

    private string? Canonical => _page.QuerySelector("link[rel=canonical]")?.GetAttribute("href");

    private string Heading => _page.QuerySelector("h1")!.TextContent.Trim();

    private (string Culture, string Address)[] Alternates =>
        [.. _page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => (l.GetAttribute("hreflang")!, l.GetAttribute("href")!))];

    private static IEnumerable<string> CandidatesOf(IElement element) =>
        element.GetAttribute("srcset")!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(' ')[0]);

    private IEnumerable<string> FetchedAddresses() =>
    [
        .. _page.QuerySelectorAll(Fetched).Select(e => e.GetAttribute("src") ?? e.GetAttribute("href") ?? e.GetAttribute("data")!),
        .. _page.QuerySelectorAll("[srcset]").SelectMany(CandidatesOf),
        .. _page.QuerySelectorAll("[style]").Select(e => e.GetAttribute("style")!).Concat(_page.QuerySelectorAll("style").Select(e => e.TextContent)).SelectMany(AddressesIn),
    ];

    private IEnumerable<string> AlternateFaults(IReadOnlyDictionary<string, CrawledPage> pages)
    {
        var alternates = Alternates;
        var cultures = alternates.Where(a => a.Culture != "x-default").ToArray();
        if (!cultures.Contains((_page.DocumentElement.GetAttribute("lang")!, _site + Path)))
            yield return "does not name itself among its cultures";
        if (alternates.Where(a => a.Culture == "x-default").ToArray() is not [var fallback])
            yield return "not one x-default";
        else if (!cultures.Any(a => a.Address == fallback.Address && (a.Culture == "en" || cultures.All(c => c.Culture != "en"))))
            yield return $"x-default is {fallback.Address}";
        foreach (var (culture, address) in alternates)
        {
            if (!address.StartsWith(_site + "/", StringComparison.Ordinal) || !pages.TryGetValue(address[_site.Length..], out var there))
                yield return $"alternate {address} is no page";
            else if (!there.Alternates.SequenceEqual(alternates))
                yield return $"{culture} does not name it back";
        }
    }

    private IEnumerable<string> DataFaults()
    {
        var data = _page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonNode.Parse(s.TextContent)!.AsObject()).ToArray();
        var segments = Path.Split('/');
        if (segments is [_, _, "products", _])
            foreach (var fault in ProductFaults(data.SingleOrDefault(d => (string)d["@type"]! is "Product" or "Service")))
                yield return "Product: " + fault;
        if (segments is [_, _, "organisations", _] && !segments[3].StartsWith('?') && data.SingleOrDefault(d => (string)d["@type"]! is "Organization" or "CollegeOrUniversity") is var firm
            && OrganisationFaults(firm).ToArray() is { Length: > 0 } faults)
            yield return "Organization: " + string.Join(", ", faults);
        // Every subject of the crawled site is a sample, and both people and machines are told so in the words of its kind.
        if (segments is [_, _, "products" or "organisations" or "showrooms", { Length: > 0 } name] && !name.StartsWith('?'))
        {
            var mark = _page.QuerySelector(".marks .badge.warn")?.TextContent.Trim();
            if (string.IsNullOrEmpty(mark))
                yield return "not marked as a sample";
            if (segments[2] != "showrooms" && !data.Any(d => (string?)d["disambiguatingDescription"] == mark))
                yield return "machines are not told that it is a sample";
        }
        if (segments is [_, _, ""])
            yield break;
        if (_page.QuerySelector("nav.trail") is not { } trail)
            yield return "no trail";
        else
            foreach (var fault in TrailFaults(trail, data.SingleOrDefault(d => (string)d["@type"]! == "BreadcrumbList")?["itemListElement"]?.AsArray() ?? []))
                yield return "BreadcrumbList: " + fault;
    }

    // Measured by the feed it was made of, so that what is missing from page and data alike is missed, too.
    private IEnumerable<string> ProductFaults(JsonObject? data)
    {
        var culture = _page.DocumentElement.GetAttribute("lang")!;
        var fed = SampleFeed.Products.SingleOrDefault(p => (string?)p["names"]?[culture] == Heading);
        if (data is null || fed is null || (string?)data["name"] != Heading || (string?)data["url"] != Canonical)
            return ["not that of its page"];
        var isService = (string?)fed["kind"] == "service";
        (string Name, bool Holds)[] parts =
        [
            ("type", (string?)data["@type"] == (isService ? "Service" : "Product")),
            ("maker", (data["manufacturer"] ?? data["provider"]) is { } maker && ((string?)maker["name"])?.Length > 0 && ((string?)maker["url"])?.StartsWith(_site, StringComparison.Ordinal) == true),
            ("category", ((string?)data["category"])?.Length > 0),
            ("description", ((string?)data["description"])?.Length > 0 || fed["summaries"]?[culture] is null),
            ("image", Count(data["image"]) == Count(fed["images"]) && (data["image"]?.AsArray() ?? []).All(i => ((string)i!).StartsWith(_site + "/media/", StringComparison.Ordinal))),
            ("offers", fed["price"] is not { } price ? data["offers"] is null
                : (string?)data["offers"]?["priceCurrency"] == (string?)price["currency"] && (decimal?)data["offers"]?["lowPrice"] == (decimal?)price["from"]),
            ("hasCertification", CertificatesOf(data) == CertificatesFed(fed)),
            // Each row of its sheet, with all of its values, and its HS code.
            ("additionalProperty", isService || Count(data["additionalProperty"]) == (fed["attributes"]?.AsObject().Count ?? 0) + (fed["hsCode"] is null ? 0 : 1)
                && (fed["attributes"]?.AsObject() ?? []).Sum(a => Math.Max(1, Count(a.Value))) + (fed["hsCode"] is null ? 0 : 1)
                    == (data["additionalProperty"]?.AsArray() ?? []).Sum(p => Math.Max(1, Count(p!["value"])))),
            ("mpn", isService || (string?)data["mpn"] == (string?)fed["model"]),
            ("gtin", isService || (string?)data["gtin"] == (string?)fed["gtin"]),
            ("countryOfOrigin", isService || ((string?)data["countryOfOrigin"]?["identifier"])?.Length == 2 && ((string?)data["countryOfOrigin"]?["name"]) is { Length: > 1 }),
        ];
        return parts.Where(p => !p.Holds).Select(p => p.Name);
    }

    private IEnumerable<string> OrganisationFaults(JsonObject? data)
    {
        var fed = SampleFeed.Organisations.SingleOrDefault(o => (string?)o["names"]?[_page.DocumentElement.GetAttribute("lang")!] == Heading);
        if (data is null || fed is null || (string?)data["name"] != Heading || (string?)data["url"] != Canonical?.Split('?')[0])
            return ["not that of its page"];
        (string Name, bool Holds)[] parts =
        [
            ("address", data["address"]?["addressCountry"] is not null),
            ("logo", (data["logo"] is null) == (fed["logo"] is null)),
            ("sameAs", (string?)data["sameAs"] == (string?)fed["website"]),
            ("foundingDate", ((string?)data["foundingDate"])?[..4] == fed["founded"]?.ToString()),
            ("numberOfEmployees", (data["numberOfEmployees"] is { } many ? $"{many["minValue"]}-{many["maxValue"]}" : null) == (string?)fed["employees"]),
            ("hasCertification", CertificatesOf(data) == CertificatesFed(fed)),
        ];
        return parts.Where(p => !p.Holds).Select(p => p.Name);
    }

    private static string CertificatesOf(JsonObject data) =>
        string.Join('|', (data["hasCertification"]?.AsArray() ?? []).Select(c => $"{c!["name"]},{c["certificationIdentification"]},{c["issuedBy"]?["name"]},{c["expires"]}"));

    private static string CertificatesFed(JsonObject fed) =>
        string.Join('|', (fed["certificates"]?.AsArray() ?? []).Select(c => $"{c!["scheme"]},{c["number"]},{c["issuer"]},{c["expires"]}"));

    private IEnumerable<string> TrailFaults(IElement trail, JsonArray steps)
    {
        var links = trail.QuerySelectorAll("li > a").ToArray();
        if (steps.Count != links.Length + 1)
            return ["not as long as its trail"];
        var shown = links.Select(a => (Name: a.TextContent.Trim(), Address: _site + a.GetAttribute("href"))).Append((Name: Heading, Address: Canonical!)).ToArray();
        return steps.Select((step, i) => (Step: step!, Shown: shown[i], Index: i))
            // The first is the portal, which readers see as "Home"; the last is named like the page's title, which may be shorter than its heading.
            .Where(s => (int?)s.Step["position"] != s.Index + 1 || (string?)s.Step["item"] != s.Shown.Address || string.IsNullOrEmpty((string?)s.Step["name"])
                || (s.Index > 0 && s.Index < links.Length && (string?)s.Step["name"] != s.Shown.Name)
                || (s.Index == links.Length && (string?)s.Step["name"] != Meta("meta[property='og:title']")))
            .Select(s => $"step {s.Index + 1} is {s.Step.ToJsonString()} where the trail has {s.Shown}");
    }

    private string? Meta(string selector) => _page.QuerySelector(selector)?.GetAttribute("content");

    private static int Count(JsonNode? list) => (list as JsonArray)?.Count ?? 0;

    [GeneratedRegex(@"(?:url\(\s*|@import\s+)([^)\s;]+)")]
    private static partial Regex Address();
}
