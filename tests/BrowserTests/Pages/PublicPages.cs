using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using ExportPortal.BrowserTests.Browsing;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Pages;

/// <summary>What one look at one page found.</summary>
public sealed record Visit(string Path, int Status, string Language, string Direction)
{
    public string[] Texts { get; init; } = [];

    public string[] Axe { get; init; } = [];

    public string[] Widths { get; init; } = [];

    public string[] Complaints { get; init; } = [];
}

/// <summary>Every kind of public page, each looked at once in each culture; the tests ask for what was seen.</summary>
public sealed class PublicPages(SamplePortal portal, Chromium chromium)
{
    // The first of each list stands for its kind.
    private static readonly string[] Lists = ["sectors", "markets", "showrooms", "organisations"];
    private static readonly string[] Plain = ["", "search", "about", "how-inquiries-work", "certificates", "privacy", "accessibility", "nothing-here", "shortlist"];
    private const string Translated = "nabzava-patient-monitor-m12";
    private const string Medicine = "sarvin-filgrastim-300";
    // Its description is in English and Persian only.
    private const string Untranslated = "mahour-teriparatide-pen";
    private static readonly int[] Widths = [390, 320];
    // Passed rules are not brought over: they are most of the answer.
    private static readonly AxeRunOptions Everything = new() { ResultTypes = [ResultType.Violations] };
    private static readonly AxeRunOptions Colours = new() { ResultTypes = [ResultType.Violations], RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") };

    // Two cores: one for the browser and one for the portal.
    private readonly SemaphoreSlim _windows = new(2);
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<Visit>>>> _visits = new();

    /// <summary>What was seen in a culture. The first call sends readers out in all cultures.</summary>
    public Task<IReadOnlyList<Visit>> VisitsAsync(string culture)
    {
        foreach (var each in SamplePortal.Cultures)
            _ = _visits.GetOrAdd(each, c => new(() => WalkAsync(c))).Value;
        return _visits[culture].Value;
    }

    private async Task<IReadOnlyList<Visit>> WalkAsync(string culture)
    {
        await _windows.WaitAsync();
        try
        {
            await using var reader = await chromium.OpenAsync(portal.Url, new() { Locale = culture, HasTouch = true, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
            var visits = new List<Visit>();
            foreach (var path in Plain)
                visits.Add(await LookAsync(reader, $"/{culture}/{path}"));
            foreach (var list in Lists)
            {
                visits.Add(await LookAsync(reader, $"/{culture}/{list}"));
                var first = await reader.Page.Locator($"main a[href^='/{culture}/{list}/']").First.GetAttributeAsync("href");
                visits.Add(await LookAsync(reader, first!));
            }
            foreach (var product in new[] { Translated, Medicine, Untranslated })
                visits.Add(await LookAsync(reader, await portal.PathOfProductAsync(product, culture)));
            foreach (var query in new[] { "HPLC", "xyzzy", "a&sector=chemicals" })
                visits.Add(await LookAsync(reader, $"/{culture}/search?q={query}"));
            visits.Add(await LookAsync(reader, $"/{culture}/inquire?product={Translated}"));
            return visits;
        }
        finally
        {
            _windows.Release();
        }
    }

    private static async Task<Visit> LookAsync(Reader reader, string path)
    {
        var page = reader.Page;
        await page.SetViewportSizeAsync(Widths[0], 844);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var response = await page.GotoAsync(path);
        var root = page.Locator("html");
        var widths = new List<string>();
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 844);
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0)
                widths.Add($"{over} px too wide at {width} px");
        }
        await page.SetViewportSizeAsync(Widths[0], 844);
        var light = await page.RunAxe(Everything);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.RunAxe(Colours);
        return new(path, response!.Status, await root.GetAttributeAsync("lang") ?? "", await root.GetAttributeAsync("dir") ?? "")
        {
            Texts = [.. LanguageRules.Problems(await ShownText.OfAsync(page))],
            Widths = [.. widths],
            Axe = [.. Serious(light, "light"), .. Serious(dark, "dark")],
            // A browser reports the status of a page that is not there as an error.
            Complaints = [.. reader.TakeComplaints().Where(c => response.Status < 400 || !c.Contains("the server responded with a status of", StringComparison.Ordinal))],
        };
    }

    private static IEnumerable<string> Serious(AxeResult result, string theme) => result.Violations
        .Where(v => v.Impact is "serious" or "critical")
        .Select(v => $"{theme}: {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html[..Math.Min(160, n.Html.Length)]))}");
}
