using System.Text.RegularExpressions;
using System.Xml.Linq;
using ExportPortal.WebTests.Search;

namespace ExportPortal.WebTests.Soaking;

/// <summary>What readers ask a portal for, by number: pages, searches, suggestions, the API and pictures, in six cultures.</summary>
internal sealed partial class Readings
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] Cultures = ["en", "fa", "zh-Hans", "ru", "ar", "fr"];
    private static readonly string[] Lists = ["organisations", "sectors", "markets", "showrooms", "search", "search?page=2", "search?sector=chemicals", "search?sort=newest"];
    private static readonly string[] Products = [.. SampleFeed.Products.Select(p => (string)p["id"]!)];

    private readonly string[] _pages;
    private readonly string[] _pictures;
    private readonly (int Share, Func<Random, string, string> Path)[] _kinds;

    private Readings(string[] pages, string[] pictures)
    {
        (_pages, _pictures) = (pages, pictures);
        // In hundredths.
        _kinds =
        [
            (8, (_, culture) => $"/{culture}/"),
            (10, (random, culture) => $"/{culture}/{Any(random, Lists)}"),
            (34, (random, _) => Any(random, _pages)),
            (12, (random, culture) => $"/{culture}/search?q={Words(random, culture)}"),
            (14, (random, culture) => $"/api/v1/suggest?culture={culture}&q={Beginning(random, culture)}"),
            (10, (random, culture) => $"/api/v1/search?culture={culture}&q={Words(random, culture)}"),
            (5, (random, culture) => $"/api/v1/products/{Any(random, Products)}?culture={culture}"),
            (7, (random, _) => Any(random, _pictures)),
        ];
    }

    /// <summary>Finds out by the sitemap what there is.</summary>
    public static async Task<Readings> OfAsync(HttpClient client)
    {
        var pages = new List<string>();
        foreach (var map in await AddressesAsync(client, "/sitemap.xml"))
            pages.AddRange(await AddressesAsync(client, map));
        var pictures = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in pages.Where(p => p.StartsWith("/en/products/", StringComparison.Ordinal)))
            pictures.UnionWith(Picture().Matches(await client.GetStringAsync(page)).Select(m => m.Value));
        return new([.. pages], [.. pictures]);
    }

    /// <summary>The path of a reading: the same number asks for the same.</summary>
    public string PathOf(int number)
    {
        var random = new Random(number);
        var share = random.Next(100);
        return _kinds.First(k => (share -= k.Share) < 0).Path(random, Any(random, Cultures));
    }

    private static async Task<IEnumerable<string>> AddressesAsync(HttpClient client, string map) =>
        XDocument.Parse(await client.GetStringAsync(map)).Descendants(Map + "loc").Select(l => new Uri(l.Value).PathAndQuery);

    private static string Any(Random random, string[] choice) => choice[random.Next(choice.Length)];

    private static string Word(Random random, string culture)
    {
        var names = SampleFeed.Products[random.Next(SampleFeed.Products.Count)]["names"]!;
        return Any(random, ((string?)names[culture] ?? (string)names["en"]!).Split(' '));
    }

    // Two words of names, one of which may be mistyped: there is no end of them, so that nothing is found by being kept only.
    private static string Words(Random random, string culture)
    {
        var (one, other) = (Word(random, culture), Word(random, culture));
        if (random.Next(3) == 0)
            one = one.Insert(random.Next(one.Length + 1), one[..1]);
        return Uri.EscapeDataString($"{one} {other}");
    }

    private static string Beginning(Random random, string culture)
    {
        var word = Word(random, culture);
        return Uri.EscapeDataString(word[..random.Next(1, word.Length + 1)]);
    }

    [GeneratedRegex(@"/media/[a-z0-9]+/[0-9]+\.webp")]
    private static partial Regex Picture();
}
