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

    // A4 upright at 96 dpi, with the margins that the style sheet asks for, and without any as printers can be told.
    [Theory]
    [InlineData("en", 688), InlineData("en", 794), InlineData("fa", 688), InlineData("fa", 794)]
    public async Task On_paper_four_products_stand_side_by_side(string culture, int width)
    {
        var sheet = Reader.Desktop(culture);
        sheet.ViewportSize!.Width = width;
        await using var reader = await chromium.OpenAsync(portal.Url, sheet);
        await reader.Page.GotoAsync($"/{culture}/compare?product=nabzava-patient-monitor-m12&product=sarvin-filgrastim-300&product=alvand-silver-nitrate&product=hesar-data-diode");
        await reader.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await Reader.LettersAsync(reader.Page);
        await Assertions.Expect(reader.Page.Locator("main .ask").Last).ToBeHiddenAsync();
        (await reader.Page.EvaluateAsync<string[]>("""
            () => {
                const cells = [...document.querySelectorAll('.compare :is(th, td)')].filter(c => c.checkVisibility());
                const faults = cells.filter(c => { const b = c.getBoundingClientRect(); return b.left < 0 || b.right > innerWidth || c.scrollWidth > c.clientWidth; }).map(c => c.textContent.trim().slice(0, 40));
                const heads = [...document.querySelectorAll('.compare thead th')].map(h => Math.round(h.getBoundingClientRect().top));
                return new Set(heads).size === 1 && heads.length === 4 ? faults : ['not side by side', ...faults];
            }
            """)).ShouldBeEmpty();
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
