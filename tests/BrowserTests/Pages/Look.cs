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

    public IEnumerable<string> Problems => [.. Texts, .. Axe, .. Widths, .. Complaints];
}

/// <summary>Looks at the page that a reader has open: its language, its accessibility in light and dark, and how it fits small screens.</summary>
public static class Look
{
    private static readonly int[] Widths = [320, 390];
    // Passed rules are not brought over: they are most of the answer.
    private static readonly AxeRunOptions Everything = new() { ResultTypes = [ResultType.Violations] };
    // What else axe looks at does not change with the theme.
    private static readonly AxeRunOptions Colours = new() { ResultTypes = [ResultType.Violations], RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") };

    public static async Task<Visit> AtAsync(Reader reader, int status = 200)
    {
        var page = reader.Page;
        var size = page.ViewportSize!;
        var root = page.Locator("html");
        var widths = new List<string>();
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, size.Height);
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0)
                widths.Add($"{over} px too wide at {width} px");
        }
        // Colours on their way from one theme to the other are neither's.
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        var light = await page.RunAxe(Everything);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.RunAxe(Colours);
        var seen = new Visit(new Uri(page.Url).PathAndQuery, status, await root.GetAttributeAsync("lang") ?? "", await root.GetAttributeAsync("dir") ?? "")
        {
            Texts = [.. LanguageRules.Problems(await ShownText.OfAsync(page))],
            Widths = [.. widths],
            Axe = [.. Serious(light, "light"), .. Serious(dark, "dark")],
            // A browser reports the status of a page that refuses or is not there as an error.
            Complaints = [.. reader.TakeComplaints().Where(c => status < 400 || !c.Contains("the server responded with a status of", StringComparison.Ordinal))],
        };
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(size.Width, size.Height);
        return seen;
    }

    private static IEnumerable<string> Serious(AxeResult result, string theme) => result.Violations
        .Where(v => v.Impact is "serious" or "critical")
        .Select(v => $"{theme}: {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html[..Math.Min(160, n.Html.Length)]))}");
}
