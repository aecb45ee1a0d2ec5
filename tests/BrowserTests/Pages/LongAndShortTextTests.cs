using ExportPortal.BrowserTests.Browsing;

namespace ExportPortal.BrowserTests.Pages;

public sealed class LongAndShortTextTests(BarePortal portal, Chromium chromium)
{
    private static readonly int[] Widths = [320, 390, 1280];

    [Theory]
    [InlineData("en"), InlineData("fa"), InlineData("zh-Hans"), InlineData("ru")]
    public async Task Texts_of_any_length_fit_every_screen_and_lie_over_nothing(string culture)
    {
        var site = await portal.FilledAsync();
        var products = await SamplePortal.PathsOfProductsAsync(site, culture);
        await using var reader = await chromium.OpenAsync(site, Reader.Desktop(culture));
        var page = reader.Page;
        string[] paths =
        [
            products[UnevenCatalogue.Long], products[UnevenCatalogue.Short], products[UnevenCatalogue.OnlyRussian],
            await portal.PathAsync("organisations", UnevenCatalogue.Firm, culture), await portal.PathAsync("showrooms", UnevenCatalogue.Showroom, culture),
            $"/{culture}/sectors/medical-devices", $"/{culture}/search?q={UnevenCatalogue.Words[culture]}",
            $"/{culture}/compare?product={UnevenCatalogue.Long}&product={UnevenCatalogue.Short}&product={UnevenCatalogue.OnlyRussian}", $"/{culture}/inquire?product={UnevenCatalogue.Long}",
        ];
        var faults = new List<string>();
        foreach (var path in paths)
        {
            (await page.GotoAsync(path))!.Status.ShouldBe(200, path);
            await Reader.LettersAsync(page);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                faults.AddRange((await LayoutFaults.OfAsync(page)).Select(f => $"{Uri.UnescapeDataString(path)} at {width} px: {f}"));
            }
            if (await page.Locator(".compare").CountAsync() > 0)
                (await page.Locator(".compare").EvaluateAsync<int>("e => e.scrollWidth - e.clientWidth")).ShouldBe(0, "a long word pushes no product out of sight");
        }
        faults.ShouldBeEmpty();
        reader.TakeComplaints().ShouldBeEmpty();
    }
}
