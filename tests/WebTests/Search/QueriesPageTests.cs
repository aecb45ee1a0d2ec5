using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ExportPortal.Testing;
using ExportPortal.WebTests.Inquiries;

namespace ExportPortal.WebTests.Search;

/// <summary>The list of what was searched for in vain, from the reader's search to the editor's synonym.</summary>
public sealed class QueriesPageTests(InquirySite site)
{
    private const string Administrator = "admin@portal.example";

    [Fact]
    public async Task It_exists_for_administrators_only()
    {
        (await site.Visit().StatusOfAsync("/en/desk/queries")).ShouldBe(HttpStatusCode.Redirect);
        var administrator = await site.SignInAsync(Administrator);
        (await administrator.OpenAsync("/en/desk/queries")).QuerySelector(".work-nav a[href='/en/desk/queries']").ShouldNotBeNull();
        (await administrator.Client.PostAsync("/en/desk/queries", new FormUrlEncodedContent([new("query", "x"), new("word", "y")]), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "the form has a token");
        foreach (var email in (string[])["tashkent@desk.example", "sarvin-zist-darou@firm.example"])
        {
            var other = await site.SignInAsync(email);
            (await other.StatusOfAsync("/en/desk/queries")).ShouldBe(HttpStatusCode.NotFound, email);
            (await other.OpenAsync("/en/desk")).QuerySelector("a[href='/en/desk/queries']").ShouldBeNull();
            var token = (await other.OpenAsync("/en/desk/account")).QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;
            (await other.Client.PostAsync("/en/desk/queries", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("query", "xx"), new("word", "monitor")]), Cancellation))
                .StatusCode.ShouldBe(HttpStatusCode.NotFound, email);
        }
    }

    [Fact]
    public async Task A_search_in_vain_shows_within_seconds_and_one_click_makes_it_find()
    {
        const string Query = "Зыркощуп";
        var reader = site.Visit();
        var address = "/ru/search?q=" + Uri.EscapeDataString(Query);
        (await reader.OpenAsync(address)).QuerySelectorAll(".result").ShouldBeEmpty();
        // The same in a market of its own: a refusal stands at one of the two.
        await reader.OpenAsync(address + "&market=cis");
        var editor = await site.SignInAsync(Administrator);
        var list = await ShowsAsync(editor, "/fa/desk/queries?language=ru", Query);
        var row = RowOf(list, Query).ShouldNotBeNull();
        row.QuerySelector("bdi[dir=auto]")!.GetAttribute("lang").ShouldBe("ru");
        row.QuerySelector("a")!.GetAttribute("href").ShouldBe(address);
        list.QuerySelectorAll("#known-words option").Length.ShouldBeGreaterThan(100);

        var refused = await SubmitAsync(editor, list, row, "ناواژهٔ ساختگی");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(refused);
        page.QuerySelector(".error-summary a[href='#f-word']").ShouldNotBeNull().TextContent.ShouldContain("ناواژهٔ ساختگی");
        page.QuerySelectorAll("#f-word").Length.ShouldBe(1);
        page.QuerySelector("details[open] #f-word[aria-invalid=true]").ShouldNotBeNull().GetAttribute("value").ShouldBe("ناواژهٔ ساختگی");

        var added = await SubmitAsync(editor, list, row, "прикроватный монитор");
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await editor.OpenAsync(added.Headers.Location!.OriginalString)).QuerySelector("[role=status]").ShouldNotBeNull();
        var wanted = (await reader.OpenAsync("/ru/search?q=" + Uri.EscapeDataString("прикроватный монитор"))).QuerySelectorAll(".result h3 a").Select(a => a.GetAttribute("href")).ToArray();
        wanted.ShouldNotBeEmpty();
        await Patience.UntilAsync(async () => (await reader.OpenAsync(address)).QuerySelectorAll(".result h3 a").Any(a => a.GetAttribute("href") == wanted[0]), () => "the query finds nothing yet");
    }

    [Fact]
    public async Task What_was_meant_is_added_with_one_press_and_taken_back_with_another()
    {
        const string Query = "автодефибриллятор";
        await site.Visit().OpenAsync("/ru/search?q=" + Uri.EscapeDataString(Query));
        var editor = await site.SignInAsync(Administrator);
        var list = await ShowsAsync(editor, "/fa/desk/queries?language=ru&page=3", Query);
        var row = RowOf(list, Query).ShouldNotBeNull();
        var guess = row.QuerySelectorAll<IHtmlButtonElement>(".guesses button[name=word]").First();
        guess.Value.ShouldBe("дефибриллятор");
        guess.QuerySelectorAll("bdi").Select(b => (b.GetAttribute("lang"), b.TextContent)).ShouldBe([("ru", "дефибриллятор"), ("fa", "دفیبریلاتور")]);
        guess.TextContent.ShouldContain("محصول");
        row.QuerySelector(".guesses")!.Id = "the-guesses";

        var added = await editor.SubmitAsync(list, "#the-guesses", [], ("word", guess.Value));
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        added.Headers.Location!.OriginalString.ShouldContain("&page=3&added=");
        var told = await editor.OpenAsync(added.Headers.Location.OriginalString);
        var notice = told.QuerySelector("[role=status]").ShouldNotBeNull();
        notice.QuerySelectorAll("bdi").Select(b => b.TextContent).ShouldContain("دفیبریلاتور", "it tells which concept it is");
        notice.QuerySelector("bdi")!.TextContent.ShouldBe(Query);

        var token = told.QuerySelector<IHtmlInputElement>("[role=status] [name=__RequestVerificationToken]").ShouldNotBeNull().Value;
        (await editor.Client.PostAsync("/fa/desk/queries?handler=TakeBack", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("added", "made-up")]), Cancellation))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        notice.QuerySelector("form")!.Id = "take-back";
        var back = await editor.SubmitAsync(told, "#take-back", []);
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await editor.OpenAsync(back.Headers.Location!.OriginalString)).QuerySelector("[role=status]").ShouldNotBeNull();
        (await editor.OpenAsync(added.Headers.Location.OriginalString)).QuerySelector("[role=status]").ShouldBeNull("it is no more");
    }

    [Fact]
    public async Task Opened_results_take_a_query_off_the_list_of_those_seldom_opened()
    {
        const string Search = "/en/search?q=monitor+of+patients";
        var reader = site.Visit();
        IHtmlDocument page = null!;
        for (var i = 0; i < 6; i++)
            page = await reader.OpenAsync(Search);
        var result = page.QuerySelector(".result h3 a").ShouldNotBeNull().GetAttribute("href");
        var editor = await site.SignInAsync(Administrator);
        await Patience.UntilAsync(async () => RowOf(await editor.OpenAsync("/en/desk/queries?list=seldom&language=en&weeks=1"), "monitor of patients") is { } row
            && row.QuerySelectorAll("td").ElementAt(3).TextContent.Trim() == "6", () => "the six searches are not counted");

        // Twice: the page is made, and served as it was kept.
        for (var i = 0; i < 2; i++)
        {
            using var opening = new HttpRequestMessage(HttpMethod.Get, result);
            opening.Headers.Referrer = new Uri(reader.Client.BaseAddress!, Search);
            (await reader.Client.SendAsync(opening, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        await Patience.UntilAsync(async () => RowOf(await editor.OpenAsync("/en/desk/queries?list=seldom&language=en&weeks=1"), "monitor of patients") is null, () => "the query is still listed");
    }

    private static async Task<IHtmlDocument> ShowsAsync(Visitor editor, string address, string query)
    {
        IHtmlDocument page = null!;
        await Patience.UntilAsync(async () =>
        {
            page = await editor.OpenAsync(address);
            return RowOf(page, query) is not null;
        }, () => $"'{query}' is not listed");
        return page;
    }

    private static IElement? RowOf(IHtmlDocument page, string query) => page.QuerySelectorAll("tbody tr").FirstOrDefault(r => r.QuerySelector("bdi")!.TextContent == query);

    private static Task<HttpResponseMessage> SubmitAsync(Visitor editor, IHtmlDocument page, IElement row, string word)
    {
        var form = row.QuerySelector("form.synonym")!;
        form.Id = "the-form";
        return editor.SubmitAsync(page, "#the-form", [], ("word", word));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
