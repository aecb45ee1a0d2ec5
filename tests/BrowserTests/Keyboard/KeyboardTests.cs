using ExportPortal.BrowserTests.Browsing;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Keyboard;

public sealed class KeyboardTests(SamplePortal portal, Chromium chromium)
{
    private const int MostStops = 80;
    private const int MostChoices = 300;
    private const string There = "there";
    // In the window and under nothing else, with an outline around it or around the card whose link it is.
    private const string IsFocusSeen = """
        element => {
          const box = element.getBoundingClientRect();
          if (!box.width || !box.height || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return false;
          const isOnTop = ({ left, top, right, bottom }) => {
            const at = document.elementFromPoint((Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
            return at && (element.contains(at) || at.contains(element) || at.matches("label") || element.closest("article, li > div")?.contains(at));
          };
          if (![...element.getClientRects()].filter(r => r.width && r.height).some(isOnTop)) return false;
          return [element, element.closest("article, li > div")].some(e => {
            const style = e && getComputedStyle(e);
            return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
          });
        }
        """;

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public async Task The_skip_link_is_first_and_leads_to_the_content(string culture)
    {
        await using var reader = await chromium.OpenAsync(portal.Url, Reader.Desktop(culture));
        var page = reader.Page;
        await OpenAsync(page, $"/{culture}/sectors");
        await page.Keyboard.PressAsync("Tab");
        var skip = page.Locator("a.skip");
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("document.getElementById('main').contains(document.activeElement)")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("en", "patient monitor", "Bedside patient monitor M12", "Kazakhstan")]
    [InlineData("ar", "مراقبة المريض", "جهاز مراقبة المريض السريري M12", "كازاخستان")]
    public async Task From_home_over_search_to_a_product_and_a_sent_inquiry_by_keyboard_alone_with_focus_always_seen(string culture, string words, string product, string country)
    {
        await using var reader = await chromium.OpenAsync(portal.Url, Reader.Desktop(culture));
        var page = reader.Page;
        await OpenAsync(page, $"/{culture}/");
        await TabToAsync(page, page.Locator("#home-q"));
        await page.Keyboard.TypeAsync(words);
        await FollowAsync(page, "/search?");
        var found = page.Locator("main").GetByRole(AriaRole.Link, new() { Name = product }).First;
        await Assertions.Expect(found).ToBeVisibleAsync();
        await TabToAsync(page, found);
        await FollowAsync(page, "/products/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(product);
        await TabToAsync(page, page.Locator(".ask .button.primary"));
        await FollowAsync(page, "/inquire?");
        await Assertions.Expect(page.Locator("#f-message")).ToBeVisibleAsync();
        await ChooseAsync(page, "#f-destination", country);
        await TypeAsync(page, "#f-message", "Two monitors for a clinic.");
        await TypeAsync(page, "#f-name", "Aigerim Bekova");
        await TypeAsync(page, "#f-email", "a.bekova@clinic.example");
        await TabToAsync(page, page.Locator("#f-consent"));
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, page.Locator("main form .actions button[type=submit]"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1 .code")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("en", "sarvin-filgrastim-300")]
    [InlineData("fa", "nabzava-patient-monitor-m12")]
    public async Task On_a_small_window_nothing_on_a_product_page_takes_the_focus_under_the_bar_that_asks(string culture, string product)
    {
        var small = Reader.Desktop(culture);
        small.ViewportSize = new() { Width = 390, Height = 640 };
        await using var reader = await chromium.OpenAsync(portal.Url, small);
        await OpenAsync(reader.Page, await portal.PathOfProductAsync(product, culture));
        await TabToAsync(reader.Page, reader.Page.Locator("footer a").Last);
    }

    // A person looks at a page before going through it: until it is laid out in its own letters, nothing on it is seen or stays where it was.
    private static async Task FollowAsync(IPage page, string part)
    {
        await page.Keyboard.PressAsync("Enter");
        await Reader.ArriveAsync(page, part);
        await Reader.LettersAsync(page);
    }

    private static async Task OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await Reader.LettersAsync(page);
    }

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await TabToAsync(page, page.Locator(field));
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task ChooseAsync(IPage page, string list, string choice)
    {
        await TabToAsync(page, page.Locator(list));
        var chosen = page.Locator($"{list} option:checked");
        for (var step = 0; step < MostChoices && await chosen.InnerTextAsync() != choice; step++)
            await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(chosen).ToHaveTextAsync(choice);
    }

    private static async Task TabToAsync(IPage page, ILocator goal)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            // One question for each stop: there are hundreds.
            var place = await goal.EvaluateAsync<string>($"goal => (({IsFocusSeen})(document.activeElement)) ? goal === document.activeElement ? '{There}' : '' : document.activeElement.outerHTML.slice(0, 200)");
            if (place == There)
                return;
            place.ShouldBeEmpty("focus is not seen");
        }
        throw new TimeoutException($"{MostStops} stops did not lead to {goal}");
    }
}
