using ExportPortal.BrowserTests.Browsing;

namespace ExportPortal.BrowserTests.Pages;

public sealed class CompareTests(SamplePortal portal, Chromium chromium)
{
    // The words of rows' names that stand in more than one line.
    private const string Broken = """
        () => [...document.querySelectorAll('.compare th[scope=row] > span:first-child')].flatMap(name => {
            const text = name.firstChild;
            return [...text.data.matchAll(/\S+/g)].filter(word => {
                const range = document.createRange();
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                return new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1;
            }).map(word => word[0]);
        })
        """;

    [Theory]
    [InlineData("en"), InlineData("ru"), InlineData("fa")]
    public async Task On_a_small_phone_names_of_rows_are_whole_and_two_products_stand_side_by_side(string culture)
    {
        var phone = Reader.Phone(culture);
        phone.ViewportSize!.Width = 320;
        await using var reader = await chromium.OpenAsync(portal.Url, phone);
        await reader.Page.GotoAsync($"/{culture}/compare?product=sarvin-filgrastim-300&product=nabzava-patient-monitor-m12");
        await Reader.LettersAsync(reader.Page);
        (await reader.Page.EvaluateAsync<string[]>(Broken)).ShouldBeEmpty();
        (await reader.Page.Locator(".compare").EvaluateAsync<int>("e => e.scrollWidth - e.clientWidth")).ShouldBe(0);
    }
}
