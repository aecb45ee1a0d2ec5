using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ExportPortal.Testing;

namespace ExportPortal.WebTests.Inquiries;

public sealed class InquiriesApiTests(InquirySite site)
{
    private static JsonObject Body => new()
    {
        ["products"] = new JsonArray("sarvin-filgrastim-300"),
        ["kind"] = "quotation",
        ["quantity"] = 2500.5,
        ["unit"] = "KGM",
        ["destination"] = "KZ",
        ["message"] = "Нужна цена.",
        ["name"] = "Алия",
        ["email"] = "aliya@pharma.kz",
        ["culture"] = "ru",
        ["consent"] = true,
    };

    [Fact]
    public async Task An_inquiry_by_program_is_told_its_reference_and_tracking_address()
    {
        var (response, answer) = await PostAsync(Body, Guid.NewGuid().ToString());
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var address = (string)answer["trackingUrl"]!;
        response.Headers.Location!.ToString().ShouldBe(address);
        var page = await site.Visit().OpenAsync(new Uri(address).AbsolutePath);
        page.QuerySelector("h1 .code")!.TextContent.ShouldBe((string)answer["reference"]!);
        page.QuerySelector(".facts")!.TextContent.ShouldContain("2\u00a0500,5 кг");
    }

    [Fact]
    public async Task The_same_key_and_body_give_the_same_answer_also_ten_times_at_once()
    {
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync(Body, key)));
        answers.ShouldAllBe(a => a.Response.StatusCode == HttpStatusCode.Created);
        answers.Select(a => a.Answer.ToJsonString()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_body_that_the_server_does_not_even_read_is_told_to_be_too_large()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/inquiries") { Content = new ByteArrayContent(new byte[30 * 1024 * 1024]) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Headers.ExpectContinue = true;
        var response = await site.Visit().Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_a_conflict()
    {
        var key = Guid.NewGuid().ToString();
        await PostAsync(Body, key);
        var other = Body;
        other["message"] = "Другое";
        var (response, answer) = await PostAsync(other, key);
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        answer["errors"]!["Idempotency-Key"].ShouldNotBeNull();
    }

    [Fact]
    public async Task After_a_refusal_the_same_key_serves_the_corrected_body()
    {
        var key = Guid.NewGuid().ToString();
        var wrong = Body;
        wrong["email"] = "bad";
        (await PostAsync(wrong, key)).Response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(Body, key)).Response.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Refusals_name_their_fields_in_the_senders_language()
    {
        var (response, answer) = await PostAsync(new JsonObject { ["products"] = new JsonArray(), ["culture"] = "fa" }, Guid.NewGuid().ToString());
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer["errors"]!.AsObject().Select(e => e.Key).ShouldBe(["products", "kind", "destination", "message", "name", "email", "consent"]);
        ((string)answer["errors"]!["email"]![0]!).ShouldStartWith("ایمیل");
        var french = await PostAsync(new JsonObject(), Guid.NewGuid().ToString(), "fr-CA,fr;q=0.9");
        ((string)french.Answer["errors"]!["email"]![0]!).ShouldStartWith("E-mail\u00a0: dites-nous");
    }

    [Theory]
    [InlineData("{", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("{\"colour\":\"red\"}", "colour")]
    [InlineData("{\"consent\":\"yes\"}", "consent")]
    [InlineData("{\"products\":\"one\"}", "products")]
    public async Task A_body_that_can_not_be_read_is_a_bad_request_that_names_the_field(string body, string? field)
    {
        var (response, answer) = await PostAsync(body, Guid.NewGuid().ToString());
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer["errors"]?.AsObject().Select(e => e.Key).ShouldHaveSingleItem().ShouldBe(field);
        (answer["errors"] is null).ShouldBe(field is null);
    }

    [Theory]
    [InlineData("quantity", "\\ud800")]
    [InlineData("quantity", "5\\u0000")]
    [InlineData("message", "\\udc00")]
    [InlineData("message", "a\\u0000b")]
    [InlineData("email", "a\\u0000@b.kz")]
    [InlineData("unit", "\\ud800")]
    [InlineData("showroom", "\\u0000")]
    public async Task A_text_with_characters_that_are_none_is_a_bad_request_that_names_the_field(string field, string text)
    {
        var (response, answer) = await PostAsync($"{{\"consent\":true,\"{field}\":\"{text}\"}}", Guid.NewGuid().ToString());
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer["errors"]!.AsObject().Select(e => e.Key).ShouldHaveSingleItem().ShouldBe(field);
    }

    [Theory]
    [InlineData("{\"products\":[\"ok\",\"\\ud800\"]}", "products")]
    [InlineData("{\"\\ud800\":1}", null)]
    [InlineData("{\"\\u0000\":1}", "\0")]
    public async Task So_is_one_in_a_list_or_a_name(string body, string? field)
    {
        var (response, answer) = await PostAsync(body, Guid.NewGuid().ToString());
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        if (field is not null)
            answer["errors"]!.AsObject().Select(e => e.Key).ShouldHaveSingleItem().ShouldBe(field);
    }

    [Fact]
    public async Task A_showroom_with_more_products_than_an_inquiry_takes_is_refused_rather_than_cut()
    {
        var body = Body;
        body.Remove("products");
        body["showroom"] = "cis-selection";
        var (response, answer) = await PostAsync(body, Guid.NewGuid().ToString());
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer["errors"]!.AsObject().Select(e => e.Key).ShouldBe(["products"]);
    }

    [Fact]
    public async Task A_desk_is_asked_by_its_id_and_one_that_does_not_exist_is_refused_by_name()
    {
        var body = Body;
        body.Remove("products");
        body["desk"] = "yerevan";
        (await PostAsync(body, Guid.NewGuid().ToString())).Answer["errors"]!.AsObject().Select(e => e.Key).ShouldBe(["kind", "quantity"], ignoreOrder: true);
        foreach (var field in (string[])["quantity", "unit"])
            body.Remove(field);
        body["kind"] = "partnership";
        var (response, answer) = await PostAsync(body, Guid.NewGuid().ToString());
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await site.Visit().OpenAsync(new Uri((string)answer["trackingUrl"]!).AbsolutePath)).QuerySelector(".facts")!.TextContent.ShouldContain("Ереванское бюро");
        body["desk"] = "nowhere";
        (await PostAsync(body, Guid.NewGuid().ToString())).Answer["errors"]!.AsObject().Select(e => e.Key).ShouldBe(["desk"]);
    }

    [Fact]
    public async Task A_request_without_key_or_with_too_large_a_body_is_refused()
    {
        (await PostAsync(Body.ToJsonString(), null)).Answer["errors"]!["Idempotency-Key"].ShouldNotBeNull();
        (await PostAsync(new string(' ', 70_000) + Body.ToJsonString(), Guid.NewGuid().ToString())).Response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Who_sends_or_tries_too_much_is_told_how_long_to_wait()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(folder["feed.jsonl"],
        [
            """{"type":"organisation","id":"firm","names":{"en":"Firm"}}""",
            """{"type":"product","id":"acetone","firm":"firm","sector":"chemicals","names":{"en":"Acetone"}}""",
        ], TestContext.Current.CancellationToken);
        await using var portal = await PortalProcess.StartAsync(folder["data"], "--empty", "--Inquiries:LimitSends", "1");
        (await PortalProcess.RunAsync("import", folder["feed.jsonl"], "--data", folder["data"])).ExitCode.ShouldBe(0);
        using var client = new HttpClient { BaseAddress = new Uri(portal.Url) };
        var body = Body;
        body["products"] = new JsonArray("acetone");

        // What is refused was a try only.
        await RefusedAsync(HttpStatusCode.BadRequest, "{}", "inquiries", 1);
        (await SendAsync(client, body.ToJsonString(), Guid.NewGuid().ToString())).Response.StatusCode.ShouldBe(HttpStatusCode.Created);
        for (var tries = 2; tries < 5; tries++)
            await RefusedAsync(HttpStatusCode.TooManyRequests, body.ToJsonString(), "inquiries", 1);
        await RefusedAsync(HttpStatusCode.TooManyRequests, body.ToJsonString(), "tries", 5);

        async Task RefusedAsync(HttpStatusCode status, string sent, string limit, int most)
        {
            var (response, _) = await SendAsync(client, sent, Guid.NewGuid().ToString());
            response.StatusCode.ShouldBe(status);
            response.Headers.GetValues("RateLimit-Policy").ShouldBe([$"\"{limit}\";q={most};w=600"]);
            if (status == HttpStatusCode.TooManyRequests)
                response.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(10));
        }
    }

    private Task<(HttpResponseMessage Response, JsonNode Answer)> PostAsync(JsonObject body, string? key, string language = "en") => PostAsync(body.ToJsonString(), key, language);

    private Task<(HttpResponseMessage Response, JsonNode Answer)> PostAsync(string body, string? key, string language = "en") => SendAsync(site.Visit().Client, body, key, language);

    private static async Task<(HttpResponseMessage Response, JsonNode Answer)> SendAsync(HttpClient client, string body, string? key, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/inquiries") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        request.Headers.Add("Accept-Language", language);
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
