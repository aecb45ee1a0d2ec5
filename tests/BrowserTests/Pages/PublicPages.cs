using System.Collections.Concurrent;
using ExportPortal.BrowserTests.Browsing;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Pages;

/// <summary>Every kind of public page, each looked at once in each culture; the tests ask for what was seen.</summary>
public sealed class PublicPages(SamplePortal portal, BarePortal bare, Chromium chromium) : IAsyncDisposable
{
    // The first of each list stands for its kind.
    private static readonly string[] Lists = ["sectors", "markets", "showrooms", "organisations"];
    private static readonly string[] Plain = ["", "about", "how-inquiries-work", "certificates", "privacy", "accessibility", "developers", "shortlist"];
    // Each layout in both directions and in short and long words, without looking at every page twice.
    private static readonly string[] OnPhone = ["en", "zh-Hans", "ar"];
    private const string Translated = "nabzava-patient-monitor-m12";
    private const string Medicine = "sarvin-filgrastim-300";
    // Its description is in English and Persian only.
    private const string Untranslated = "mahour-teriparatide-pen";
    private const string WithoutPicture = "eram-lis";
    private const string Watched = "HPLC&sector=chemicals";
    private const string Officer = "moscow@desk.example";
    private const string Answer = "Yes: twelve monitors, each with a wall mount and its cables.";
    private const string Picture = "nabzava-teb-logo.png";
    private const string Compared = $"product={Translated}&product={Medicine}&product={Untranslated}&product={WithoutPicture}";

    // Two cores: one for the browser and one for the portal.
    private readonly SemaphoreSlim _windows = new(2);
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<Visit>>>> _visits = new();
    private readonly SemaphoreSlim _desk = new(1);
    private Reader? _officer;

    public async ValueTask DisposeAsync()
    {
        if (_officer is not null)
            await _officer.DisposeAsync();
        _windows.Dispose();
        _desk.Dispose();
    }

    /// <summary>What was seen in a culture. The first call sends readers out in all cultures.</summary>
    public Task<IReadOnlyList<Visit>> VisitsAsync(string culture)
    {
        foreach (var each in SamplePortal.Cultures)
            _ = _visits.GetOrAdd(each, c => new(() => WalkAsync(c))).Value;
        return _visits[culture].Value;
    }

    private async Task<IReadOnlyList<Visit>> WalkAsync(string culture)
    {
        await _windows.WaitAsync();
        try
        {
            await using var reader = await chromium.OpenAsync(portal.Url, OnPhone.Contains(culture) ? Reader.Phone(culture) : Reader.Desktop(culture));
            var visits = new List<Visit>();
            foreach (var path in Plain)
                visits.Add(await LookAsync(reader, $"/{culture}/{path}"));
            visits.Add(await LookAsync(reader, $"/{culture}/nothing-here", 404));
            foreach (var list in Lists)
            {
                visits.Add(await LookAsync(reader, $"/{culture}/{list}"));
                var first = await reader.Page.Locator($"main a[href^='/{culture}/{list}/']").First.GetAttributeAsync("href");
                visits.Add(await LookAsync(reader, first!));
            }
            foreach (var product in new[] { Translated, Medicine, Untranslated, WithoutPicture })
                visits.Add(await LookAsync(reader, await portal.PathOfProductAsync(product, culture)));
            foreach (var query in new[] { Watched, "xyzzy", "&page=2" })
                visits.Add(await LookAsync(reader, $"/{culture}/search?q={query}"));
            foreach (var compared in new[] { "", $"?product={WithoutPicture}", $"?product={Translated}&product={Untranslated}", "?" + Compared })
                visits.Add(await LookAsync(reader, $"/{culture}/compare{compared}"));
            foreach (var asked in new[] { "organisation=sarvin-zist-darou", "showroom=devices-at-the-bedside", "desk=tashkent" })
                visits.Add(await LookAsync(reader, $"/{culture}/inquire?{asked}"));
            visits.Add(await LookAsync(reader, $"/{culture}/markets/cis?page=2"));
            visits.AddRange(await LookAtSavedSearchAsync(reader, culture));
            visits.Add(await LookAtShortlistAsync(reader, culture));
            visits.AddRange(await LookAtInquiryAsync(reader, culture));
            visits.Add(await LookAtTooLargeAsync(reader, $"/{culture}/desk/sign-in"));
            foreach (var answer in (await bare.AnswersAsync()).Where(a => a.Path.StartsWith($"/{culture}/", StringComparison.Ordinal) && (a.Expected != 200 || OnPhone.Contains(culture))))
                visits.Add(await LookAtBareAsync(reader, answer));
            return visits;
        }
        finally
        {
            _windows.Release();
        }
    }

    private async Task<Visit> LookAtShortlistAsync(Reader reader, string culture)
    {
        var page = reader.Page;
        foreach (var product in new[] { Medicine, Untranslated, WithoutPicture })
        {
            var form = page.Context.APIRequest.CreateFormData();
            form.Append("product", product);
            await page.Context.APIRequest.PostAsync($"/{culture}/shortlist/add", new() { Form = form, MaxRedirects = 0 });
        }
        await page.GotoAsync(await portal.PathOfProductAsync(Translated, culture));
        await page.Locator("main form[action$='/shortlist/add'] button").ClickAsync();
        await Reader.ArriveAsync(page, "/shortlist");
        (await page.Locator("main .result").CountAsync()).ShouldBe(4);
        return await Look.AtAsync(reader);
    }

    // What the sender sees of a form begun in another language, of it with mistakes, after the inquiry, behind the link in the mail, after a yes there, and of an answer.
    private async Task<IReadOnlyList<Visit>> LookAtInquiryAsync(Reader reader, string culture)
    {
        var (page, address) = (reader.Page, $"guest-{culture}@clinic.example");
        await page.GotoAsync($"/{SamplePortal.Cultures.First(c => c != culture)}/inquire?product={Translated}");
        await page.Locator("#f-destination").SelectOptionAsync("RU");
        await page.Locator("#f-message").FillAsync("M12?");
        await page.Locator("#f-name").FillAsync("Li");
        await page.Locator("header summary").ClickAsync();
        await page.Locator($"header button[lang={culture}]").ClickAsync();
        await Reader.ArriveAsync(page, $"/{culture}/inquire?");
        await Assertions.Expect(page.Locator("#f-message")).ToHaveValueAsync("M12?");
        var kept = await Look.AtAsync(reader);
        var send = page.Locator("main form .actions button[type=submit]");
        await page.Locator("#f-files").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "media", "sample", "images", Picture));
        await send.ClickAsync();
        await page.Locator(".error-summary").WaitForAsync();
        var refused = await Look.AtAsync(reader, 422);
        await page.Locator("#f-email").FillAsync(address);
        await page.Locator("#f-consent").CheckAsync();
        await send.ClickAsync();
        await Reader.ArriveAsync(page, $"/{culture}/inquiries/");
        var sent = await Look.AtAsync(reader);
        var reference = await page.Locator("h1 .code").InnerTextAsync();
        var asked = await LookAsync(reader, (await portal.Mail.WaitForAsync(address)).Link);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Reader.ArriveAsync(page, url => !url.Contains("/confirm/", StringComparison.Ordinal));
        var confirmed = await Look.AtAsync(reader);
        await AnswerAsync(reference);
        var answered = await LookAsync(reader, sent.Path);
        await Assertions.Expect(page.Locator(".message-text[lang=en]").Last).ToHaveTextAsync(Answer);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Picture);
        return [kept, refused, sent, asked, confirmed, answered];
    }

    // One officer for all that is asked.
    private async Task AnswerAsync(string reference)
    {
        await _desk.WaitAsync();
        try
        {
            if (_officer is null)
            {
                _officer = await chromium.OpenAsync(portal.Url, Reader.Desktop("en"));
                await _officer.Page.GotoAsync("/en/desk/sign-in");
                await _officer.Page.Locator("#f-email").FillAsync(Officer);
                await _officer.Page.Locator("#f-password").FillAsync(portal.Password);
                await _officer.Page.Locator("main form button[type=submit]").ClickAsync();
                await Reader.ArriveAsync(_officer.Page, url => url.EndsWith("/desk", StringComparison.Ordinal));
            }
            await _officer.Page.GotoAsync($"/en/desk/inquiries/{reference}");
            await _officer.Page.Locator("form[action*='handler=Release'] button").ClickAsync();
            await _officer.Page.Locator("#f-answer").FillAsync(Answer);
            await _officer.Page.Locator("#f-language").SelectOptionAsync("en");
            await _officer.Page.Locator("form[action*='handler=Answer'] button").ClickAsync();
            await _officer.Page.Locator(".badge.good").First.WaitForAsync();
        }
        finally
        {
            _desk.Release();
        }
    }

    // The form, what its sender sees, the page behind the mail's link before and after a yes, and the way out.
    private async Task<IReadOnlyList<Visit>> LookAtSavedSearchAsync(Reader reader, string culture)
    {
        var (page, address) = (reader.Page, $"watcher-{culture}@clinic.example");
        var form = await LookAsync(reader, $"/{culture}/search/saved?q={Watched}");
        await page.Locator("#f-email").FillAsync(address);
        await page.Locator("#f-consent").CheckAsync();
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Reader.ArriveAsync(page, "&sent=true");
        var sent = await Look.AtAsync(reader);
        var asked = await LookAsync(reader, (await portal.Mail.WaitForAsync(address)).Link);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator("main [role=status]").WaitForAsync();
        var confirmed = await Look.AtAsync(reader);
        await page.Locator("main a[href*='/stop/']").ClickAsync();
        await Reader.ArriveAsync(page, "/stop/");
        var stopping = await Look.AtAsync(reader);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator("main [role=status]").WaitForAsync();
        return [form, sent, asked, confirmed, stopping, await Look.AtAsync(reader)];
    }

    // A browser may lose an answer that comes before it has sent all; so the page is asked for by a program, and shown to the reader.
    private async Task<Visit> LookAtTooLargeAsync(Reader reader, string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(portal.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(new byte[60 * 1024 * 1024]) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        request.Headers.ExpectContinue = true;
        var answer = await client.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        await reader.Page.RouteAsync(portal.Url + path, route => route.FulfillAsync(new() { Status = (int)answer.StatusCode, ContentType = "text/html; charset=utf-8", Body = html }));
        return await LookAsync(reader, path, 413);
    }

    // It was served by another portal; what it needs beside, style sheet and script, is the same here.
    private async Task<Visit> LookAtBareAsync(Reader reader, BareAnswer answer)
    {
        await reader.Page.RouteAsync(portal.Url + answer.Path, route => route.FulfillAsync(new() { Status = answer.Status, ContentType = "text/html; charset=utf-8", Body = answer.Html }));
        return await LookAsync(reader, answer.Path, answer.Expected);
    }

    private static async Task<Visit> LookAsync(Reader reader, string path, int expected = 200)
    {
        await reader.Page.GotoAsync(path);
        return await Look.AtAsync(reader, expected);
    }
}
