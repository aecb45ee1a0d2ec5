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
        await Reader.LettersAsync(reader.Page);
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
    [InlineData("ru", 320), InlineData("fr", 320), InlineData("ru", 390)]
    public async Task On_a_narrow_screen_the_name_of_the_portal_has_its_room_and_no_label_breaks_within_a_word(string culture, int width)
    {
        var screen = Reader.Phone(culture);
        screen.ViewportSize!.Width = width;
        await using var reader = await chromium.OpenAsync(portal.Url, screen);
        await reader.Page.GotoAsync(await portal.PathOfProductAsync("sarvin-epoetin-4000", culture));
        await Reader.LettersAsync(reader.Page);
        (await reader.Page.EvaluateAsync<string[]>("""
            () => {
                const rects = (node, from, to) => { const range = document.createRange(); range.setStart(node, from); range.setEnd(node, to); return [...range.getClientRects()]; };
                const brand = document.querySelector('.brand b').firstChild;
                const faults = Math.max(...rects(brand, 0, brand.data.length).map(r => r.right)) > document.querySelector('.tools').getBoundingClientRect().left ? ['brand'] : [];
                for (const label of document.querySelectorAll('.facts dt'))
                    for (const word of label.firstChild.data.matchAll(/\p{L}{6,}/gu))
                        if (new Set(rects(label.firstChild, word.index, word.index + word[0].length).map(r => Math.round(r.top))).size > 1) faults.push(word[0]);
                return faults;
            }
            """)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(390), InlineData(1280)]
    public async Task A_Persian_date_breaks_between_its_two_calendars_only(int width)
    {
        var screen = Reader.Desktop("fa");
        screen.ViewportSize!.Width = width;
        await using var reader = await chromium.OpenAsync(portal.Url, screen);
        await reader.Page.GotoAsync(await portal.PathOfProductAsync("sanjeh-hiv-ag-ab-elisa", "fa"));
        await Reader.LettersAsync(reader.Page);
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
