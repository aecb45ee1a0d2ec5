using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ExportPortal.WebTests.Inquiries;

public sealed class LinkTests(InquirySite site)
{
    [Fact]
    public async Task Links_lead_to_the_portal_whatever_host_the_sender_names()
    {
        var visitor = site.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/inquiries");
        request.Headers.Host = "evil.example";
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Content = JsonContent.Create(new JsonObject
        {
            ["products"] = new JsonArray("sarvin-filgrastim-300"),
            ["kind"] = "information",
            ["destination"] = "KZ",
            ["message"] = "Hello",
            ["name"] = "Guest",
            ["email"] = "guest-of-hosts@pharma.kz",
            ["culture"] = "en",
            ["consent"] = true,
        });
        var response = await visitor.Client.SendAsync(request, Cancellation);
        var answer = (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
        ((string)answer["trackingUrl"]!).ShouldStartWith(visitor.Client.BaseAddress!.ToString());

        var reference = (string)answer["reference"]!;
        // The desk's and the sender's.
        var mails = await site.MailsAsync(m => m.Contains(reference, StringComparison.Ordinal), count: 2);
        mails.ShouldAllBe(m => !m.Contains("evil.example", StringComparison.Ordinal));
        mails.ShouldContain(m => m.Contains(visitor.Client.BaseAddress!.ToString(), StringComparison.Ordinal));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
