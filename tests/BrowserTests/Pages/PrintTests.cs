using ExportPortal.BrowserTests.Browsing;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Pages;

public sealed class PrintTests(SamplePortal portal, Chromium chromium)
{
    [Theory]
    [InlineData("en"), InlineData("fa")]
    public async Task On_paper_folded_parts_are_unfolded_and_what_only_a_screen_can_do_is_gone(string culture)
    {
        await using var reader = await chromium.OpenAsync(portal.Url, Reader.Desktop(culture));
        var page = reader.Page;
        await page.GotoAsync(await portal.PathOfProductAsync("nabzava-patient-monitor-m12", culture));
        await page.EvaluateAsync("document.querySelectorAll('#readiness ~ .body details').forEach(d => d.open = false)");
        var lists = page.Locator("#readiness ~ .body details .facts");
        (await lists.CountAsync()).ShouldBeGreaterThan(1);
        await Assertions.Expect(lists.First).ToBeHiddenAsync();

        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        foreach (var list in await lists.AllAsync())
        {
            await Assertions.Expect(list).ToBeVisibleAsync();
            (await list.EvaluateAsync<bool>("e => e.checkVisibility({ contentVisibilityAuto: true }) && e.offsetHeight > 10")).ShouldBeTrue();
        }
        (await page.Locator("body").EvaluateAsync<bool>("b => [...b.querySelectorAll('a')].some(a => getComputedStyle(a, '::after').content.includes('/'))")).ShouldBeFalse("addresses that lead nowhere from paper");
        await Assertions.Expect(page.Locator(".site-nav")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".ask").First).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        (await page.Locator(".ready-bar i.on").First.EvaluateAsync<string>("i => getComputedStyle(i).printColorAdjust")).ShouldBe("exact", "else a country that is ready looks like one that is not");
    }

    [Fact]
    public async Task On_paper_an_exhibit_stays_with_its_number()
    {
        await using var reader = await chromium.OpenAsync(portal.Url, Reader.Desktop("en"));
        await reader.Page.GotoAsync("/en/showrooms/selected-for-china");
        await reader.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        (await reader.Page.Locator(".exhibit").First.EvaluateAsync<string>("e => getComputedStyle(e.parentElement).breakInside")).ShouldBe("avoid");
    }
}
