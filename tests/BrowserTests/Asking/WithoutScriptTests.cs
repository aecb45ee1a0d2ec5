using ExportPortal.BrowserTests.Browsing;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Asking;

public sealed class WithoutScriptTests(SamplePortal portal, Chromium chromium)
{
    private const string Monitor = "M12床旁多参数监护仪";
    private const string Ventilator = "V7重症监护呼吸机";
    private const string Message = "请问两种设备能否各提供一台样机？";

    [Fact]
    public async Task A_Chinese_buyer_without_script_switches_language_searches_collects_compares_and_sends_an_inquiry()
    {
        var phone = Reader.Phone("en");
        phone.JavaScriptEnabled = false;
        await using var reader = await chromium.OpenAsync(portal.Url, phone);
        var page = reader.Page;

        await page.GotoAsync("/");
        await page.Locator("header summary").TapAsync();
        var chinese = page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "简体中文" });
        // Nothing may lie over it.
        await chinese.TapAsync(new() { Trial = true });
        await page.GotoAsync((await chinese.GetAttributeAsync("href"))!);
        page.Url.ShouldEndWith("/zh-Hans/");
        await CollectAsync(page, "监护仪", Monitor);
        await CollectAsync(page, "呼吸机", Ventilator);

        await page.Locator("main button[formaction$='/compare']").TapAsync();
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync(Monitor);
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync(Ventilator);
        await page.GoBackAsync();
        await page.Locator("main form[action$='/inquire'] button.primary").TapAsync();

        await page.Locator("#f-destination").SelectOptionAsync("CN");
        await page.Locator("#f-message").FillAsync(Message);
        await page.Locator("#f-name").FillAsync("王丽");
        await page.Locator("#f-email").FillAsync("wang.li@hospital.example");
        await SendAsync(page);
        await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#f-message")).ToHaveValueAsync(Message);
        await page.Locator("#f-consent").CheckAsync();
        await SendAsync(page);
        await Assertions.Expect(page.Locator("h1 .code")).ToBeVisibleAsync();
        foreach (var said in new[] { Monitor, Ventilator, Message })
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(said);
    }

    private static async Task CollectAsync(IPage page, string words, string product)
    {
        await page.GotoAsync($"/zh-Hans/search?q={Uri.EscapeDataString(words)}");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = product }).First.TapAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(product);
        await page.Locator("main form[action$='/shortlist/add'] button").TapAsync();
        await Reader.ArriveAsync(page, "/shortlist");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(product);
    }

    private static Task SendAsync(IPage page) => page.Locator("main form .actions button[type=submit]").TapAsync();
}
