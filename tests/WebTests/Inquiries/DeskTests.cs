using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ExportPortal.WebTests.Inquiries;

public sealed class DeskTests(InquirySite site)
{
    private const string Product = "sarvin-filgrastim-300";

    [Fact]
    public async Task The_desk_releases_the_firm_answers_and_the_buyer_reads_and_writes_again()
    {
        var buyer = site.Visit();
        var (reference, tracking) = await SendAsync(buyer, [("spec.pdf", InquiryFormTests.Pdf)]);
        var officer = await site.SignInAsync("tashkent@desk.example");
        (await ListedAsync(officer)).ShouldContain(reference);

        var page = await officer.OpenAsync($"/fa/desk/inquiries/{reference}");
        page.Body!.TextContent.ShouldContain("قزاقستان در حوزهٔ میز تاشکند است.");
        page.Body.TextContent.ShouldContain("aliya@pharma.kz");
        page.QuerySelector(".message-text")!.GetAttribute("lang").ShouldBe("ru");
        var file = await officer.Client.GetAsync($"/fa/desk/inquiries/{reference}{page.QuerySelector("a[download]")!.GetAttribute("href")}", Cancellation);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await file.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(InquiryFormTests.Pdf);
        (await officer.SubmitAsync(page, "form[action*='handler=Release']", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await officer.OpenAsync($"/en/desk/inquiries/{reference}")).QuerySelector(".timeline")!.TextContent.ShouldContain("Released to the firms");

        var firm = await site.SignInAsync("sarvin-zist-darou@firm.example");
        var part = await firm.OpenAsync($"/fa/desk/inquiries/{reference}");
        part.QuerySelector(".timeline").ShouldBeNull("the ledger is the desk's");
        (await firm.SubmitAsync(part, "form[action*='handler=Answer']", [], ("answer", "Цена 12 евро."), ("language", "ru"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await RowAsync(officer, reference)).ShouldNotContain("wrote again");

        var answered = await buyer.OpenAsync(tracking);
        answered.QuerySelectorAll(".message-text").Select(m => m.TextContent).ShouldContain("Цена 12 евро.");
        (await buyer.SubmitAsync(answered, ("message", "А срок?"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await firm.OpenAsync($"/fa/desk/inquiries/{reference}")).QuerySelectorAll(".message-text").Select(m => m.TextContent).ShouldContain("А срок?");
        (await RowAsync(officer, reference)).ShouldContain("wrote again");
        (await RowAsync(firm, reference)).ShouldContain("wrote again");
        await firm.SubmitAsync(await firm.OpenAsync($"/fa/desk/inquiries/{reference}"), "form[action*='handler=Answer']", [], ("answer", "Три недели."), ("language", "ru"));
        (await RowAsync(officer, reference)).ShouldNotContain("wrote again");
    }

    [Fact]
    public async Task Of_two_firms_asked_again_one_answers_and_the_other_still_sees_that_the_buyer_wrote()
    {
        var buyer = site.Visit();
        var sent = await buyer.SubmitAsync(await buyer.OpenAsync($"/ru/inquire?product={Product}&product=pezhvak-aed-d1"), InquiryFormTests.Filled);
        var tracking = sent.Headers.Location!.ToString();
        var reference = (await buyer.OpenAsync(tracking)).QuerySelector("h1 .code")!.TextContent;
        var (desk, one, other) = (await site.SignInAsync("tashkent@desk.example"), await site.SignInAsync("sarvin-zist-darou@firm.example"), await site.SignInAsync("pezhvak-negar-shargh@firm.example"));
        await desk.SubmitAsync(await desk.OpenAsync($"/en/desk/inquiries/{reference}"), "form[action*='handler=Release']", []);
        foreach (var firm in new[] { one, other })
            (await AnswerAsync(firm)).ShouldBe(HttpStatusCode.Redirect);
        await buyer.SubmitAsync(await buyer.OpenAsync(tracking), ("message", "А срок?"));
        (await AnswerAsync(one)).ShouldBe(HttpStatusCode.Redirect);
        (await RowAsync(one, reference)).ShouldNotContain("wrote again");
        (await RowAsync(other, reference)).ShouldContain("wrote again");
        (await RowAsync(desk, reference)).ShouldContain("wrote again");
        (await buyer.OpenAsync(tracking)).QuerySelector(".facts .badge")!.TextContent.ShouldBe("Часть ответов получена, остальные ожидаются");

        async Task<HttpStatusCode> AnswerAsync(Visitor firm) =>
            (await firm.SubmitAsync(await firm.OpenAsync($"/en/desk/inquiries/{reference}"), "form[action*='handler=Answer']", [], ("answer", "Три недели."), ("language", "ru"))).StatusCode;
    }

    [Fact]
    public async Task An_answer_in_other_letters_than_its_language_has_comes_back_to_be_set_right()
    {
        var (reference, _) = await SendAsync(site.Visit(), []);
        var officer = await site.SignInAsync("tashkent@desk.example");
        await officer.SubmitAsync(await officer.OpenAsync($"/en/desk/inquiries/{reference}"), "form[action*='handler=Release']", []);
        var refused = await officer.SubmitAsync(await officer.OpenAsync($"/en/desk/inquiries/{reference}"), "form[action*='handler=Answer']", [], ("answer", "قیمت ۱۲ یورو است."));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(refused);
        page.QuerySelector(".error-summary a[href='#f-language']")!.TextContent.ShouldContain("Русский");
        (await officer.SubmitAsync(page, "form[action*='handler=Answer']", [], ("language", "fa"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<string> RowAsync(Visitor staff, string reference) =>
        (await staff.OpenAsync("/en/desk?state=all")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(reference, StringComparison.Ordinal)).TextContent;

    [Fact]
    public async Task For_others_an_inquiry_does_not_exist_neither_to_read_nor_to_change()
    {
        var (reference, _) = await SendAsync(site.Visit(), [("spec.pdf", InquiryFormTests.Pdf)]);
        var officer = await site.SignInAsync("tashkent@desk.example");
        var page = await officer.OpenAsync($"/en/desk/inquiries/{reference}");
        var file = page.QuerySelector("a[download]")!.GetAttribute("href");
        foreach (var email in new[] { "moscow@desk.example", "sarvin-zist-darou@firm.example", "pezhvak-negar-shargh@firm.example" })
        {
            var other = await site.SignInAsync(email);
            (await other.StatusOfAsync($"/en/desk/inquiries/{reference}")).ShouldBe(HttpStatusCode.NotFound, email);
            (await other.StatusOfAsync($"/en/desk/inquiries/{reference}{file}")).ShouldBe(HttpStatusCode.NotFound, email);
            (await other.OpenAsync("/en/desk?state=all")).Body!.TextContent.ShouldNotContain(reference);
            // A token of their own, from a page of their own.
            var token = (await other.OpenAsync("/en/desk/account")).QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;
            foreach (var handler in new[] { "Release", "Hold", "Close", "Answer" })
                (await other.Client.PostAsync($"/en/desk/inquiries/{reference}?handler={handler}", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("answer", "x"), new("note", "x")]), Cancellation))
                    .StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{email} {handler}");
        }
        (await (await site.SignInAsync("admin@portal.example")).StatusOfAsync($"/en/desk/inquiries/{reference}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_somebody_wrote_while_a_colleague_closed_the_inquiry_is_not_lost()
    {
        var (reference, _) = await SendAsync(site.Visit(), []);
        var (officer, colleague) = (await site.SignInAsync("tashkent@desk.example"), await site.SignInAsync("admin@portal.example"));
        await officer.SubmitAsync(await officer.OpenAsync($"/en/desk/inquiries/{reference}"), "form[action*='handler=Release']", []);
        var page = await officer.OpenAsync($"/en/desk/inquiries/{reference}");
        (await colleague.SubmitAsync(await colleague.OpenAsync($"/en/desk/inquiries/{reference}"), "details form[action*='handler=Close']", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var refused = await officer.SubmitAsync(page, "form[action*='handler=Answer']", [], ("answer", "Half an hour of work"), ("language", "en"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(refused)).QuerySelector("textarea[readonly]")!.TextContent.ShouldBe("Half an hour of work");
    }

    [Fact]
    public async Task Who_has_not_signed_in_is_sent_to_sign_in()
    {
        var response = await site.Visit().Client.GetAsync("/ar/desk/inquiries/K7PM-3XQ9-WD", Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldStartWith("/ar/desk/sign-in?returnUrl=");
    }

    [Theory]
    [InlineData("?page=0")]
    [InlineData("?page=x")]
    [InlineData("?page=99999")]
    [InlineData("?state=lost")]
    public async Task An_address_of_the_inbox_that_is_not_understood_shows_the_nearest_there_is(string query) =>
        (await (await site.SignInAsync("tashkent@desk.example")).OpenAsync("/en/desk" + query)).QuerySelector(".states [aria-current]")!.TextContent.ShouldContain("Open");

    [Fact]
    public async Task A_held_inquiry_is_found_by_its_state_and_says_why_to_the_desk_only()
    {
        var buyer = site.Visit();
        var (reference, tracking) = await SendAsync(buyer, []);
        var officer = await site.SignInAsync("tashkent@desk.example");
        var page = await officer.OpenAsync($"/ru/desk/inquiries/{reference}");
        (await officer.SubmitAsync(page, "form[action*='handler=Hold']", [], ("note", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await officer.SubmitAsync(page, "form[action*='handler=Hold']", [], ("note", "Проверить фирму"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.OpenAsync("/ru/desk?state=held")).Body!.TextContent.ShouldContain(reference);
        (await officer.OpenAsync($"/ru/desk/inquiries/{reference}")).Body!.TextContent.ShouldContain("Проверить фирму");
        (await buyer.OpenAsync(tracking)).Body!.TextContent.ShouldNotContain("Проверить фирму");
    }

    [Fact]
    public async Task The_link_in_the_mail_confirms_by_a_button_and_not_by_being_opened()
    {
        var (reference, tracking) = await SendAsync(site.Visit(), []);
        var link = await ConfirmationLinkAsync(reference);
        var buyer = site.Visit();
        await buyer.OpenAsync(link);
        (await buyer.OpenAsync(tracking)).QuerySelectorAll("main .notice").Length.ShouldBe(1, "opening confirms nothing");
        var confirmed = await buyer.SubmitAsync(await buyer.OpenAsync(link));
        confirmed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await buyer.OpenAsync(confirmed.Headers.Location!.ToString())).QuerySelector("h1")!.TextContent.ShouldContain(reference);
        (await buyer.OpenAsync(tracking)).QuerySelectorAll("main .notice").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_administrator_erases_a_buyers_data_on_request_and_an_officer_does_not()
    {
        var buyer = site.Visit();
        var (reference, tracking) = await SendAsync(buyer, []);
        var officer = await site.SignInAsync("tashkent@desk.example");
        var page = await officer.OpenAsync($"/en/desk/inquiries/{reference}");
        page.QuerySelector("form[action*='handler=Erase']").ShouldBeNull();
        var token = page.QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;
        (await officer.Client.PostAsync($"/en/desk/inquiries/{reference}?handler=Erase", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var admin = await site.SignInAsync("admin@portal.example");
        var erased = await admin.SubmitAsync(await admin.OpenAsync($"/en/desk/inquiries/{reference}"), "form[action*='handler=Erase']", []);
        var after = await admin.OpenAsync(erased.Headers.Location!.ToString());
        after.Body!.TextContent.ShouldNotContain("aliya@pharma.kz");
        after.Body.TextContent.ShouldNotContain("Нужна цена");

        (await buyer.StatusOfAsync(tracking)).ShouldBe(HttpStatusCode.Gone);
        var gone = await Visitor.ReadAsync(await buyer.Client.GetAsync(tracking, Cancellation));
        gone.QuerySelector("main .notice")!.TextContent.ShouldStartWith("Данные этого запроса удалены");
        gone.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Who_acts_for_two_firms_chooses_for_which_they_answer()
    {
        var (reference, _) = await SendAsync(site.Visit(), [], [("product", Product), ("product", "pezhvak-aed-d1")]);
        var officer = await site.SignInAsync("tashkent@desk.example");
        await officer.SubmitAsync(await officer.OpenAsync($"/en/desk/inquiries/{reference}"), "form[action*='handler=Release']", []);
        var both = await site.SignInAsync("both@firm.example", await site.CreateAsync("both@firm.example", "firm:sarvin-zist-darou", "firm:pezhvak-negar-shargh"));

        var page = await both.OpenAsync($"/en/desk/inquiries/{reference}");
        page.QuerySelectorAll("[name=firm]").Length.ShouldBe(2);
        page.QuerySelector("[name=firm]:checked").ShouldBeNull();
        var unchosen = await both.SubmitAsync(page, "form[action*='handler=Answer']", [], ("answer", "12"), ("language", "en"));
        unchosen.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(unchosen)).QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#f-firm"]);
        (await both.SubmitAsync(page, "form[action*='handler=Answer']", [], ("answer", "12"), ("language", "en"), ("firm", "pezhvak-negar-shargh"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var answered = await both.OpenAsync($"/en/desk/inquiries/{reference}");
        answered.QuerySelectorAll("label").Single(l => l.QuerySelector(".badge.good") is not null).QuerySelector<IHtmlInputElement>("input")!.Value.ShouldBe("pezhvak-negar-shargh");
    }

    [Fact]
    public async Task The_buyers_data_is_handed_out_to_desk_and_confirmed_buyer_and_to_nobody_else()
    {
        var buyer = site.Visit();
        var (reference, tracking) = await SendAsync(buyer, [("спец.pdf", InquiryFormTests.Pdf)]);
        var page = await buyer.OpenAsync(tracking);
        page.QuerySelector("form[action*='handler=Export']").ShouldBeNull();
        var token = page.QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;
        (await buyer.Client.PostAsync(tracking + "?handler=Export", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await buyer.SubmitAsync(await buyer.OpenAsync(await ConfirmationLinkAsync(reference)));
        var own = await buyer.SubmitAsync(await buyer.OpenAsync(tracking), "form[action*='handler=Export']", []);
        own.Content.Headers.ContentDisposition!.ToString().ShouldBe($"attachment; filename=inquiry-{reference}.zip");
        var files = await UnpackAsync(own);
        files.Select(f => f.Name).ShouldBe(["data.json", "files/1-спец.pdf"]);
        files[0].Text.ShouldContain("aliya@pharma.kz");
        files[1].Text.ShouldBe(Encoding.ASCII.GetString(InquiryFormTests.Pdf));
        var officer = await site.SignInAsync("tashkent@desk.example");
        var handed = await officer.SubmitAsync(await officer.OpenAsync($"/fa/desk/inquiries/{reference}"), "form[action*='handler=Export']", []);
        (await UnpackAsync(handed))[0].Text.ShouldContain("Алия Нурланова");
        (await officer.OpenAsync($"/en/desk/inquiries/{reference}")).QuerySelector(".timeline")!.TextContent.ShouldContain("The buyer’s data handed out");
    }

    private static async Task<(string Name, string Text)[]> UnpackAsync(HttpResponseMessage response)
    {
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(Cancellation), ZipArchiveMode.Read);
        return [.. zip.Entries.Select(e => (e.FullName, new StreamReader(e.Open()).ReadToEnd()))];
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // On all its pages: other tests send to the same desk.
    private static async Task<string> ListedAsync(Visitor officer)
    {
        var listed = "";
        for (var (number, more) = (1, true); more; number++)
        {
            var page = await officer.OpenAsync($"/fa/desk?page={number}");
            listed += page.QuerySelector("table")!.TextContent;
            more = page.QuerySelector(".pager [rel=next]") is not null;
        }
        return listed;
    }

    private async Task<string> ConfirmationLinkAsync(string reference)
    {
        const string confirm = "/ru/inquiries/confirm/";
        var mails = await site.MailsAsync(m => m.Contains(reference, StringComparison.Ordinal) && m.Contains(confirm, StringComparison.Ordinal));
        return confirm + mails[0].Split(confirm)[1].Split('\r', '\n')[0];
    }

    private static async Task<(string Reference, string Tracking)> SendAsync(Visitor buyer, (string, byte[])[] files, params (string, string)[] more)
    {
        var sent = await buyer.SubmitAsync(await buyer.OpenAsync($"/ru/inquire?product={Product}"), "main form", files, [.. InquiryFormTests.Filled, .. more]);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var tracking = sent.Headers.Location!.ToString().Split('?')[0];
        return ((await buyer.OpenAsync(tracking)).QuerySelector("h1 .code")!.TextContent, tracking);
    }
}
