using System.Collections.Concurrent;
using ExportPortal.Testing;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Browsing;

/// <summary>A browser window, and what the browser complained of in it.</summary>
public sealed class Reader : IAsyncDisposable
{
    // On a machine that is busy with other tests, a first page may take long; nothing is timed here.
    internal const int LongestWait = 60_000;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Reader(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>A phone of 390 px with touch.</summary>
    public static BrowserNewContextOptions Phone(string culture) => new()
    {
        ViewportSize = new() { Width = 390, Height = 844 }, DeviceScaleFactor = 2, HasTouch = true, IsMobile = true, Locale = culture, ColorScheme = ColorScheme.Light,
    };

    /// <summary>A desktop of 1280 px.</summary>
    public static BrowserNewContextOptions Desktop(string culture) => new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = culture, ColorScheme = ColorScheme.Light };

    public static async Task<Reader> OpenAsync(IBrowserContext context, string site)
    {
        context.SetDefaultTimeout(LongestWait);
        var reader = new Reader(context, await context.NewPageAsync());
        reader.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                reader._complaints.Enqueue(message.Text);
        };
        reader.Page.PageError += (_, error) => reader._complaints.Enqueue(error);
        reader.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                reader._complaints.Enqueue("asks another host: " + request.Url);
        };
        return reader;
    }

    /// <summary>Errors and requests to other hosts since the last call.</summary>
    public string[] TakeComplaints()
    {
        var taken = new List<string>();
        while (_complaints.TryDequeue(out var complaint))
            taken.Add(complaint);
        return [.. taken];
    }

    /// <summary>Waits until a page whose address fits is open to its end. The package's own wait can miss one that comes as it begins to wait.</summary>
    public static async Task ArriveAsync(IPage page, Func<string, bool> fits)
    {
        await Patience.UntilAsync(() => fits(page.Url), () => $"still at {page.Url}");
        await page.Locator(".site-footer").WaitForAsync();
    }

    /// <summary>Waits until a page with this in its address is open to its end.</summary>
    public static Task ArriveAsync(IPage page, string part) => ArriveAsync(page, url => url.Contains(part, StringComparison.Ordinal));

    /// <summary>Waits until a page is laid out in its own letters: others may stand in for them at first, and are of another width.</summary>
    public static Task LettersAsync(IPage page) => page.EvaluateAsync("document.fonts.ready.then(() => true)");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
