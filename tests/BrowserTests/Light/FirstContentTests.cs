using System.Collections.Concurrent;
using ExportPortal.BrowserTests.Browsing;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Light;

public sealed class FirstContentTests(SamplePortal portal, Chromium chromium)
{
    [Theory]
    [InlineData("en", 1), InlineData("fa", 2)]
    public async Task What_matters_shows_though_script_and_letters_never_come(string culture, int awaited)
    {
        await using var reader = await chromium.OpenAsync(portal.Url, Reader.Phone(culture));
        var page = reader.Page;
        var held = new ConcurrentQueue<string>();
        // Neither answered nor refused.
        await page.RouteAsync("**/*.{js,woff2}*", route => held.Enqueue(route.Request.Url));
        await page.GotoAsync(await portal.PathOfProductAsync("nabzava-patient-monitor-m12", culture), new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync(LightTests.ShownAt, true);
        (await page.EvaluateAsync<bool>("[...document.fonts].every(f => f.display === 'swap')")).ShouldBeTrue("other letters stand in meanwhile");
        held.Distinct().Count().ShouldBe(awaited);
    }
}
