using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ExportPortal.WebTests.Inquiries;

namespace ExportPortal.WebTests.Search;

public sealed partial class SavedSearchTests(InquirySite site)
{
    [Theory]
    [InlineData("en", "Sector", "Chemicals")]
    [InlineData("fa", "حوزه", null)]
    [InlineData("zh-Hans", "行业", null)]
    [InlineData("ru", "Отрасль", null)]
    [InlineData("ar", "القطاع", null)]
    [InlineData("fr", "Secteur", null)]
    public async Task Results_and_the_lack_of_them_lead_to_a_form_that_says_what_is_watched(string culture, string name, string? sector)
    {
        var reader = site.Visit();
        foreach (var query in new[] { "q=sodium&sector=chemicals", "q=zzzzqqqq&sector=chemicals&sort=name" })
        {
            var link = (await reader.OpenAsync($"/{culture}/search?{query}")).QuerySelector("main .save-search a")!.GetAttribute("href")!;
            link.ShouldBe($"/{culture}/search/saved?{query.Replace("&sort=name", "", StringComparison.Ordinal)}");
            var response = await reader.Client.GetAsync(link, Cancellation);
            response.Headers.CacheControl!.NoStore.ShouldBeTrue();
            var page = await Visitor.ReadAsync(response);
            page.DocumentElement.GetAttribute("lang").ShouldBe(culture);
            page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
            var watched = page.QuerySelectorAll(".watched dd").Select(d => d.TextContent.Trim()).ToArray();
            watched.Length.ShouldBe(2);
            watched[0].ShouldBe(query[2..query.IndexOf('&', StringComparison.Ordinal)]);
            page.QuerySelectorAll(".watched dt")[1].TextContent.Trim().ShouldBe(name);
            watched[1].ShouldNotBe("chemicals");
            (sector is null || watched[1] == sector).ShouldBeTrue(watched[1]);
        }
    }

    [Fact]
    public async Task A_search_for_everything_offers_nothing_to_save()
    {
        var reader = site.Visit();
        (await reader.OpenAsync("/en/search?kind=organisation")).QuerySelector(".save-search").ShouldBeNull();
        var page = await reader.OpenAsync("/en/search/saved?page=x&q=%20");
        page.QuerySelector("main form").ShouldBeNull();
        page.QuerySelector("main .lead")!.TextContent.ShouldContain("neither words nor filters");
    }

    [Fact]
    public async Task A_reader_without_script_saves_confirms_and_stops()
    {
        var (reader, address) = (site.Visit(), $"saves-{Guid.NewGuid():N}@pharma.kz");
        var form = await reader.OpenAsync("/fa/search/saved?q=%D8%B3%D8%AF%DB%8C%D9%85&sector=chemicals");
        var refused = await reader.SubmitAsync(form, ("email", "bad@"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await Visitor.ReadAsync(refused);
        again.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#f-email", "#f-consent"]);
        again.QuerySelectorAll(".error-summary a").ShouldAllBe(a => again.QuerySelector(a.GetAttribute("href")!) != null);
        again.QuerySelector<IHtmlInputElement>("#f-email")!.Value.ShouldBe("bad@");
        again.QuerySelectorAll(".watched dd").Length.ShouldBe(2);

        var sent = await reader.SubmitAsync(again, ("email", address), ("consent", "true"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await reader.OpenAsync(sent.Headers.Location!.ToString())).QuerySelector("main form").ShouldBeNull();
        var mail = await MailAsync(address);
        mail.ShouldContain("Content-Language: fa");
        mail.ShouldNotContain("سدیم");

        var path = new Uri(Link().Match(mail).Value).PathAndQuery;
        var ask = await reader.OpenAsync(path);
        ask.QuerySelector("main")!.TextContent.ShouldNotContain("سدیم");
        (await reader.Client.GetAsync(path, Cancellation)).Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        (await reader.SubmitAsync(ask)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var watching = await reader.OpenAsync(path);
        watching.QuerySelector(".watched")!.TextContent.ShouldContain("سدیم");
        watching.QuerySelector("main form").ShouldBeNull();

        var stop = watching.QuerySelectorAll("main .actions a").Select(a => a.GetAttribute("href")!).Single(h => h.Contains("/stop/", StringComparison.Ordinal));
        (await reader.OpenAsync(stop)).QuerySelector("main form button").ShouldNotBeNull("a mail program that opens every link stops nothing");
        // As a mail program does it: no page before, no cookie, no token but the address.
        for (var times = 0; times < 2; times++)
        {
            using var oneClick = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            var stopped = await site.Visit().Client.PostAsync(stop, oneClick, Cancellation);
            stopped.StatusCode.ShouldBe(HttpStatusCode.OK);
            stopped.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }
        (await reader.OpenAsync(stop)).QuerySelector("main form").ShouldBeNull();
        (await reader.StatusOfAsync(path)).ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Whom_somebody_else_named_stops_by_the_first_mail_and_confirms_nothing()
    {
        var (reader, address) = (site.Visit(), $"named-{Guid.NewGuid():N}@pharma.kz");
        await reader.SubmitAsync(await reader.OpenAsync("/ru/search/saved?market=cis"), ("email", address), ("consent", "true"));
        var confirm = new Uri(Link().Match(await MailAsync(address)).Value).PathAndQuery;
        var named = site.Visit();
        var page = await named.OpenAsync(confirm);
        page.QuerySelector("main .note")!.TextContent.ShouldContain("через 7 дней");
        var stop = page.QuerySelector("main .actions a")!.GetAttribute("href")!;
        var stopped = await named.SubmitAsync(await named.OpenAsync(stop));
        (await Visitor.ReadAsync(stopped)).QuerySelector("main form").ShouldBeNull();
        (await named.StatusOfAsync(confirm)).ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_reader_stops_by_the_button_in_the_page()
    {
        var (reader, address) = (site.Visit(), $"stops-{Guid.NewGuid():N}@pharma.kz");
        await reader.SubmitAsync(await reader.OpenAsync("/en/search/saved?market=cis"), ("email", address), ("consent", "true"));
        var stop = new Uri(Link().Match(await MailAsync(address)).Value).PathAndQuery.Replace("/confirm/", "/stop/", StringComparison.Ordinal);
        var stopped = await reader.SubmitAsync(await reader.OpenAsync(stop));
        stopped.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Visitor.ReadAsync(stopped)).QuerySelector("h1")!.TextContent.ShouldBe("The mails are stopped");
    }

    [Fact]
    public async Task Machines_and_forms_without_their_cookie_are_refused_in_words()
    {
        var reader = site.Visit();
        var form = await reader.OpenAsync("/zh-Hans/search/saved?sector=ict");
        var machine = await reader.SubmitAsync(form, ("email", "a@pharma.kz"), ("consent", "true"), ("homepage", "https://spam.example"));
        machine.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(machine)).QuerySelector(".error-summary li")!.TextContent.ShouldContain("隐藏栏目");
        var other = await site.Visit().SubmitAsync(form, ("email", "a@pharma.kz"), ("consent", "true"));
        var page = await Visitor.ReadAsync(other);
        page.QuerySelector(".error-summary li")!.TextContent.ShouldContain("Cookie");
        page.QuerySelector<IHtmlInputElement>("#f-email")!.Value.ShouldBe("a@pharma.kz");
    }

    [Theory]
    [InlineData("homepage", "x")]
    [InlineData("left", "ru")]
    public async Task Another_site_can_not_show_a_reader_a_form_it_filled_in(string field, string value)
    {
        const string path = "/en/search/saved?sector=ict";
        var victim = site.Visit();
        foreach (var (header, from) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Origin", "https://elsewhere.example") })
        {
            using var answer = await PostFromAsync(victim, path, header, from, (field, value));
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            answer.Headers.Location!.ToString().ShouldBe(path + "&elsewhere=true");
            var page = await victim.OpenAsync(answer.Headers.Location.ToString());
            page.QuerySelector(".error-summary")!.TextContent.ShouldContain("fill it in here");
            page.QuerySelector<IHtmlInputElement>("#f-email")!.Value.ShouldBeEmpty();
            page.QuerySelector<IHtmlInputElement>("[name=consent]")!.IsChecked.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_form_from_the_public_address_is_the_portals_own_whatever_host_a_proxy_names()
    {
        var reader = site.Visit();
        using var answer = await PostFromAsync(reader, "/en/search/saved?sector=ict", "Origin", reader.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), ("left", "en"), host: "node-1.internal");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_changes_the_language_keeps_what_was_typed()
    {
        var reader = site.Visit();
        var form = await reader.OpenAsync("/ru/search/saved?q=gel");
        var button = form.QuerySelectorAll<IHtmlButtonElement>("header button[formaction]").Single(b => b.Language == "ar");
        form.QuerySelector<IHtmlFormElement>("main form")!.SetAttribute("action", button.GetAttribute("formaction"));
        var changed = await reader.SubmitAsync(form, ("email", "half@"), ("consent", "true"), (button.Name!, button.Value));
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Visitor.ReadAsync(changed);
        page.DocumentElement.GetAttribute("lang").ShouldBe("ar");
        page.QuerySelector(".error-summary").ShouldBeNull();
        (page.QuerySelector<IHtmlInputElement>("#f-email")!.Value, page.QuerySelector<IHtmlInputElement>("[name=consent]")!.IsChecked).ShouldBe(("half@", true));
    }

    [Fact]
    public async Task A_link_that_was_made_up_confirms_and_stops_nothing_and_tells_nothing()
    {
        var reader = site.Visit();
        (await reader.StatusOfAsync("/en/search/saved/confirm/AbCdEfGhIjKlMnOpQrStUv")).ShouldBe(HttpStatusCode.Gone);
        (await reader.OpenAsync("/en/search/saved/stop/AbCdEfGhIjKlMnOpQrStUv")).QuerySelector("h1")!.TextContent.ShouldBe("The mails are stopped");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<HttpResponseMessage> PostFromAsync(Visitor reader, string path, string header, string from, (string Name, string Value) field, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("email", "a@pharma.kz"), new("consent", "true"), new(field.Name, field.Value)]) };
        request.Headers.Add(header, from);
        request.Headers.Host = host;
        return await reader.Client.SendAsync(request, Cancellation);
    }

    private async Task<string> MailAsync(string address) => (await site.MailsAsync(m => m.Contains("To: " + address, StringComparison.Ordinal), kind: "saved"))[0];

    [GeneratedRegex(@"^http\S+", RegexOptions.Multiline)]
    private static partial Regex Link();
}
