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
        var mails = await MailsAsync(reference);
        mails.ShouldAllBe(m => !m.Contains("evil.example", StringComparison.Ordinal));
        mails.ShouldContain(m => m.Contains(visitor.Client.BaseAddress!.ToString(), StringComparison.Ordinal));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The mails about an inquiry, as soon as the desk and the sender have theirs.</summary>
    private async Task<string[]> MailsAsync(string reference)
    {
        for (var tries = 0; ; tries++)
        {
            var files = Directory.GetFiles(Path.Combine(site.Data, "mail"), "*.eml");
            var mails = (await Task.WhenAll(files.Select(f => File.ReadAllTextAsync(f, Cancellation)))).Where(m => m.Contains(reference, StringComparison.Ordinal)).ToArray();
            if (mails.Length >= 2)
                return mails;
            tries.ShouldBeLessThan(100, "no two mails came");
            await Task.Delay(100, Cancellation);
        }
    }
}
