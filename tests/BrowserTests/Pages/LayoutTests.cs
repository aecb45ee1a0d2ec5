using ExportPortal.BrowserTests.Browsing;

namespace ExportPortal.BrowserTests.Pages;

public sealed class LayoutTests(SamplePortal portal, Chromium chromium)
{
    [Theory]
    [InlineData("en"), InlineData("fa")]
    public async Task Two_products_of_a_firm_fill_the_width_of_a_desktop(string culture)
    {
        await using var reader = await chromium.OpenAsync(portal.Url, Reader.Desktop(culture));
        await reader.Page.GotoAsync($"/{culture}/organisations/sarvin-zist-darou");
        var filled = await reader.Page.EvaluateAsync<double>("""
            () => {
                const [cards, list] = [[...document.querySelectorAll('.cards .card')].map(c => c.getBoundingClientRect()), document.querySelector('.cards').getBoundingClientRect()];
                return cards.length === 2 && cards[0].top === cards[1].top ? cards.reduce((sum, c) => sum + c.width, 0) / list.width : 0;
            }
            """);
        filled.ShouldBeGreaterThan(0.9);
        await Microsoft.Playwright.Assertions.Expect(reader.Page.Locator(".card .clamp").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390), InlineData(1280)]
    public async Task A_Persian_date_breaks_between_its_two_calendars_only(int width)
    {
        var screen = Reader.Desktop("fa");
        screen.ViewportSize!.Width = width;
        await using var reader = await chromium.OpenAsync(portal.Url, screen);
        await reader.Page.GotoAsync(await portal.PathOfProductAsync("sanjeh-hiv-ag-ab-elisa", "fa"));
        var lines = await reader.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('td.date')].map(cell => {
                const [text, tops] = [cell.firstChild, new Map()];
                for (let i = 0; i < text.data.length; i++) {
                    if (/\s/.test(text.data[i])) continue;
                    const range = document.createRange();
                    range.setStart(text, i);
                    range.setEnd(text, i + 1);
                    const top = Math.round(range.getBoundingClientRect().top);
                    tops.set(top, (tops.get(top) ?? '') + text.data[i]);
                }
                return [...tops.values()].join('|');
            })
            """);
        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(l => !l.Contains('|') || l.Split('|', StringSplitOptions.None).Length == 2 && l.Contains("|(", StringComparison.Ordinal));
    }
}
