using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ExportPortal.Testing;

namespace ExportPortal.WebTests.Search;

/// <summary>Answers of the search API that are sent again.</summary>
public sealed class KeptAnswerTests
{
    private const string Address = "/api/v1/search?culture=en&q=monitor", Renamed = "Devices renamed";

    [Fact]
    public async Task An_answer_is_sent_again_until_a_name_in_it_changes()
    {
        using var folder = new TemporaryFolder();
        await using var portal = await PortalProcess.StartAsync(folder["data"]);
        using var client = new HttpClient { BaseAddress = new(portal.Url) };
        using var first = await client.GetAsync(Address, Cancellation);
        using var second = await client.GetAsync(Address, Cancellation);
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        second.Headers.GetValues("Link").ShouldBe(first.Headers.GetValues("Link"));
        (await second.Content.ReadAsStringAsync(Cancellation)).ShouldBe(await first.Content.ReadAsStringAsync(Cancellation));
        (await client.GetStringAsync(Address.Replace("=en", "=fr", StringComparison.Ordinal), Cancellation)).ShouldContain("Dispositifs");

        var sector = SampleFeed.Sectors.Single(s => (string)s["id"]! == "medical-devices").DeepClone().AsObject();
        sector["names"]!["en"] = Renamed;
        await File.WriteAllTextAsync(folder["sector.jsonl"], sector.ToJsonString(), Cancellation);
        var (exit, _, errors) = await PortalProcess.RunAsync("import", folder["sector.jsonl"], "--data", folder["data"]);
        exit.ShouldBe(0, errors);
        JsonNode? answer = null;
        await Patience.UntilAsync(async () => (string)(answer = await client.GetFromJsonAsync<JsonObject>(Address, Cancellation))!["items"]![0]!["sectorName"]! == Renamed, () => "the answer stays outdated");
        answer!["facets"]![0]!["values"]!.AsArray().ShouldContain(v => (string)v!["label"]! == Renamed);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
