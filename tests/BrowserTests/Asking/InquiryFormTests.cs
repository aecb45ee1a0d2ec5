using System.Threading.Channels;
using ExportPortal.BrowserTests.Browsing;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Asking;

public sealed class InquiryFormTests(SamplePortal portal, Chromium chromium)
{
    private const string Form = "/en/inquire?product=nabzava-patient-monitor-m12";
    private const string Message = "What does it cost in Bishkek?";

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_change_of_language_keeps_what_was_typed_and_the_enter_key_sends(bool script)
    {
        var phone = Reader.Phone("en");
        phone.JavaScriptEnabled = script;
        await using var reader = await chromium.OpenAsync(portal.Url, phone);
        var page = reader.Page;
        await page.GotoAsync(Form);
        await page.Locator("#f-message").FillAsync(Message);
        await page.Locator("header summary").TapAsync();
        await page.Locator("header").GetByRole(AriaRole.Button, new() { Name = "العربية" }).TapAsync();
        await Reader.ArriveAsync(page, "/ar/inquire?");
        await Assertions.Expect(page.Locator("#f-message")).ToHaveValueAsync(Message);
        await Assertions.Expect(page.Locator(".error-summary")).ToHaveCountAsync(0);

        await page.Locator("#f-company").FillAsync("Clinic");
        await page.Locator("#f-company").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        page.Url.ShouldContain("/ar/inquire?");
    }

    [Theory]
    [InlineData("fa", "انتخاب فایل‌ها"), InlineData("zh-Hans", "选择文件")]
    public async Task Files_are_chosen_by_a_button_in_the_readers_language_and_by_keyboard(string culture, string button)
    {
        await using var reader = await chromium.OpenAsync(portal.Url, Reader.Desktop("en"));
        var page = reader.Page;
        // Listened for from the beginning: who begins to listen with the press may be too late.
        var opened = Channel.CreateUnbounded<IFileChooser>();
        page.FileChooser += (_, chooser) => opened.Writer.TryWrite(chooser);
        await page.GotoAsync(Form.Replace("/en/", $"/{culture}/", StringComparison.Ordinal));
        await page.GetByText(button, new() { Exact = true }).ClickAsync();
        var chosen = await opened.Reader.ReadAsync(TestContext.Current.CancellationToken);
        await chosen.SetFilesAsync(new FilePayload { Name = "drawing.pdf", MimeType = "application/pdf", Buffer = [0x25] });
        await Assertions.Expect(page.Locator("#f-files")).ToHaveValueAsync(@"C:\fakepath\drawing.pdf");
        await page.Locator("#f-message").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#f-files")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        (await opened.Reader.ReadAsync(TestContext.Current.CancellationToken)).IsMultiple.ShouldBeTrue();
    }
}
