using System.Globalization;
using ExportPortal.BrowserTests.Browsing;

namespace ExportPortal.BrowserTests.Pages;

/// <summary>What one look at one page found.</summary>
public sealed record Visit(string Path, int Status, string Language, string Direction)
{
    /// <summary>The status that the page was to come with.</summary>
    public int Expected { get; init; }

    public string[] Texts { get; init; } = [];

    public string[] Axe { get; init; } = [];

    public string[] Widths { get; init; } = [];

    public string[] Complaints { get; init; } = [];

    public IEnumerable<string> Problems => [.. Texts, .. Axe, .. Widths, .. Complaints];
}

/// <summary>Looks at the page that a reader has open: its language, its accessibility in light and dark at the reader's own width, and how it fits small screens and zoom.</summary>
public static class Look
{
    // The third is a window of 1280 px at a zoom of 200 %.
    private static readonly int[] Widths = [320, 390, 640, 1024];

    public static async Task<Visit> AtAsync(Reader reader, int expected = 200)
    {
        var page = reader.Page;
        await Reader.LettersAsync(page);
        var told = await page.EvaluateAsync<string[]>("() => [`${performance.getEntriesByType('navigation')[0].responseStatus}`, document.documentElement.lang, document.documentElement.dir]");
        var status = int.Parse(told[0], CultureInfo.InvariantCulture);
        var size = page.ViewportSize!;
        var widths = new List<string>();
        foreach (var width in Widths.Where(w => w != size.Width).Append(size.Width))
        {
            await page.SetViewportSizeAsync(width, size.Height);
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0)
                widths.Add($"{over} px too wide at {width} px");
        }
        return new Visit(new Uri(page.Url).PathAndQuery, status, Language: told[1], Direction: told[2])
        {
            Expected = expected,
            Texts = [.. LanguageRules.Problems(await ShownText.OfAsync(page))],
            Widths = [.. widths],
            Axe = await Axe.FindingsAsync(page),
            // A browser reports the status of a page that refuses or is not there as an error.
            Complaints = [.. reader.TakeComplaints().Where(c => status < 400 || !c.Contains("the server responded with a status of", StringComparison.Ordinal))],
        };
    }
}
