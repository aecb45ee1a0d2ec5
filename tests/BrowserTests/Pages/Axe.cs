using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Pages;

/// <summary>
/// Runs axe-core in the page that a reader has open. The package's own runner loads the script anew for each run and once more in a
/// second window, for pages with frames; ours have none, and it takes longer than the rules themselves.
/// </summary>
public static class Axe
{
    // What axe would fetch once more before each run, style sheets and media, is for rules on audio and for experimental ones only.
    private const string Run = """
        async rules => {
          const { violations } = await axe.run(document, { resultTypes: ["violations"], preload: false, ...(rules && { runOnly: { type: "rule", values: rules } }) });
          return JSON.stringify(violations.filter(v => v.impact === "serious" || v.impact === "critical")
            .map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")}`));
        }
        """;

    // The themes differ in their colours alone; the other rules would find the same once more, in as much time again.
    private static readonly string[] RulesOnColours = ["color-contrast", "link-in-text-block"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>The serious and critical findings in each theme.</summary>
    public static async Task<string[]> FindingsAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        if (page.Frames.Count != 1)
            return ["a page with frames, which axe would look at in part"];
        var findings = new List<string>();
        foreach (var (theme, rules) in new[] { (ColorScheme.Light, null), (ColorScheme.Dark, RulesOnColours) })
        {
            // Colours on their way from one theme to the other are neither's.
            await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            findings.AddRange(JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(Run, rules))!.Select(f => $"{theme}: {f}"));
        }
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return [.. findings];
    }
}
