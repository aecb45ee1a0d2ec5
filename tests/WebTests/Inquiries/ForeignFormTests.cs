using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ExportPortal.WebTests.Inquiries;

/// <summary>What other sites' pages can make a reader's browser send.</summary>
public sealed class ForeignFormTests(InquirySite site)
{
    private const string Path = "/en/inquire?product=sarvin-filgrastim-300";

    [Fact]
    public async Task Another_site_can_not_lead_a_reader_to_its_own_inquiry_or_empty_their_shortlist()
    {
        var attacker = site.Visit();
        var form = await attacker.OpenAsync(Path);
        (await attacker.SubmitAsync(form, InquiryFormTests.Filled)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var victim = site.Visit();
        using var noted = await victim.Client.PostAsync("/en/shortlist/add", new FormUrlEncodedContent([new("product", "sarvin-filgrastim-300")]), Cancellation);
        using var answer = await PostFromElsewhereAsync(victim, [.. InquiryFormTests.Filled, ("product", "sarvin-filgrastim-300"), ("ticket", form.QuerySelector<IHtmlInputElement>("[name=ticket]")!.Value)]);
        answer.Headers.Location!.ToString().ShouldBe(Path + "&elsewhere=true", "a form of the reader's own, with nothing in it");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await victim.OpenAsync("/en/shortlist")).QuerySelectorAll("main li.result").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("left", "ru")]
    [InlineData("homepage", "x")]
    public async Task Another_site_can_not_show_a_reader_a_form_it_filled_in(string field, string value)
    {
        var victim = site.Visit();
        using var answer = await PostFromElsewhereAsync(victim, [.. InquiryFormTests.Filled, (field, value)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await victim.OpenAsync(answer.Headers.Location!.ToString());
        page.QuerySelector<IHtmlTextAreaElement>("#f-message")!.Value.ShouldBeEmpty();
        page.QuerySelector<IHtmlInputElement>("[name=consent]")!.IsChecked.ShouldBeFalse();
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("fill it in here");
    }

    [Theory]
    [InlineData(Path), InlineData("/en/search/saved?q=pump")]
    public async Task What_is_no_form_is_refused(string path)
    {
        var visitor = site.Visit();
        foreach (var content in new HttpContent?[] { null, new StringContent("x"), new StringContent("{}", System.Text.Encoding.UTF8, "application/json") })
            (await visitor.Client.PostAsync(path, content, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<HttpResponseMessage> PostFromElsewhereAsync(Visitor victim, (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        return await victim.Client.SendAsync(request, Cancellation);
    }
}
