using System.Text.Json.Nodes;
using ExportPortal.BrowserTests.Browsing;
using ExportPortal.Testing;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Light;

/// <summary>Pages on a phone behind a poor line: 256 kbit/s, 300 ms to and fro, nothing cached. Alone, as other work would slow the line.</summary>
[Collection(nameof(LightTests))]
[CollectionDefinition(nameof(LightTests), DisableParallelization = true)]
public sealed class LightTests(SamplePortal portal, Chromium chromium, ITestOutputHelper output)
{
    private const int MostBytes = 150 * 1024;
    private const int BytesPerSecond = 256 * 1000 / 8;
    private const int RoundTrip = 300;
    private static readonly string[] Cultures = ["en", "fa", "zh-Hans"];
    private static readonly TimeSpan ShownWithin = TimeSpan.FromSeconds(5);

    // The time at which name and first picture, and where it matters the button to ask, are there to be seen: within the screen, not below it, hidden or covered.
    internal const string ShownAt = """
        needsAction => {
            const seen = e => {
                if (!e || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
                const b = e.getBoundingClientRect();
                const [left, top, right, bottom] = [Math.max(b.left, 0), Math.max(b.top, 0), Math.min(b.right, innerWidth), Math.min(b.bottom, innerHeight)];
                if (right - left < 8 || bottom - top < 8) return false;
                const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                // A card's link lies over its picture.
                return e.contains(there) || there?.contains(e) || (there?.matches('a') && e.closest('article, li, a')?.contains(there));
            };
            const whole = e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight && b.left >= 0 && b.right <= innerWidth; };
            if (!document.styleSheets.length || !seen(document.querySelector('h1'))) return null;
            const picture = [...document.querySelectorAll('main img')].find(seen);
            if (!picture?.complete || !picture.naturalWidth) return null;
            if (needsAction && ![...document.querySelectorAll('main .ask .button.primary')].some(e => seen(e) && whole(e))) return null;
            return performance.now();
        }
        """;

    [Fact]
    public async Task Pages_are_small_and_show_what_matters_soon()
    {
        var pages = new List<(string Culture, string Path, bool NeedsAction)>();
        var heaviest = new List<(string Culture, string Path, bool NeedsAction)> { ("fa", await portal.PathOfProductAsync(LargestPicture(), "fa"), true) };
        foreach (var culture in Cultures)
            heaviest.Add((culture, await MostWordsAsync(culture), true));
        foreach (var culture in Cultures)
        {
            pages.AddRange([(culture, $"/{culture}/", false), (culture, await FirstShowroomAsync(culture), true), (culture, $"/{culture}/search?q=HPLC", false),
                (culture, await portal.PathOfProductAsync("nabzava-patient-monitor-m12", culture), true)]);
        }
        // Pictures are made when they are first asked for, and until then larger ones stand in.
        foreach (var (culture, path, needsAction) in pages.Concat(heaviest))
            await Patience.UntilAsync(async () => (await MeasureAsync(culture, path, needsAction, slow: false)).StandIns == 0, () => path);
        // Each reader has a line of their own: while it carries, there is nothing to do for the machine.
        await Task.WhenAll(pages.Concat(heaviest).Chunk(2).Select(async mine =>
        {
            foreach (var (culture, path, needsAction) in mine)
            {
                await PromisedTime.IsKeptAsync(ShownWithin, "showing " + path, async () =>
                {
                    var (bytes, shown, _) = await MeasureAsync(culture, path, needsAction, slow: true);
                    output.WriteLine($"{path}: {bytes / 1024.0:F1} KB, shown after {shown.TotalSeconds:F2} s");
                    bytes.ShouldBeLessThanOrEqualTo(MostBytes, path);
                    return shown;
                });
            }
        }));
    }

    // What differs from product to product are its words and its first picture.
    private async Task<string> MostWordsAsync(string culture)
    {
        using var client = new HttpClient { BaseAddress = new Uri(portal.Url) };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in (await portal.PathsOfProductsAsync(culture)).Values)
            sizes.Add(path, (await client.GetByteArrayAsync(path)).Length);
        return sizes.MaxBy(s => s.Value).Key;
    }

    private static string LargestPicture()
    {
        var sample = Path.Combine(AppContext.BaseDirectory, "media", "sample");
        var products = File.ReadLines(Path.Combine(sample, "feed.jsonl")).Select(l => JsonNode.Parse(l)!).Where(l => (string)l["type"]! == "product" && l["images"] is JsonArray { Count: > 0 });
        return (string)products.MaxBy(p => new FileInfo(Path.Combine(sample, (string)p["images"]![0]!["file"]!)).Length)!["id"]!;
    }

    private async Task<string> FirstShowroomAsync(string culture)
    {
        await using var reader = await chromium.OpenAsync(portal.Url, Reader.Phone(culture));
        await reader.Page.GotoAsync($"/{culture}/showrooms");
        return (await reader.Page.Locator($"main a[href^='/{culture}/showrooms/']").First.GetAttributeAsync("href"))!;
    }

    private async Task<(long Bytes, TimeSpan Shown, int StandIns)> MeasureAsync(string culture, string path, bool needsAction, bool slow)
    {
        await using var reader = await chromium.OpenAsync(portal.Url, Reader.Phone(culture));
        var page = reader.Page;
        var line = await page.Context.NewCDPSessionAsync(page);
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        // As from behind the operator's TLS, where browsers accept it.
        await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Accept-Encoding"] = "br" });
        if (slow)
            await line.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = RoundTrip, ["downloadThroughput"] = BytesPerSecond, ["uploadThroughput"] = BytesPerSecond });
        long bytes = 0;
        var standIns = 0;
        page.Response += (_, response) => standIns += response.Headers.GetValueOrDefault("cache-control") == "public, max-age=60" ? 1 : 0;
        line.Event("Network.loadingFinished").OnEvent += (_, finished) => Interlocked.Add(ref bytes, (long)finished!.Value.GetProperty("encodedDataLength").GetDouble());
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        var shown = await page.WaitForFunctionAsync(ShownAt, needsAction);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        reader.TakeComplaints().ShouldBeEmpty();
        return (bytes, TimeSpan.FromMilliseconds(await shown.JsonValueAsync<double>()), standIns);
    }
}
