using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace ExportPortal.WebTests.Serving;

public sealed class ServingTests(SamplePortal sample)
{
    [Theory]
    [InlineData("fa-IR,fa;q=0.9,en;q=0.5", "/fa/")]
    [InlineData("zh-CN,zh;q=0.9", "/zh-Hans/")]
    [InlineData("zh-SG", "/zh-Hans/")]
    [InlineData("de-DE,de;q=0.9,fr;q=0.4", "/fr/")]
    [InlineData("sw", "/en/")]
    [InlineData("not a header;;q=x", "/en/")]
    public async Task The_root_leads_to_the_home_page_in_the_readers_language(string wish, string home)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", wish);
        var response = await sample.Client.SendAsync(request, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe(home);
        response.Headers.Vary.ShouldContain("Accept-Language");
    }

    [Theory]
    [InlineData("/en/organisations?page=99999", "/en/organisations")]
    [InlineData("/fa/markets/cis?page=999", "/fa/markets/cis?page=")]
    [InlineData("/en/sectors/chemicals?page=0", "/en/sectors/chemicals")]
    [InlineData("/en/sectors/chemicals?page=x", "/en/sectors/chemicals")]
    [InlineData("/en/showrooms?page=-1", "/en/showrooms")]
    [InlineData("/ru/showrooms?page=2&page=3", "/ru/showrooms")]
    public async Task A_page_that_a_list_does_not_have_leads_to_the_nearest_it_has(string path, string nearest)
    {
        var response = await sample.Client.GetAsync(path, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var location = response.Headers.Location!.OriginalString;
        (nearest.EndsWith('=') ? location.TrimEnd([.. "0123456789"]) : location).ShouldBe(nearest);
        (await sample.Client.GetAsync(location, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/EN/", "/en/")]
    [InlineData("/zh", "/zh-Hans/")]
    [InlineData("/zh-CN/sectors/ict?page=1", "/zh-Hans/sectors/ict?page=1")]
    [InlineData("/zh-hans/search?q=%E9%87%8D", "/zh-Hans/search?q=%E9%87%8D")]
    [InlineData("/fr-CA/products/a%20b", "/fr/products/a%20b")]
    [InlineData("/en/products", "/en/search")]
    [InlineData("/zh-Hans/products/", "/zh-Hans/search")]
    public async Task Another_spelling_of_an_address_leads_to_the_portals_own_for_good(string path, string own)
    {
        var response = await sample.Client.GetAsync(path, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        response.Headers.Location!.OriginalString.ShouldBe(own);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_told_so_with_what_is_taken()
    {
        foreach (var (path, most) in ((string, string)[])[("/en/inquire?product=sarvin-filgrastim-300", "52 MB"), ("/en/desk/sign-in", "12 MB")])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(new byte[60 * 1024 * 1024]) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
            request.Headers.ExpectContinue = true;
            var answer = await sample.Client.SendAsync(request, Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge, path);
            (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain(most, Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        foreach (var path in new[] { "/en/", "/en/nothing-here", "/health/live", "/api/v1/search?q=x" })
        {
            var response = await sample.Client.GetAsync(path, Cancellation);
            var policy = response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldContain("default-src 'none'");
            policy.ShouldNotContain("unsafe");
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            response.Headers.Contains("Server").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Probes_answer()
    {
        (await sample.Client.GetStringAsync("/health/live", Cancellation)).ShouldBe("live");
        var ready = await sample.Client.GetFromJsonAsync<JsonObject>("/health/ready", Cancellation);
        ((string)ready!["status"]!).ShouldBe("ready");
        ready["checks"]!.AsObject().Select(c => c.Key).ShouldBe(["database", "images", "index", "mail"]);
    }

    [Fact]
    public async Task An_unknown_page_is_told_in_the_readers_language_and_an_unknown_api_address_as_a_problem()
    {
        var page = await sample.Client.GetAsync("/fa/nothing-here", Cancellation);
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await page.Content.ReadAsStringAsync(Cancellation)).ShouldContain("<html lang=\"fa\" dir=\"rtl\"");
        var api = await sample.Client.GetAsync("/api/v1/nothing-here", Cancellation);
        api.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        api.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut")]
    [InlineData("multipart/form-data", "a")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\0\r\n--x--\r\n")]
    [InlineData("application/x-www-form-urlencoded", "a=%00")]
    [InlineData("application/x-www-form-urlencoded", "many")]
    public async Task A_form_that_can_not_be_read_is_told_by_a_page(string type, string body)
    {
        if (body == "many")
            body = string.Join('&', Enumerable.Range(0, 2000).Select(i => $"f{i}=1"));
        foreach (var path in (string[])["/fa/inquire?product=sarvin-filgrastim-300", "/fa/desk/sign-in", "/fa/shortlist/add", "/fa/nothing"])
        {
            using var content = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            var answer = await sample.Client.PostAsync(path, content, Cancellation);
            ((int)answer.StatusCode).ShouldBeInRange(400, 499, path);
            (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("<html lang=\"fa\" dir=\"rtl\"", Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task A_request_that_a_page_has_no_answer_to_is_told_so()
    {
        var product = (await sample.Client.GetAsync("/en/products/mahour-glargine-pen", Cancellation)).RequestMessage!.RequestUri!.AbsolutePath;
        foreach (var path in (string[])[product, "/en/", "/fa/about", "/en/organisations", "/zh-Hans/search?q=x"])
        {
            var response = await sample.Client.SendAsync(new(HttpMethod.Trace, path), Cancellation);
            response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed, path);
            response.Content.Headers.Allow.ShouldBe(["GET", "HEAD"]);
        }
    }

    [Fact]
    public async Task A_request_for_all_of_the_server_is_answered_without_a_fault()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(sample.Client.BaseAddress!.Host, sample.Client.BaseAddress.Port, Cancellation);
        await using var stream = client.GetStream();
        await stream.WriteAsync("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray(), Cancellation);
        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync(Cancellation);
        int.Parse(status!.Split(' ')[1], CultureInfo.InvariantCulture).ShouldBeLessThan(500);
    }

    [Fact]
    public async Task A_former_or_foreign_address_of_a_product_leads_to_its_present_one()
    {
        var item = (await sample.Client.GetFromJsonAsync<JsonObject>("/api/v1/search?q=defibrillator&culture=en", Cancellation))!["items"]![0]!;
        var english = (string)item["url"]!;
        var slug = english.Split('/')[^1];
        var response = await sample.Client.GetAsync($"/fa/products/{slug}", Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        var persian = response.Headers.Location!.OriginalString;
        persian.ShouldStartWith("/fa/products/");
        (await sample.Client.GetAsync(persian, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
