using System.Net;
using System.Text.Json.Nodes;
using ExportPortal.Testing;
using ExportPortal.WebTests.Serving;

namespace ExportPortal.WebTests.Api;

/// <summary>A third party takes the public catalogue from the feed, and nothing else, into a portal that has none.</summary>
public sealed class RebuildTests(SamplePortal sample)
{
    [Fact]
    public async Task A_portal_rebuilt_from_the_feed_shows_the_same_and_follows_its_changes()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["reference", "glossary"])
            await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(folder["nothing"], name)).FullName, "feed.jsonl"), new string('\n', name.Length), Cancellation);
        string[] empty = ["--empty", "--Catalogue:StartingFeeds", folder["nothing"]];

        var feed = await FetchAsync(sample.Client, "/api/v1/feed", folder["fetched"]);
        SharedRenditions.Link(folder["second"]);
        await ImportAsync(feed.File, folder["second"]);
        Copy(folder["second"], folder["third"]);
        await using var second = await PortalProcess.StartAsync(folder["second"], empty);
        using var seconds = Client(second);
        await ShowTheSameAsync(sample.Client, seconds, "en", "fa", "zh-Hans");

        // The second becomes a source itself: what changes there reaches a third, which holds what the second held.
        var position = (await FetchAsync(seconds, "/api/v1/feed", folder["again"])).Position;
        await File.WriteAllLinesAsync(folder["change.jsonl"],
        [
            """{"type":"product","id":"sarvin-filgrastim-300","withdrawn":true}""",
            """{"type":"organisation","id":"new-firm","names":{"en":"New Firm","ru":"Новая фирма"},"email":"export@new-firm.example"}""",
            """{"type":"product","id":"new-product","firm":"new-firm","sector":"chemicals","names":{"en":"New product"},"attributes":{"cas":"67-64-1"}}""",
            """{"type":"showroom","id":"new-room","names":{"en":"New room"},"market":"cis","products":["new-product"]}""",
            """{"type":"showroom","id":"ict-works","withdrawn":true}""",
        ], Cancellation);
        await ImportAsync(folder["change.jsonl"], folder["second"]);
        var changes = await FetchAsync(seconds, "/api/v1/feed?since=" + position, folder["changes"]);
        // Showrooms that list the product leave it out by themselves.
        (await File.ReadAllLinesAsync(changes.File, Cancellation)).Select(l => JsonNode.Parse(l)!).Select(l => $"{l["type"]} {l["id"]} {l["withdrawn"]}").ShouldBe(
        [
            "showroom ict-works true", "product sarvin-filgrastim-300 true", "organisation new-firm ", "product new-product ", "showroom new-room ",
        ]);
        await ImportAsync(changes.File, folder["third"]);
        await using var third = await PortalProcess.StartAsync(folder["third"], empty);
        using var thirds = Client(third);
        await ShowTheSameAsync(seconds, thirds, "ru", "ar", "fr");
        (await File.ReadAllTextAsync((await FetchAsync(thirds, "/api/v1/feed", folder["thirds"])).File, Cancellation)).ShouldNotContain("@");

        var nothingMore = await FetchAsync(seconds, "/api/v1/feed?since=" + changes.Position, folder["more"]);
        nothingMore.Position.ShouldBe(changes.Position);
        (await File.ReadAllTextAsync(nothingMore.File, Cancellation)).ShouldBeEmpty();
        (await seconds.GetAsync("/api/v1/products/sarvin-filgrastim-300", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static HttpClient Client(PortalProcess portal) =>
        new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = new(portal.Url) };

    /// <summary>The feed and the files it names, as a third party would fetch them.</summary>
    private static async Task<(string File, string Position)> FetchAsync(HttpClient client, string address, string folder)
    {
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "feed.jsonl");
        var response = await client.GetAsync(address, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-ndjson");
        await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync(Cancellation), Cancellation);
        foreach (var name in File.ReadLines(file).SelectMany(l => FilesOf(JsonNode.Parse(l)!)).Distinct())
        {
            var place = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            await File.WriteAllBytesAsync(place, await client.GetByteArrayAsync("/" + name, Cancellation), Cancellation);
        }
        var position = response.Headers.GetValues("Feed-Position").Single();
        response.Headers.GetValues("Link").Single().ShouldEndWith($"/api/v1/feed?since={position}>; rel=\"next\"");
        return (file, position);
    }

    private static IEnumerable<string> FilesOf(JsonNode node) => node switch
    {
        JsonObject map => map.SelectMany(p => p.Key is "file" or "logo" ? [(string)p.Value!] : p.Value is null ? [] : FilesOf(p.Value)),
        JsonArray list => list.SelectMany(i => FilesOf(i!)),
        _ => [],
    };

    private static async Task ImportAsync(string feed, string data)
    {
        var (exit, _, errors) = await PortalProcess.RunAsync("import", feed, "--data", data);
        exit.ShouldBe(0, errors);
    }

    private static void Copy(string from, string to)
    {
        SharedRenditions.Link(to);
        // Folders that are links, such as that of pictures made, are passed over.
        foreach (var file in Directory.EnumerateFiles(from, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            var place = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }
    }

    private static async Task ShowTheSameAsync(HttpClient first, HttpClient second, params string[] cultures)
    {
        var feed = await TextAsync(first, "/api/v1/feed");
        (await TextAsync(second, "/api/v1/feed")).ShouldBe(feed);
        var subjects = feed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).Where(l => (string)l["type"]! is "product" or "organisation" or "showroom").ToArray();
        subjects.Length.ShouldBeGreaterThan(70);
        string[] addresses = ["/api/v1/sectors", "/api/v1/markets", .. subjects.Select(s => $"/api/v1/{s["type"]}s/{s["id"]}")];
        await Parallel.ForEachAsync(addresses.SelectMany(_ => cultures, (address, culture) => $"{address}?culture={culture}"), Cancellation,
            async (address, _) => (await TextAsync(second, address)).ShouldBe(await TextAsync(first, address), address));
    }

    // Addresses name their host.
    private static async Task<string> TextAsync(HttpClient client, string address) =>
        (await client.GetStringAsync(address, Cancellation)).Replace(client.BaseAddress!.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal);
}
