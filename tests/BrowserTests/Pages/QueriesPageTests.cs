using ExportPortal.BrowserTests.Browsing;
using ExportPortal.Testing;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Pages;

/// <summary>The editors' list of what was searched for, with results that a browser opened.</summary>
public sealed class QueriesPageTests(SamplePortal portal, Chromium chromium)
{
    private const string Search = "/en/search?q=patient+monitor&market=cis";
    private const int Times = 11;

    [Fact]
    public async Task It_tells_what_was_opened_and_stands_well_with_a_form_open_and_refused()
    {
        await using (var buyer = await chromium.OpenAsync(portal.Url, Reader.Desktop("en")))
            await AskAsync(buyer.Page);

        foreach (var culture in (string[])["fa", "zh-Hans", "fr"])
        {
            await using var editor = await chromium.OpenAsync(portal.Url, culture == "zh-Hans" ? Reader.Phone(culture) : Reader.Desktop(culture));
            var page = editor.Page;
            await SignInAsync(page, culture, portal.Password);
            // Eleven times asked and once opened, in the digits of the language.
            await ListedAsync(page, $"/{culture}/desk/queries?list=seldom&weeks=4", "patient monitor",
                async row => (await row.Locator("td").Nth(3).InnerTextAsync()).Length == 2 && await row.Locator("td").Nth(5).InnerTextAsync() is "1" or "۱" or "١");
            (await Look.AtAsync(editor)).Problems.ShouldBeEmpty(culture);
            var vain = await ListedAsync(page, $"/{culture}/desk/queries", "xyzzyplugh");
            await vain.Locator("summary").ClickAsync();
            await vain.Locator("form button").ClickAsync();
            await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
            (await Look.AtAsync(editor, 422)).Problems.ShouldBeEmpty(culture);
            var near = await ListedAsync(page, $"/{culture}/desk/queries", "автодефибриллятор");
            await Assertions.Expect(near.Locator(".guesses button")).Not.ToHaveCountAsync(0);
            (await Look.AtAsync(editor)).Problems.ShouldBeEmpty(culture);
            if (culture != "fr")
                continue;
            await near.Locator(".guesses button").First.ClickAsync();
            await Assertions.Expect(page.Locator("[role=status] button")).ToBeVisibleAsync();
            (await Look.AtAsync(editor)).Problems.ShouldBeEmpty(culture);
            await page.Locator("[role=status] button").ClickAsync();
            await Assertions.Expect(page.Locator("[role=status]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("[role=status] button")).ToHaveCountAsync(0);
        }
    }

    private static async Task AskAsync(IPage page)
    {
        for (var i = 1; i < Times; i++)
            await page.APIRequest.GetAsync(Search);
        await page.APIRequest.GetAsync("/ru/search?q=xyzzyplugh");
        await page.APIRequest.GetAsync("/ru/search?q=" + Uri.EscapeDataString("автодефибриллятор"));
        await page.GotoAsync(Search);
        // Narrowed and turned to another kind, it is the same search still.
        await page.Locator(".tabs a").Nth(1).ClickAsync();
        await page.GoBackAsync();
        await page.Locator(".result h3 a").First.ClickAsync();
        await Reader.ArriveAsync(page, "/en/products/");
    }

    private static async Task SignInAsync(IPage page, string culture, string password)
    {
        await page.GotoAsync($"/{culture}/desk/sign-in");
        await page.Locator("[name=email]").FillAsync("admin@portal.example");
        await page.Locator("[name=password]").FillAsync(password);
        await page.Locator("main button[type=submit]").ClickAsync();
        await Reader.ArriveAsync(page, url => url.EndsWith("/desk", StringComparison.Ordinal));
    }

    private static async Task<ILocator> ListedAsync(IPage page, string address, string query, Func<ILocator, Task<bool>>? counted = null)
    {
        var row = page.Locator("tbody tr", new() { HasText = query });
        await Patience.UntilAsync(async () =>
        {
            await page.GotoAsync(address);
            return await row.CountAsync() > 0 && (counted is null || await counted(row));
        }, () => $"'{query}' is not listed");
        return row;
    }
}
