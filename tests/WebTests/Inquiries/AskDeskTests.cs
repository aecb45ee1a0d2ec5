using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ExportPortal.WebTests.Inquiries;

public sealed class AskDeskTests(InquirySite site)
{
    private static readonly (string, string)[] Filled =
    [
        ("kind", "Partnership"), ("destination", "KZ"), ("message", "Мы ищем партнёра."), ("name", "Алия Нурланова"), ("email", "aliya@pharma.kz"), ("culture", "ru"), ("consent", "true"),
    ];

    [Theory]
    [InlineData("cis", 3)]
    [InlineData("africa", 1)]
    [InlineData("elsewhere", 1)]
    public async Task A_market_tells_of_each_desk_when_it_is_open_who_sits_there_and_when_not_and_leads_to_a_form(string market, int count)
    {
        var visitor = site.Visit();
        var desks = (await visitor.OpenAsync($"/en/markets/{market}")).QuerySelectorAll(".desk").ToArray();
        desks.Length.ShouldBe(count);
        foreach (var desk in desks)
        {
            var facts = desk.QuerySelectorAll(".facts > div").ToDictionary(d => d.QuerySelector("dt")!.TextContent, d => d.QuerySelector("dd")!, StringComparer.Ordinal);
            facts["Hours"].TextContent.ShouldMatch(@"\d\d:\d\d–\d\d:\d\d UTC");
            facts["Days"].TextContent.ShouldContain(" to ");
            facts["People"].TextContent.ShouldContain("officer");
            // The calendars of the sample end some day.
            if (facts.TryGetValue("Closed on", out var closures))
                closures.QuerySelectorAll("li").Length.ShouldBeInRange(1, 3);
            desk.TextContent.ShouldNotContain("@");
            var form = await visitor.OpenAsync(desk.QuerySelector(".ask a")!.GetAttribute("href")!);
            form.QuerySelector("h1")!.TextContent.ShouldContain(desk.QuerySelector("h3")!.TextContent);
        }
    }

    [Fact]
    public async Task A_desk_asked_itself_gets_the_inquiry_whatever_the_destination_and_answers_it()
    {
        var buyer = site.Visit();
        var form = await buyer.OpenAsync("/ru/inquire?desk=moscow");
        form.QuerySelectorAll<IHtmlInputElement>("[name=kind]").Select(k => k.Value).ShouldBe(["Information", "Partnership"]);
        form.QuerySelector("[name=quantity], [name=unit]").ShouldBeNull();
        form.QuerySelectorAll("main .hint").ShouldAllBe(h => !h.TextContent.Contains("компани", StringComparison.OrdinalIgnoreCase));
        var sent = await buyer.SubmitAsync(form, Filled);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var tracking = await buyer.OpenAsync(sent.Headers.Location!.ToString());
        tracking.QuerySelector(".facts")!.TextContent.ShouldContain("Московское бюро");
        var reference = tracking.QuerySelector("h1 .code")!.TextContent;

        var officer = await site.SignInAsync("moscow@desk.example");
        (await officer.OpenAsync("/en/desk")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(reference, StringComparison.Ordinal)).TextContent.ShouldContain("Moscow desk");
        var page = await officer.OpenAsync($"/en/desk/inquiries/{reference}");
        page.QuerySelector("main")!.TextContent.ShouldContain("Chosen by the buyer: Moscow desk.");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("the firms");
        (await officer.SubmitAsync(page, "form[action*='handler=Release']", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var accepted = await officer.OpenAsync($"/en/desk/inquiries/{reference}");
        accepted.QuerySelector(".marks .badge")!.TextContent.ShouldBe("accepted");
        accepted.QuerySelector(".timeline")!.TextContent.ShouldContain("Accepted by the desk");
        (await officer.OpenAsync("/en/desk?state=released")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(reference, StringComparison.Ordinal)).QuerySelector(".badge")!.TextContent.ShouldBe("accepted");
        (await buyer.OpenAsync(sent.Headers.Location!.ToString())).QuerySelector(".facts .badge")!.TextContent.ShouldBe("В бюро, ожидает ответа");
        (await officer.SubmitAsync(accepted, "form[action*='handler=Answer']", [], ("answer", "Рады помочь."), ("language", "ru"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var answered = await buyer.OpenAsync(sent.Headers.Location!.ToString());
        answered.QuerySelectorAll(".message-text").Select(m => m.TextContent).ShouldContain("Рады помочь.");
        answered.QuerySelector(".facts .badge.good").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_refused_form_to_a_desk_is_still_for_that_desk_and_an_unknown_desk_has_none()
    {
        var buyer = site.Visit();
        (await buyer.StatusOfAsync("/en/inquire?desk=nowhere")).ShouldBe(HttpStatusCode.NotFound);
        var refused = await buyer.SubmitAsync(await buyer.OpenAsync("/fa/inquire?desk=beijing"), [.. Filled, ("email", "bad")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(refused);
        page.QuerySelector("h1")!.TextContent.ShouldContain("میز پکن");
        page.QuerySelector<IHtmlInputElement>("[name=kind]:checked")!.Value.ShouldBe("Partnership");
        (await buyer.SubmitAsync(page, Filled)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("en", "answers it in your language")]
    [InlineData("zh-Hans", "以您的语言答复")]
    [InlineData("ru", "Языковая поддержка: китайский, упрощённое письмо, английский и персидский.")]
    [InlineData("ar", "المتاح من اللغات للرد: الصينية المبسطة")]
    [InlineData("fr", "y répond en chinois simplifié, anglais et persan.")]
    public async Task A_desk_promises_an_answer_in_the_readers_language_only_where_it_speaks_it(string culture, string text) =>
        (await site.Visit().OpenAsync($"/{culture}/inquire?desk=beijing")).QuerySelector("main .lead")!.TextContent.ShouldContain(text);

    [Fact]
    public async Task A_form_to_a_desk_that_is_gone_meanwhile_says_so_and_stays_a_desks_form()
    {
        var buyer = site.Visit();
        var refused = await buyer.SubmitAsync(await buyer.OpenAsync("/en/inquire?desk=moscow"), [.. Filled, ("desk", "closed-desk")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(refused);
        page.QuerySelectorAll(".error-summary li").ShouldHaveSingleItem().TextContent.ShouldContain("Desk");
        page.QuerySelectorAll(".error-summary a").ShouldAllBe(a => page.QuerySelector(a.GetAttribute("href")!) != null);
        page.QuerySelector("[name=quantity], [name=unit]").ShouldBeNull();
        page.QuerySelectorAll<IHtmlInputElement>("[name=kind]").Select(k => k.Value).ShouldBe(["Information", "Partnership"]);
        page.QuerySelector("main .lead")?.TextContent.ShouldNotContain("passes");
    }

    [Fact]
    public async Task A_refusal_of_what_has_no_field_on_the_page_leads_nowhere()
    {
        var buyer = site.Visit();
        var form = await buyer.OpenAsync("/en/inquire?product=sarvin-filgrastim-300");
        foreach (var gone in new[] { ("organisation", "gone-firm"), ("showroom", "gone-showroom"), ("product", "gone-product") })
        {
            var refused = await Visitor.ReadAsync(await buyer.SubmitAsync(form, [.. Filled, ("product", ""), gone]));
            refused.QuerySelector(".error-summary li").ShouldNotBeNull();
            refused.QuerySelectorAll(".error-summary a").ShouldAllBe(a => refused.QuerySelector(a.GetAttribute("href")!) != null);
        }
    }
}
