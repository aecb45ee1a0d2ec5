using System.Net;
using ExportPortal.Testing;

namespace ExportPortal.WebTests.Nodes;

/// <summary>Two nodes over PostgreSQL behind nginx, under load.</summary>
public sealed class NodesTests(NodesFixture fixture) : IClassFixture<NodesFixture>
{
    private PortalNodes Nodes => fixture.Nodes;

    [Fact]
    public async Task Nodes_that_start_together_over_a_new_database_make_one_key_one_catalogue_and_one_set_of_users()
    {
        (await Nodes.QueryAsync("SELECT COUNT(*) FROM kernel_keys")).ShouldBe(["1"]);
        (await Nodes.QueryAsync("SELECT name FROM catalogue_imported_feeds ORDER BY name")).ShouldBe(["glossary", "reference", "sample"]);
        (await Nodes.QueryAsync("SELECT email FROM accounts_people GROUP BY email HAVING COUNT(*) > 1")).ShouldBeEmpty();
        foreach (var node in (int[])[1, 2])
            Nodes.LogOf(node).ShouldNotContain("\"LogLevel\":\"Error\"");
    }

    [Fact]
    public async Task A_long_search_passes_the_proxy()
    {
        using var client = new HttpClient();
        var query = string.Concat(Enumerable.Repeat("پایش بیمار ", 60));
        var answer = await client.GetAsync($"{Nodes.Url}/api/v1/search?culture=fa&pageSize=1&page=2&q={Uri.EscapeDataString(query)}", Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Link").Single().Length.ShouldBeGreaterThan(8 * 1024);
    }

    [Fact, Trait("Category", "Soak")]
    public async Task Restarted_one_after_the_other_they_fail_no_request()
    {
        var load = Load.Begin(Nodes.Url, new(Nodes.Folder, Nodes.RunAsync));
        await load.WaitForAsync(5);
        var seen = new List<HttpStatusCode?>();
        var restart = Nodes.RestartAsync();
        for (; !restart.IsCompleted; await Task.Delay(50, Cancellation))
            if (await Nodes.ProbeAsync(1) is var probed && (seen.Count == 0 || seen[^1] != probed))
                seen.Add(probed);
        await restart;
        await load.EndAsync();
        seen.Take(3).ShouldBe([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, null], "a node that leaves is unready before it is gone");
        load.Failed.ShouldBeEmpty();
        load.Reads.ShouldBeGreaterThan(100);
        await Reckoning.EachInquiryIsThereOnceAsync(Nodes.QueryAsync, load.Sent);
        await Reckoning.OutboxIsEmptyAsync(Nodes.QueryAsync);
        Reckoning.EachMailCameOnce(fixture.Mail, load.Sent);
    }

    [Fact, Trait("Category", "Soak")]
    public async Task A_node_killed_without_its_disk_comes_back_whole_and_nothing_acknowledged_is_lost_or_done_twice()
    {
        var product = new EditedProduct(Nodes.Folder, Nodes.RunAsync);
        var load = Load.Begin(Nodes.Url, product);
        await load.WaitForAsync(20);
        var edit = product.EditAsync();
        var kill = await Nodes.KillAsync(1);
        Directory.Delete(Nodes.Folder["node-1"], recursive: true);
        HttpStatusCode? probed;
        while ((probed = await Nodes.ProbeAsync(1)) != HttpStatusCode.OK)
        {
            probed.ShouldBeOneOf(null, HttpStatusCode.ServiceUnavailable);
            await Task.Delay(20, Cancellation);
        }
        using var client = new HttpClient();
        // Ready means: with the whole index.
        const string everything = "/api/v1/search?culture=en&sort=name&pageSize=100";
        (await client.GetStringAsync(Nodes.UrlOf(1) + everything, Cancellation)).ShouldBe(await client.GetStringAsync(Nodes.UrlOf(2) + everything, Cancellation));
        Nodes.LogOf(1).ShouldContain("The search index is built anew");
        await edit;
        // The proxy may have tried the first in vain a moment ago, and has no other now.
        DateTime[] kills = [kill, await Nodes.KillAsync(2)];
        await Nodes.WaitUntilReadyAsync(2);
        await product.EditAsync();
        await Task.Delay(EditedProduct.Visible, Cancellation);
        foreach (var node in (int[])[1, 2])
            product.FindStale(await client.GetStringAsync(Nodes.UrlOf(node) + EditedProduct.Path, Cancellation), DateTime.UtcNow).ShouldBeNull($"node {node}");
        await load.EndAsync();

        load.Stale.ShouldBeEmpty();
        Reckoning.OnlyWhatWasInFlightFailed(load, kills);
        await Reckoning.EachInquiryIsThereOnceAsync(Nodes.QueryAsync, load.Sent);
        await Reckoning.OutboxIsEmptyAsync(Nodes.QueryAsync);
        Reckoning.EachMailCameOnce(fixture.Mail, load.Sent);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
