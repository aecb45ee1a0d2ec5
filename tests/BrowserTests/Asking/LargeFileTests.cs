using ExportPortal.BrowserTests.Browsing;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Asking;

public sealed class LargeFileTests(SamplePortal portal, Chromium chromium)
{
    [Fact]
    public async Task A_file_that_is_too_large_is_told_before_it_is_sent_and_nothing_typed_is_lost()
    {
        await using var reader = await chromium.OpenAsync(portal.Url, Reader.Desktop("fr"));
        var page = reader.Page;
        await page.GotoAsync("/fr/inquire?product=sarvin-filgrastim-300");
        await page.Locator("#f-message").FillAsync("Bonjour");
        var files = page.Locator("input[type=file]");
        var large = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        try
        {
            await File.WriteAllBytesAsync(large, new byte[(10 * 1024 * 1024) + 1], TestContext.Current.CancellationToken);
            await files.SetInputFilesAsync(large);
            (await files.EvaluateAsync<string>("input => input.validationMessage")).ShouldContain("10");
            await page.Locator("main form button[type=submit]").ClickAsync();
            (await page.Locator("#f-message").InputValueAsync()).ShouldBe("Bonjour");
            await Assertions.Expect(page.Locator(".error-summary")).ToHaveCountAsync(0);

            await files.SetInputFilesAsync(Array.Empty<string>());
            await page.Locator("main form button[type=submit]").ClickAsync();
            await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("#f-message")).ToHaveValueAsync("Bonjour");
        }
        finally
        {
            File.Delete(large);
        }
    }
}
