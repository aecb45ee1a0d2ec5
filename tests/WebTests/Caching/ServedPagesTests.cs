using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ExportPortal.Testing;
using ExportPortal.WebTests.Inquiries;
using ExportPortal.WebTests.Search;
using ExportPortal.WebTests.Serving;

namespace ExportPortal.WebTests.Caching;

/// <summary>The portal's own pages, kept.</summary>
public sealed partial class ServedPagesTests(SamplePortal sample)
{
    private const string Officer = "tashkent@desk.example";
    private static readonly TimeSpan Visible = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Public_pages_are_kept_and_the_same_for_everyone()
    {
        // Whoever comes first has the page made; here it is the one of whom a page could betray most.
        using var folder = new TemporaryFolder();
        await using var portal = await PortalProcess.StartAsync(folder.Path);
        var officer = new Visitor(portal.Url);
        var form = await officer.OpenAsync("/en/desk/sign-in");
        (await officer.SubmitAsync(form, ("email", Officer), ("password", portal.SamplePassword))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        using var anybody = new HttpClient { BaseAddress = new(portal.Url) };
        foreach (var path in await PublicPathsAsync())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Accept-Language", "fa");
            request.Headers.Add("Cookie", "portal.shortlist=sarvin-filgrastim-300; portal.form=x");
            var first = await officer.Client.SendAsync(request, Cancellation);
            var second = await anybody.GetAsync(path, Cancellation);
            first.Headers.ETag.ShouldNotBeNull(path);
            second.Headers.ETag.ShouldNotBeNull(path);
            var text = await second.Content.ReadAsStringAsync(Cancellation);
            text.ShouldBe(await first.Content.ReadAsStringAsync(Cancellation), path);
            foreach (var own in (string[])["__RequestVerificationToken", "nonce", Officer])
                text.ShouldNotContain(own, Case.Sensitive, path);
            foreach (var answer in (HttpResponseMessage[])[first, second])
            {
                answer.Headers.Contains("Set-Cookie").ShouldBeFalse(path);
                answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            }
            second.Content.Headers.ContentLanguage.ShouldBe(first.Content.Headers.ContentLanguage);
        }
    }

    [Theory]
    [InlineData("/en/search"), InlineData("/en/search?q=x"), InlineData("/en/shortlist"), InlineData("/en/inquire?product=sarvin-filgrastim-300"), InlineData("/en/compare"), InlineData("/en/desk/sign-in"), InlineData("/en/nothing-here"), InlineData("/en/sectors/chemicals?page=x"), InlineData("/en/Sectors")]
    public async Task Forms_searches_and_faults_are_not_kept(string path) =>
        (await sample.Client.GetAsync(path, Cancellation)).Headers.ETag.ShouldBeNull();

    [Theory]
    [InlineData("/fa/sectors/nothing-here"), InlineData("/fa/products/nothing-here")]
    public async Task What_is_not_there_is_told_by_a_page(string path)
    {
        var answer = await sample.Client.GetAsync(path, Cancellation);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        answer.Headers.ETag.ShouldBeNull();
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("<html lang=\"fa\" dir=\"rtl\"");
    }

    [Fact]
    public async Task An_edit_shows_on_every_node_within_two_seconds_and_other_pages_stay()
    {
        using var folder = new TemporaryFolder();
        var database = await PostgresServer.Instance.CreateDatabaseAsync();
        string[] shared = ["--database", database, "--Portal:MasterKey", Convert.ToBase64String(new byte[32]), "--Portal:PublicUrl", "http://portal.example"];
        (await PortalProcess.RunAsync(["migrate", "--data", folder["one"], .. shared])).ExitCode.ShouldBe(0);
        await using (var one = await PortalProcess.StartAsync(folder["one"], shared))
        await using (var other = await PortalProcess.StartAsync(folder["other"], shared))
        {
            using var client = new HttpClient();
            var edited = SampleFeed.Products[0].DeepClone().AsObject();
            var id = (string)edited["id"]!;
            string[] nodes = [one.Url, other.Url];
            string[] paths = [.. Product().Matches(await client.GetStringAsync(one.Url + "/sitemaps/en/products-1.xml", Cancellation)).Select(m => m.Groups[1].Value).Distinct()];
            var found = await client.GetFromJsonAsync<JsonObject>(one.Url + "/api/v1/search?culture=en&pageSize=100", Cancellation);
            var path = (string)found!["items"]!.AsArray().Single(i => (string)i!["id"]! == id)!["url"]!;
            var before = await ReadAsync(client, nodes, paths);
            foreach (var (_, tag) in before)
                tag.ShouldNotBeEmpty();

            foreach (var name in new[] { "images", "documents", "certificates" }.SelectMany(files => edited[files]?.AsArray() ?? []).Select(f => (string?)f!["file"]).OfType<string>())
            {
                Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
                File.Copy(Path.Combine(AppContext.BaseDirectory, "media", "sample", name), folder[name]);
            }
            var days = new Queue<int>([173, 174, 175]);
            await PromisedTime.IsKeptAsync(Visible, "showing an edit on every node", async () =>
            {
                var shown = days.Dequeue();
                edited["leadTimeDays"] = shown;
                await File.WriteAllTextAsync(folder["edit.jsonl"], edited.ToJsonString(), Cancellation);
                var (exit, _, errors) = await PortalProcess.RunAsync(["import", folder["edit.jsonl"], "--data", folder["one"], .. shared]);
                var ended = Stopwatch.StartNew();
                exit.ShouldBe(0, errors);
                foreach (var node in nodes)
                    await Patience.UntilAsync(async () => (await client.GetStringAsync(node + path, Cancellation)).Contains($"{shown}", StringComparison.Ordinal), () => node + " does not show it");
                return ended.Elapsed;
            });

            var after = await ReadAsync(client, nodes, paths);
            after.Where(a => a.Value != before[a.Key]).Select(a => a.Key).ShouldBe(nodes.Select(n => n + path), ignoreOrder: true, $"of {id} only");
        }
        await PostgresServer.Instance.DropDatabaseAsync(database);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<Dictionary<string, string>> ReadAsync(HttpClient client, string[] nodes, string[] paths)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in nodes.SelectMany(n => paths.Select(p => n + p)))
            tags[address] = (await client.GetAsync(address, Cancellation)).Headers.ETag?.Tag ?? "";
        return tags;
    }

    private async Task<IEnumerable<string>> PublicPathsAsync()
    {
        var home = await sample.Client.GetStringAsync("/en/", Cancellation);
        string First(string list) => Regex.Match(home, $"href=\"(/en/{list}/[^\"]+)\"").Groups[1].Value;
        var product = First("products");
        var firm = Regex.Match(await sample.Client.GetStringAsync(product, Cancellation), "href=\"(/en/organisations/[^\"]+)\"").Groups[1].Value;
        return ["/en/", "/fa/about", "/en/certificates", "/en/privacy", "/en/accessibility", "/en/how-inquiries-work", "/en/sectors", "/ru/sectors/chemicals", "/en/markets", First("markets"),
            "/en/organisations", firm, "/en/showrooms", First("showrooms"), product, "/en/products.atom", "/en/sectors/chemicals/products.atom", "/robots.txt", "/sitemap.xml", "/sitemaps/en/products-1.xml", "/sitemaps/ru/lists-1.xml"];
    }

    [GeneratedRegex("<loc>http://portal\\.example(/en/products/[^<]+)</loc>")]
    private static partial Regex Product();
}
