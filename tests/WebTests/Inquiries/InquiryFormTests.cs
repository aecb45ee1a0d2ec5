using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Data.Sqlite;

namespace ExportPortal.WebTests.Inquiries;

public sealed class InquiryFormTests(InquirySite site)
{
    private const string Product = "sarvin-filgrastim-300";

    internal static readonly (string, string)[] Filled =
    [
        ("kind", "Quotation"), ("quantity", "5 000"), ("unit", "XPK"), ("destination", "KZ"), ("message", "Здравствуйте!\nНужна цена."), ("name", "Алия Нурланова"),
        ("company", "ТОО Фарма"), ("email", "aliya@pharma.kz"), ("phone", "+7 701 123 45 67"), ("culture", "ru"), ("consent", "true"),
    ];

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("fa", "rtl")]
    [InlineData("zh-Hans", "ltr")]
    [InlineData("ru", "ltr")]
    [InlineData("ar", "rtl")]
    [InlineData("fr", "ltr")]
    public async Task The_form_is_not_kept_by_anyone_and_not_indexed(string culture, string direction)
    {
        var response = await site.Visit().Client.GetAsync($"/{culture}/inquire?product={Product}", Cancellation);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = await Visitor.ReadAsync(response);
        (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")).ShouldBe((culture, direction));
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        page.QuerySelectorAll("main input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([tabindex]), main select, main textarea").ShouldAllBe(f => page.QuerySelector($"label[for={f.Id}]") != null);
    }

    [Fact]
    public async Task A_buyer_sends_an_inquiry_without_script_and_sees_reference_and_private_link_at_once()
    {
        var buyer = site.Visit();
        var sent = await buyer.SubmitAsync(await buyer.OpenAsync($"/ru/inquire?product={Product}"), Filled);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var tracking = await buyer.Client.GetAsync(sent.Headers.Location, Cancellation);
        tracking.Headers.CacheControl!.NoStore.ShouldBeTrue();
        tracking.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        var page = await Visitor.ReadAsync(tracking);
        page.QuerySelector("h1 .code")!.TextContent.ShouldMatch("^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}$");
        page.QuerySelector("main .notice a.code")!.TextContent.ShouldEndWith(sent.Headers.Location!.ToString().Split('?')[0]);
        page.QuerySelector(".message-text")!.TextContent.ShouldBe("Здравствуйте!\nНужна цена.");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("Ташкентское бюро");
    }

    [Fact]
    public async Task A_refused_form_keeps_everything_names_each_field_and_links_to_it()
    {
        var buyer = site.Visit();
        var form = await buyer.OpenAsync($"/fa/inquire?product={Product}");
        var refused = await buyer.SubmitAsync(form, "main form", [("سند.pdf", Pdf)],
            ("kind", "Sample"), ("quantity", "چند"), ("unit", "KGM"), ("destination", "RU"), ("message", "سلام <b>"), ("name", ""), ("company", "شرکت"), ("email", "bad"), ("phone", "12"), ("culture", "ar"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(refused);
        page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#f-quantity", "#f-name", "#f-email", "#f-phone", "#f-consent"]);
        page.QuerySelectorAll(".error-summary a").ShouldAllBe(a => page.QuerySelector(a.GetAttribute("href")!) != null);
        page.QuerySelectorAll("[aria-invalid=true]").ShouldAllBe(f => f.GetAttribute("aria-describedby")!.Split(' ').All(id => page.GetElementById(id) != null));
        Value(page, "quantity").ShouldBe("چند");
        Value(page, "company").ShouldBe("شرکت");
        Value(page, "phone").ShouldBe("12");
        page.QuerySelector<IHtmlTextAreaElement>("#f-message")!.Value.ShouldBe("سلام <b>");
        page.QuerySelector<IHtmlSelectElement>("#f-destination")!.Value.ShouldBe("RU");
        page.QuerySelector<IHtmlSelectElement>("#f-culture")!.Value.ShouldBe("ar");
        page.QuerySelector<IHtmlInputElement>("[name=kind]:checked")!.Value.ShouldBe("Sample");
        page.QuerySelector("[name=remove]")!.ParentElement!.TextContent.ShouldContain("سند.pdf");

        var sent = await buyer.SubmitAsync(page, [.. Filled]);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await buyer.OpenAsync(sent.Headers.Location!.ToString())).QuerySelector(".facts")!.TextContent.ShouldContain("سند.pdf");
    }

    [Fact]
    public async Task Who_changes_the_language_keeps_what_was_typed()
    {
        var buyer = site.Visit();
        var form = await buyer.OpenAsync($"/ru/inquire?product={Product}");
        var button = form.QuerySelectorAll<IHtmlButtonElement>("header button[formaction]").Single(b => b.Language == "ar");
        button.Form.ShouldBe(form.QuerySelector("main form"));
        form.QuerySelector<IHtmlFormElement>("main form")!.SetAttribute("action", button.GetAttribute("formaction"));
        var changed = await buyer.SubmitAsync(form, [.. Filled, (button.Name!, button.Value), ("files", "смета.pdf")]);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Visitor.ReadAsync(changed);
        page.DocumentElement.GetAttribute("lang").ShouldBe("ar");
        page.QuerySelector(".error-summary").ShouldBeNull();
        Value(page, "name").ShouldBe("Алия Нурланова");
        page.QuerySelector<IHtmlTextAreaElement>("#f-message")!.Value.ShouldBe("Здравствуйте!\nНужна цена.");
        page.QuerySelector<IHtmlSelectElement>("#f-destination")!.Value.ShouldBe("KZ");
        page.QuerySelector<IHtmlSelectElement>("#f-culture")!.Value.ShouldBe("ar", "as the page before was in the language of the answer");
        page.QuerySelector<IHtmlInputElement>("[name=consent]")!.IsChecked.ShouldBeTrue();
        page.QuerySelector("main .notice")!.TextContent.ShouldContain("смета.pdf");

        (await buyer.SubmitAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_file_that_is_not_to_go_along_stays_out_when_the_form_is_shown_again_in_another_language()
    {
        var buyer = site.Visit();
        var refused = await buyer.SubmitAsync(await buyer.OpenAsync($"/ru/inquire?product={Product}"), "main form", [("смета.pdf", Pdf)], [.. Filled, ("email", "bad")]);
        var form = await Visitor.ReadAsync(refused);
        var button = form.QuerySelectorAll<IHtmlButtonElement>("header button[formaction]").Single(b => b.Language == "ar");
        form.QuerySelector<IHtmlFormElement>("main form")!.SetAttribute("action", button.GetAttribute("formaction"));
        var page = await Visitor.ReadAsync(await buyer.SubmitAsync(form, [.. Filled, ("remove", form.QuerySelector<IHtmlInputElement>("[name=remove]")!.Value), (button.Name!, button.Value)]));
        page.QuerySelector<IHtmlInputElement>("[name=remove]")!.IsChecked.ShouldBeTrue();
        var sent = await buyer.SubmitAsync(page);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await buyer.OpenAsync(sent.Headers.Location!.ToString())).QuerySelector(".facts")!.TextContent.ShouldNotContain("смета.pdf");
    }

    [Fact]
    public async Task A_form_whose_cookie_another_tab_took_the_place_of_is_shown_again_with_all_that_was_typed()
    {
        var form = await site.Visit().OpenAsync($"/ru/inquire?product={Product}");
        var buyer = site.Visit();
        var refused = await buyer.SubmitAsync(form, Filled);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(refused);
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("разрешите их для этого сайта");
        Value(page, "name").ShouldBe("Алия Нурланова");
        (await buyer.SubmitAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_same_form_sent_ten_times_at_once_makes_one_inquiry()
    {
        var buyer = site.Visit();
        var form = await buyer.OpenAsync($"/ru/inquire?product={Product}");
        var sent = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => buyer.SubmitAsync(form, Filled)));
        sent.Select(s => s.Headers.Location).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_goes_back_and_sends_the_same_in_a_new_form_is_led_to_the_first_inquiry()
    {
        var buyer = site.Visit();
        async Task<Uri?> SendAsync(Visitor from, (string, byte[])[] files, params (string, string)[] more)
        {
            var sent = await from.SubmitAsync(await from.OpenAsync($"/ru/inquire?product={Product}"), "main form", files, [.. Filled.Where(f => more.All(m => m.Item1 != f.Item1)), .. more]);
            sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            return sent.Headers.Location;
        }

        var first = await SendAsync(buyer, [("spec.pdf", Pdf)]);
        (await SendAsync(buyer, [("spec.pdf", Pdf)])).ShouldBe(first);
        (await SendAsync(buyer, [])).ShouldNotBe(first, "without the file it is another inquiry");
        (await SendAsync(buyer, [("spec.pdf", Pdf)], ("message", "И срок?"))).ShouldNotBe(first);
        (await SendAsync(site.Visit(), [("spec.pdf", Pdf)])).ShouldNotBe(first, "somebody else is never led to this buyer's page");
    }

    [Fact]
    public async Task The_same_sent_from_several_tabs_at_once_is_one_inquiry()
    {
        var buyer = site.Visit();
        var tabs = new List<IHtmlDocument>();
        byte[] file = [.. Pdf, .. "\n%tabs\n"u8];
        for (var tab = 0; tab < 5; tab++)
            tabs.Add(await buyer.OpenAsync($"/ru/inquire?product={Product}"));
        var sent = await Task.WhenAll(tabs.Select(tab => buyer.SubmitAsync(tab, "main form", [("spec.pdf", file)], [.. Filled.Where(f => f.Item1 != "message"), ("message", "Из нескольких вкладок")])));
        sent.Select(s => s.Headers.Location).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        await using var database = new SqliteConnection($"Data Source={Path.Combine(site.Data, "portal.db")};Mode=ReadOnly");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var kept = new SqliteCommand("SELECT COUNT(*) FROM inquiries_messages WHERE text = 'Из нескольких вкладок' UNION ALL SELECT COUNT(*) FROM inquiries_attachments WHERE digest = $digest", database);
        kept.Parameters.AddWithValue("$digest", Convert.ToHexStringLower(SHA256.HashData(file)));
        await using var counts = await kept.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        foreach (var what in (string[])["messages", "files: what was led elsewhere keeps none"])
        {
            (await counts.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
            counts.GetInt64(0).ShouldBe(1, what);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_or_with_the_hidden_field_filled_in_is_not_let_in()
    {
        var buyer = site.Visit();
        var form = await buyer.OpenAsync($"/en/inquire?product={Product}");
        (await buyer.SubmitAsync(form, [.. Filled, ("__RequestVerificationToken", "x")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await buyer.SubmitAsync(form, [.. Filled, ("homepage", "https://spam.example")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await buyer.SubmitAsync(form, [.. Filled, ("ticket", "made up")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_form_whose_kept_files_are_gone_says_so_before_it_is_sent_without_them()
    {
        var buyer = site.Visit();
        var form = await buyer.OpenAsync($"/en/inquire?product={Product}");
        var refused = await buyer.SubmitAsync(form, [.. Filled, ("kept", "0123456789abcdef0123456789abcdef")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(refused);
        page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#f-files"]);
        (await buyer.SubmitAsync(page, Filled)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("left", "ru", HttpStatusCode.OK)]
    [InlineData("homepage", "https://spam.example", HttpStatusCode.UnprocessableEntity)]
    public async Task A_form_shown_again_without_the_files_it_kept_says_so_whatever_it_is_shown_again_for(string field, string value, HttpStatusCode status)
    {
        var buyer = site.Visit();
        var form = await buyer.OpenAsync($"/en/inquire?product={Product}");
        const string Gone = "0123456789abcdef0123456789abcdef";
        var shown = await buyer.SubmitAsync(form, [.. Filled, (field, value), ("kept", Gone)]);
        shown.StatusCode.ShouldBe(status);
        (await Visitor.ReadAsync(shown)).QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#f-files"]);
        var unwanted = await Visitor.ReadAsync(await buyer.SubmitAsync(form, [.. Filled, (field, value), ("kept", Gone), ("remove", Gone)]));
        unwanted.QuerySelector("a[href='#f-files']").ShouldBeNull("it was not to go along");
    }

    [Fact]
    public async Task Files_to_be_chosen_again_are_named_after_a_second_change_of_language_too()
    {
        var buyer = site.Visit();
        var form = await buyer.OpenAsync($"/en/inquire?product={Product}");
        var once = await Visitor.ReadAsync(await buyer.SubmitAsync(form, [.. Filled, ("left", "ru"), ("files", "tender.pdf")]));
        once.QuerySelector(".notice.warn")!.TextContent.ShouldContain("tender.pdf");
        var twice = await Visitor.ReadAsync(await buyer.SubmitAsync(once, [.. Filled, ("left", "fr")]));
        twice.QuerySelector(".notice.warn")!.TextContent.ShouldContain("tender.pdf");
    }

    [Fact]
    public async Task A_form_that_is_not_let_in_says_that_the_files_sent_along_are_to_be_chosen_again_and_speaks_of_none_otherwise()
    {
        var buyer = site.Visit();
        var form = await buyer.OpenAsync($"/en/inquire?product={Product}");
        foreach (var broken in new[] { ("__RequestVerificationToken", "x"), ("ticket", "made up"), ("homepage", "https://spam.example") })
        {
            var without = await Visitor.ReadAsync(await buyer.SubmitAsync(form, [.. Filled, broken]));
            without.QuerySelector(".error-summary")!.TextContent.ShouldNotContain("file", Case.Insensitive, broken.Item1);
            var with = await Visitor.ReadAsync(await buyer.SubmitAsync(form, "main form", [("spec.pdf", Pdf)], [.. Filled, broken]));
            with.QuerySelector(".error-summary a[href='#f-files']")!.TextContent.ShouldContain("attach them again");
        }
    }

    [Fact]
    public async Task What_is_not_offered_can_not_be_asked_about()
    {
        var buyer = site.Visit();
        (await buyer.StatusOfAsync("/en/inquire?product=nothing")).ShouldBe(HttpStatusCode.NotFound);
        (await buyer.StatusOfAsync("/en/inquire?organisation=nothing")).ShouldBe(HttpStatusCode.NotFound);
        (await buyer.StatusOfAsync("/en/inquire?showroom=nothing")).ShouldBe(HttpStatusCode.NotFound);
        (await buyer.StatusOfAsync("/en/inquiries/AAAAAAAAAAAAAAAAAAAAAA")).ShouldBe(HttpStatusCode.NotFound);
        (await buyer.StatusOfAsync("/en/inquiries/confirm/AAAAAAAAAAAAAAAAAAAAAA")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_organisation_and_a_showroom_can_be_asked_too()
    {
        var buyer = site.Visit();
        (await buyer.SubmitAsync(await buyer.OpenAsync("/en/inquire?organisation=sarvin-zist-darou"), Filled)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var showrooms = await buyer.OpenAsync("/en/showrooms");
        var showroom = await buyer.OpenAsync(showrooms.QuerySelector("main a[href*='/showrooms/']")!.GetAttribute("href")!);
        var form = await buyer.OpenAsync(showroom.QuerySelector(".ask a.button")!.GetAttribute("href")!);
        var products = form.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox][name=product]").Select(i => i.Value).ToArray();
        products.Length.ShouldBeGreaterThan(1);
        (await buyer.SubmitAsync(form, "main form", [], [.. Filled, ("product", products[0])])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("en", "at most 20 of these 38 products")]
    [InlineData("fa", "حداکثر ۲۰ محصول از این ۳۸ محصول")]
    public async Task A_showroom_with_more_than_one_inquiry_takes_says_so_and_lets_the_reader_choose(string culture, string text)
    {
        var buyer = site.Visit();
        var form = await buyer.OpenAsync($"/{culture}/inquire?showroom=cis-selection");
        form.QuerySelector("main fieldset .note")!.TextContent.ShouldContain(text);
        var boxes = form.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox][name=product]").ToArray();
        boxes.Select(b => b.IsChecked).ShouldBe([.. Enumerable.Repeat(true, 20), .. Enumerable.Repeat(false, 18)]);

        var all = await buyer.SubmitAsync(form, [.. Filled, .. boxes.Select(b => ("product", b.Value))]);
        all.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await Visitor.ReadAsync(all);
        again.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#f-product"]);
        again.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox][name=product]").Count(b => b.IsChecked).ShouldBe(38);
        var sent = await buyer.SubmitAsync(again, [.. Filled, .. boxes.TakeLast(20).Select(b => ("product", b.Value))]);
        (await buyer.OpenAsync(sent.Headers.Location!.ToString())).QuerySelectorAll(".facts a[href*='/products/']").Length.ShouldBe(20);
    }

    [Fact]
    public async Task Files_of_a_form_from_a_machine_are_not_kept()
    {
        var buyer = site.Visit();
        var form = await buyer.OpenAsync($"/en/inquire?product={Product}");
        var refused = await buyer.SubmitAsync(form, "main form", [("spec.pdf", Pdf)], [.. Filled, ("homepage", "https://spam.example")]);
        (await Visitor.ReadAsync(refused)).QuerySelector("[name=kept]").ShouldBeNull();
    }

    [Theory]
    [InlineData("message")]
    [InlineData("name")]
    [InlineData("email")]
    [InlineData("destination")]
    [InlineData("product")]
    public async Task A_form_with_characters_that_are_no_text_is_a_bad_request(string field)
    {
        var buyer = site.Visit();
        var form = await buyer.OpenAsync($"/en/inquire?product={Product}");
        (await buyer.SubmitAsync(form, [.. Filled.Where(f => f.Item1 != field), (field, "a\0b")])).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var signIn = await buyer.OpenAsync("/en/desk/sign-in");
        (await buyer.SubmitAsync(signIn, ("email", "moscow@desk.example\0"), ("password", "x"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("en", "You")]
    [InlineData("fa", "شما")]
    [InlineData("zh-Hans", "您")]
    [InlineData("ru", "Вы")]
    [InlineData("ar", "أنت")]
    [InlineData("fr", "Vous")]
    public async Task The_buyers_own_page_calls_them_you(string culture, string you)
    {
        var buyer = site.Visit();
        var sent = await buyer.SubmitAsync(await buyer.OpenAsync($"/{culture}/inquire?product={Product}"), Filled);
        (await buyer.OpenAsync(sent.Headers.Location!.ToString())).QuerySelector("article strong")!.TextContent.Trim().ShouldBe(you);
    }

    [Fact]
    public async Task The_shortlist_collects_products_without_account_and_asks_about_all_of_them_once()
    {
        var buyer = site.Visit();
        foreach (var product in new[] { Product, "pezhvak-aed-d1" })
        {
            var page = await buyer.OpenAsync((await buyer.OpenAsync($"/en/inquire?product={product}")).QuerySelector("main .panel a")!.GetAttribute("href")!);
            (await buyer.SubmitAsync(page, "form[action$='/shortlist/add']", [])).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }
        var shortlist = await buyer.OpenAsync("/en/shortlist");
        shortlist.QuerySelectorAll("main li.result").Length.ShouldBe(2);
        var asked = string.Join('&', shortlist.QuerySelectorAll<IHtmlInputElement>("form[action$='/inquire'] input[name=product]").Select(i => "product=" + i.Value));
        var sent = await buyer.SubmitAsync(await buyer.OpenAsync("/en/inquire?" + asked), "main form", [], [.. Filled, ("product", Product), ("product", "pezhvak-aed-d1")]);
        (await buyer.OpenAsync(sent.Headers.Location!.ToString())).QuerySelector(".facts")!.TextContent.ShouldContain("Pezhvak");
        (await buyer.OpenAsync("/en/shortlist")).QuerySelectorAll("main li.result").ShouldBeEmpty("what was asked about is done");
    }

    [Fact]
    public async Task Another_site_can_not_change_the_shortlist()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/en/shortlist/add") { Content = new FormUrlEncodedContent([new("product", Product)]) };
        request.Headers.Add("Origin", "https://evil.example");
        (await site.Visit().Client.SendAsync(request, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_product_page_offers_to_ask_and_to_note_and_carries_no_token()
    {
        var buyer = site.Visit();
        var page = await buyer.OpenAsync((await buyer.OpenAsync($"/zh-Hans/inquire?product={Product}")).QuerySelector("main .panel a")!.GetAttribute("href")!);
        page.QuerySelector($".ask a[href='/zh-Hans/inquire?product={Product}']").ShouldNotBeNull();
        page.QuerySelector("form[action='/zh-Hans/shortlist/add']").ShouldNotBeNull();
        page.QuerySelector("[name=__RequestVerificationToken]").ShouldBeNull();
    }

    // The least that is taken for a PDF.
    internal static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nxref\n0 3\ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n100\n%%EOF\n");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Value(IHtmlDocument page, string field) => page.QuerySelector<IHtmlInputElement>("#f-" + field)!.Value;
}
