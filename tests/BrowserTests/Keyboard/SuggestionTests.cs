using ExportPortal.BrowserTests.Browsing;
using ExportPortal.BrowserTests.Pages;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Keyboard;

/// <summary>The list below a search box while somebody types.</summary>
public sealed class SuggestionTests(SamplePortal portal, Chromium chromium)
{
    // Nothing lies over an option, and nothing cuts it, but for the list's own rolling.
    private const string IsWholeListSeen = """
        options => options.every(option => {
          option.scrollIntoView({ block: "center" });
          const box = option.getBoundingClientRect();
          return option.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
        })
        """;

    private const string List = ".suggestions", Options = ".suggestions [role=option]";

    [Theory]
    [InlineData("en", "filg", "Filgrastim")]
    [InlineData("fa", "مان", "مانیتور")]
    [InlineData("zh-Hans", "监", "监护仪")]
    public async Task What_is_typed_is_gone_on_with_by_arrow_keys_and_Enter_opens_the_page(string culture, string typed, string name)
    {
        await using var reader = await chromium.OpenAsync(portal.Url, Reader.Phone(culture));
        var page = reader.Page;
        await page.GotoAsync($"/{culture}/");
        var box = page.Locator("#home-q");
        await box.FocusAsync();
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        // At once: of letters in turn, the list for the first may be there, and be replaced by the one for all while it is walked through.
        await page.Keyboard.InsertTextAsync(typed);
        await Assertions.Expect(page.Locator(Options).Filter(new() { HasText = name }).First).ToBeVisibleAsync();
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        (await Axe.FindingsAsync(page)).ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);

        (await page.Locator(Options).EvaluateAllAsync<bool>(IsWholeListSeen)).ShouldBeTrue();

        await page.Keyboard.PressAsync("ArrowDown");
        var first = page.Locator(Options).First;
        await Assertions.Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        (await box.GetAttributeAsync("aria-activedescendant")).ShouldBe(await first.GetAttributeAsync("id"));
        await Assertions.Expect(box).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        (await box.GetAttributeAsync("aria-activedescendant")).ShouldBeNull();
        await page.Keyboard.PressAsync("ArrowUp");
        var last = page.Locator(Options).Last;
        await Assertions.Expect(last).ToHaveAttributeAsync("aria-selected", "true");
        var chosen = await last.Locator("span").TextContentAsync();
        var path = new Uri((await last.GetAttributeAsync("data-url"))!).PathAndQuery;
        await page.Keyboard.PressAsync("Enter");
        await Reader.ArriveAsync(page, url => new Uri(url).PathAndQuery == path);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(chosen!);
    }

    [Fact]
    public async Task Escape_takes_the_list_away_and_leaves_what_was_typed_and_Enter_without_a_choice_searches()
    {
        await using var reader = await chromium.OpenAsync(portal.Url, Reader.Desktop("en"));
        var page = reader.Page;
        await page.GotoAsync("/en/about");
        var box = page.Locator("#site-q");
        await box.FocusAsync();
        await page.Keyboard.TypeAsync("patient m");
        await Assertions.Expect(page.Locator(List)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(List)).ToHaveCountAsync(0);
        await Assertions.Expect(box).ToHaveValueAsync("patient m");
        await page.Keyboard.TypeAsync("o");
        await Assertions.Expect(page.Locator(List)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-activedescendant", "site-q-0");
        // Marked for the letters before, it is not what Enter opens now.
        await page.Keyboard.TypeAsync("n");
        (await box.GetAttributeAsync("aria-activedescendant")).ShouldBeNull();
        await Assertions.Expect(page.Locator(List)).ToBeVisibleAsync();
        // What was suggested for other letters is gone when the line fails.
        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.TypeAsync("i");
        await Assertions.Expect(page.Locator(List)).ToHaveCountAsync(0);
        (await box.GetAttributeAsync("aria-controls")).ShouldBeNull();
        await page.Context.SetOfflineAsync(false);
        await page.Keyboard.PressAsync("Enter");
        await Reader.ArriveAsync(page, url => url.Contains("/en/search?q=patient", StringComparison.Ordinal) && url.EndsWith("moni", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_option_is_chosen_by_the_pointer_and_an_unfinished_syllable_asks_for_nothing()
    {
        await using var reader = await chromium.OpenAsync(portal.Url, Reader.Desktop("zh-Hans"));
        var page = reader.Page;
        var asked = new List<string>();
        page.Request += (_, request) => asked.AddRange(request.Url.Contains("/suggest", StringComparison.Ordinal) ? [Uri.UnescapeDataString(request.Url)] : []);
        await page.GotoAsync("/zh-Hans/");
        await page.Locator("#home-q").FocusAsync();
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Input.imeSetComposition", new() { ["text"] = "jian", ["selectionStart"] = 4, ["selectionEnd"] = 4 });
        await page.WaitForTimeoutAsync(400);
        asked.ShouldBeEmpty();
        await session.SendAsync("Input.insertText", new() { ["text"] = "监护" });
        var option = page.Locator(Options).First;
        await Assertions.Expect(option).ToBeVisibleAsync();
        asked.ShouldHaveSingleItem().ShouldEndWith("q=监护");
        var name = await option.Locator("span").TextContentAsync();
        await option.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(name!);
        new Uri(page.Url).AbsolutePath.ShouldStartWith("/zh-Hans/");
    }
}
