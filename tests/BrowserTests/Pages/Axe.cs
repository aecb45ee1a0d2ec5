using System.Runtime.CompilerServices;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Pages;

/// <summary>
/// Runs axe-core in the page that a reader has open. The package's own runner loads the script anew for each run and once more in a
/// second window, for pages with frames; ours have none, and it takes longer than the rules themselves. Here a window gets it once.
/// </summary>
public static class Axe
{
    // What axe would fetch once more before each run, style sheets and media, is for rules on audio and for experimental ones only.
    private const string Run = """
        async () => {
          const { violations } = await axe.run(document, { resultTypes: ["violations"], preload: false });
          return JSON.stringify(violations.filter(v => v.impact === "serious" || v.impact === "critical")
            .map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();
    private static readonly ConditionalWeakTable<IPage, object> Given = [];

    /// <summary>The serious and critical findings in each theme.</summary>
    public static async Task<string[]> FindingsAsync(IPage page)
    {
        if (Given.TryAdd(page, Script))
        {
            await page.EvaluateAsync(Script);
            // The pages that come after this one find it there.
            await page.AddInitScriptAsync(Script);
        }
        if (page.Frames.Count != 1)
            return ["a page with frames, which axe would look at in part"];
        var findings = new List<string>();
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            // Colours on their way from one theme to the other are neither's.
            await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            findings.AddRange(JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(Run))!.Select(f => $"{theme}: {f}"));
        }
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return [.. findings];
    }
}
