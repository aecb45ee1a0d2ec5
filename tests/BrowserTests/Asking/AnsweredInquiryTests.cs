using System.Text.RegularExpressions;
using ExportPortal.BrowserTests.Browsing;
using ExportPortal.BrowserTests.Pages;
using ExportPortal.Testing;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Asking;

/// <summary>The whole path through the portal: from the buyer's search to the answer that the buyer reads.</summary>
public sealed partial class AnsweredInquiryTests(Chromium chromium)
{
    private const string PublicUrl = "https://portal.example";
    private const string Officer = "moscow@desk.example";
    private const string Firm = "nabzava-teb@firm.example";
    private const string Product = "Прикроватный монитор пациента M12";
    private const string Picture = "nabzava-teb-logo.png";
    private const string Name = "Ольга Викторовна Соколова";
    private const string Company = "ООО «Медтехника-Урал»";
    private const string Email = "o.sokolova@medtechnika.example";
    private const string Message = "Нужны двенадцать мониторов для двух отделений. Есть ли крепление к стене?";
    private const string Answer = "Да, настенное крепление входит в комплект. Цену пришлём завтра.";

    [Fact]
    public async Task A_Russian_buyer_on_a_phone_asks_and_a_Persian_officer_answers()
    {
        using var folder = new TemporaryFolder();
        await using var mail = await MailServer.StartAsync();
        // A person takes longer than the time below which a form counts as a machine's; this test does not.
        await using var portal = await PortalProcess.StartAsync(folder.Path, [.. mail.Options, "--Portal:PublicUrl", PublicUrl, "--Inquiries:LeastSeconds", "0"]);
        await using var buyer = await chromium.OpenAsync(portal.Url, Reader.Phone("ru"));
        await using var officer = await chromium.OpenAsync(portal.Url, Reader.Desktop("fa-IR"));

        await FindProductAsync(buyer.Page);
        await SendWithMistakesAsync(buyer.Page);
        (await Look.AtAsync(buyer, 422)).Problems.ShouldBeEmpty();
        var (reference, tracking) = await SendAsync(buyer.Page);
        (await Look.AtAsync(buyer)).Problems.ShouldBeEmpty();

        await ConfirmAsync(buyer, await mail.WaitForAsync(Email), reference, portal.Url);
        var notice = await mail.WaitForAsync(Officer);
        notice.Subject.ShouldBe($"استعلام تازهٔ {reference}: روسیه");
        notice.Text.ShouldContain("استعلام تازه‌ای به میز شما رسیده است.");
        notice.Everything.ShouldNotContain(Message);

        await SignInAsync(officer.Page, portal.SamplePassword);
        (await Look.AtAsync(officer)).Problems.ShouldBeEmpty();
        await ReadAsync(officer.Page, notice, reference, portal.Url);
        (await Look.AtAsync(officer)).Problems.ShouldBeEmpty();
        mail.Received.ShouldNotContain(m => m.To == Firm, "a firm hears of it after the release only");
        await ReleaseAsync(officer.Page);
        (await mail.WaitForAsync(Firm)).Text.ShouldContain("میز، استعلام خریداری را به شما رسانده است.");
        await AnswerAsync(officer.Page);

        var told = await mail.WaitForAsync(Email, m => m.Subject == $"Запрос {reference}: ответ");
        told.Text.ShouldContain(Answer);
        await buyer.Page.GotoAsync(Local(tracking, portal.Url));
        await Assertions.Expect(buyer.Page.Locator(".message-text[lang=ru]", new() { HasText = Answer })).ToBeVisibleAsync();
        await Assertions.Expect(buyer.Page.Locator("main .badge").First).ToHaveTextAsync("Ответ получен");
        buyer.TakeComplaints().ShouldBeEmpty();
        officer.TakeComplaints().ShouldBeEmpty();
    }

    private static async Task FindProductAsync(IPage page)
    {
        await page.GotoAsync("/");
        await Reader.ArriveAsync(page, url => url.EndsWith("/ru/", StringComparison.Ordinal));
        await page.Locator("#home-q").FillAsync("монитор пациента");
        await page.Locator("#home-q").PressAsync("Enter");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = Product }).First.TapAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Product);
        var ask = page.GetByRole(AriaRole.Link, new() { Name = "Отправить запрос" });
        await Assertions.Expect(ask).ToBeInViewportAsync(new() { Ratio = 1 });
        await ask.TapAsync();
    }

    // The address is malformed, and the consent is missing.
    private static async Task SendWithMistakesAsync(IPage page)
    {
        await page.GetByLabel("Количество").FillAsync("12");
        await page.GetByLabel("Страна назначения").SelectOptionAsync("RU");
        await page.GetByLabel("Ваше сообщение").FillAsync(Message);
        await page.GetByLabel("Файлы").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "media", "sample", "images", Picture));
        await page.GetByLabel("Ваше имя").FillAsync(Name);
        await page.GetByLabel(CompanyLabel()).FillAsync(Company);
        await page.GetByLabel("Электронная почта").FillAsync("o.sokolova");
        await TapSendAsync(page);

        var refusals = page.Locator(".error-summary");
        await Assertions.Expect(refusals).ToContainTextAsync("напишите адрес в виде");
        await Assertions.Expect(refusals).ToContainTextAsync("Согласие");
        await Assertions.Expect(page.GetByLabel("Количество")).ToHaveValueAsync("12");
        await Assertions.Expect(page.GetByLabel("Страна назначения")).ToHaveValueAsync("RU");
        await Assertions.Expect(page.GetByLabel("Ваше сообщение")).ToHaveValueAsync(Message);
        await Assertions.Expect(page.GetByLabel("Ваше имя")).ToHaveValueAsync(Name);
        await Assertions.Expect(page.GetByLabel(CompanyLabel())).ToHaveValueAsync(Company);
        await Assertions.Expect(page.GetByLabel("Электронная почта")).ToHaveValueAsync("o.sokolova");
        await Assertions.Expect(page.GetByText(Picture)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = Product })).ToBeVisibleAsync();
    }

    private static async Task<(string Reference, string Tracking)> SendAsync(IPage page)
    {
        await page.GetByLabel("Электронная почта").FillAsync(Email);
        await page.GetByLabel("Я согласен").CheckAsync();
        await TapSendAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Ваш запрос отправлен.");
        var reference = await page.Locator("h1 .code").InnerTextAsync();
        var tracking = await page.Locator("a.code").InnerTextAsync();
        tracking.ShouldStartWith(PublicUrl + "/ru/inquiries/");
        (await page.Locator("main").InnerTextAsync()).ShouldContain(Message);
        (await page.Locator("main").InnerTextAsync()).ShouldContain(Picture);
        return (reference, tracking);
    }

    private static async Task ConfirmAsync(Reader buyer, ReceivedMail mail, string reference, string site)
    {
        var page = buyer.Page;
        mail.Subject.ShouldBe($"Запрос {reference}: подтвердите адрес");
        mail.Text.ShouldContain("Если это ваш запрос, подтвердите адрес здесь");
        foreach (var typed in new[] { Name, Company, Message, Picture, "12" })
            WithoutLink(mail).Contains(typed, StringComparison.Ordinal).ShouldBeFalse("the address may be somebody else’s");
        await page.GotoAsync(Local(mail.Link, site));
        (await Look.AtAsync(buyer)).Problems.ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Да, это мой адрес" }).TapAsync();
        await Assertions.Expect(page.GetByText("Спасибо, адрес подтверждён.")).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(IPage page, string password)
    {
        await page.GotoAsync("/fa/desk/sign-in");
        await page.GetByLabel("نشانی ایمیل").FillAsync(Officer);
        await page.GetByLabel("گذرواژه").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "وارد شوید" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("استعلام‌ها");
    }

    private static async Task ReadAsync(IPage page, ReceivedMail notice, string reference, string site)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = reference }).ClickAsync();
        var local = Local(notice.Link, site);
        await Reader.ArriveAsync(page, url => url == local);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Assertions.Expect(page.Locator("dt:text-is('چرا این میز') + dd")).ToHaveTextAsync("روسیه در حوزهٔ میز مسکو است.");
        await Assertions.Expect(page.Locator(".message-text[lang=ru]")).ToHaveTextAsync(Message);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = Picture })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(Email)).ToBeVisibleAsync();
    }

    private static async Task ReleaseAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "رساندن به شرکت‌ها" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("رسانده شد.");
        await Assertions.Expect(page.GetByText("غربال نشده: فهرستی بارگذاری نشده است")).ToBeVisibleAsync();
    }

    private static async Task AnswerAsync(IPage page)
    {
        await page.GetByLabel("پاسخ به خریدار").FillAsync(Answer);
        await page.GetByLabel("زبان نوشته").SelectOptionAsync("ru");
        await page.GetByRole(AriaRole.Button, new() { Name = "فرستادن پاسخ" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("پاسخ فرستاده شد.");
    }

    private static Task TapSendAsync(IPage page) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Отправить запрос" }).TapAsync();

    // The reference is random and may hold any digits.
    private static string WithoutLink(ReceivedMail mail) => Codes().Replace(mail.Everything.Replace(mail.Link, "", StringComparison.Ordinal), "");

    private static string Local(string address, string site) => site + address[PublicUrl.Length..];

    // The word stands in the text of the consent as well.
    [GeneratedRegex("^Компания")]
    private static partial Regex CompanyLabel();

    [GeneratedRegex("[A-Z0-9-]{6,}")]
    private static partial Regex Codes();
}
