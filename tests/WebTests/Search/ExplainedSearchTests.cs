using System.Net;
using System.Text.Json.Nodes;
using ExportPortal.WebTests.Inquiries;

namespace ExportPortal.WebTests.Search;

public sealed class ExplainedSearchTests(InquirySite site)
{
    private const string Address = "/api/v1/search?q=patient+monitor&culture=en";

    [Theory]
    [InlineData("admin@portal.example"), InlineData("tashkent@desk.example")]
    public async Task Staff_are_told_how_scores_came_about_and_nobody_keeps_it(string email)
    {
        var staff = await site.SignInAsync(email);
        var answer = await staff.Client.GetAsync(Address + "&explain=true", Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var item = (await ReadAsync(answer))["items"]![0]!;
        var explanation = item["explanation"]!;
        var terms = explanation["terms"]!.AsArray();
        (terms.Sum(t => (double)t!["score"]!) * (double)explanation["words"]! * (double)explanation["nearness"]!).ShouldBe((double)item["score"]!, 1);
        ((int)terms.Single(t => (string)t!["for"]! == "monitor")!["fields"]!["name"]!).ShouldBe(1);
        (await ReadAsync(await staff.Client.GetAsync(Address, Cancellation)))["items"]![0]!["explanation"].ShouldBeNull();
    }

    [Fact]
    public async Task Others_are_not()
    {
        var firm = await site.SignInAsync("sarvin-zist-darou@firm.example");
        foreach (var client in (HttpClient[])[site.Visit().Client, firm.Client])
        {
            // An answer that is kept is not taken for it.
            (await client.GetAsync(Address, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
            var answer = await client.GetAsync(Address + "&explain=true", Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            ((string)(await ReadAsync(answer))["title"]!).ShouldBe("How scores come about is told to signed-in staff only.");
        }
    }

    [Fact]
    public async Task What_is_neither_yes_nor_no_is_refused_by_its_name()
    {
        var answer = await site.Visit().Client.GetAsync(Address + "&explain=maybe", Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)(await ReadAsync(answer))["errors"]!["explain"]![0]!).ShouldBe("Write true or false.");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!.AsObject();
}
