using System.Diagnostics;
using System.Globalization;
using ExportPortal.Testing;

namespace ExportPortal.WebTests.Nodes;

/// <summary>Five minutes in which a node is killed every thirty seconds: for <c>./test.sh --soak</c>.</summary>
[Trait("Category", "Soak")]
public sealed class NodesSoakTests(NodesFixture fixture) : IClassFixture<NodesFixture>
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30), Escalating = TimeSpan.FromMinutes(3);

    private PortalNodes Nodes => fixture.Nodes;

    [Fact]
    public async Task Killed_every_thirty_seconds_for_five_minutes_two_nodes_lose_nothing_and_do_nothing_twice()
    {
        var product = new EditedProduct(Nodes.Folder, Nodes.RunAsync);
        var load = Load.Begin(Nodes.Url, product);
        var direct = new[] { 1, 2 }.ToDictionary(n => n, _ => new List<string>());
        using var end = new CancellationTokenSource();
        var watching = Task.WhenAll(direct.Select(n => WatchAsync(n.Key, n.Value, product, end.Token)));
        var editing = EditAsync(product, end.Token);
        var kills = new List<DateTime>();
        for (var kill = 0; kill < 10; kill++)
        {
            await Task.Delay(Between, Cancellation);
            await Task.WhenAll(Nodes.WaitUntilReadyAsync(1), Nodes.WaitUntilReadyAsync(2));
            kills.Add(await Nodes.KillAsync(1 + kill % 2));
            // Some steps are overdue from now on, on whichever node looks first.
            await Nodes.QueryAsync("UPDATE inquiries_inquiries SET due_at = now() - interval '1 hour' WHERE escalated_at IS NULL AND id % 7 = 0 AND state = 'Received' RETURNING reference");
        }
        await Task.Delay(Between, Cancellation);
        await end.CancelAsync();
        await Task.WhenAll(editing, watching);
        await load.EndAsync();
        for (var waited = Stopwatch.StartNew(); await OverdueAsync() > 0; await Task.Delay(1000, Cancellation))
            waited.Elapsed.ShouldBeLessThan(Escalating, "overdue steps were left");
        await Reckoning.OutboxIsEmptyAsync(Nodes.QueryAsync);

        var escalated = await Nodes.QueryAsync("SELECT subject FROM kernel_ledger WHERE kind = 'inquiry.escalated'");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{load.Sent.Acknowledged.Count} inquiries, {load.Reads} pages read, {product.Newest} edits, {escalated.Count} escalations, {fixture.Mail.Received.Count} mails, {load.Failed.Count} requests failed");
        foreach (var failure in load.Failed)
            TestContext.Current.TestOutputHelper?.WriteLine(failure.ToString());
        load.Stale.ShouldBeEmpty();
        direct.SelectMany(n => n.Value.Select(stale => $"node {n.Key}: {stale}")).ShouldBeEmpty();
        Reckoning.OnlyWhatWasInFlightFailed(load, kills);
        await Reckoning.EachInquiryIsThereOnceAsync(Nodes.QueryAsync, load.Sent);
        escalated.Count.ShouldBeGreaterThan(0);
        escalated.ShouldBeUnique();
        Reckoning.EachMailCameOnce(fixture.Mail, load.Sent);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<int> OverdueAsync() => int.Parse((await Nodes.QueryAsync("SELECT COUNT(*) FROM inquiries_inquiries WHERE due_at < now() AND escalated_at IS NULL"))[0], CultureInfo.InvariantCulture);

    private static async Task EditAsync(EditedProduct product, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await product.EditAsync();
            await Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None);
        }
    }

    // Asks the node itself: the proxy may hide one that shows something old.
    private async Task WatchAsync(int node, List<string> stale, EditedProduct product, CancellationToken end)
    {
        using var client = new HttpClient();
        for (; !end.IsCancellationRequested; await Task.Delay(100, CancellationToken.None))
            try
            {
                var asked = DateTime.UtcNow;
                if (product.FindStale(await client.GetStringAsync(Nodes.UrlOf(node) + EditedProduct.Path, CancellationToken.None), asked) is { } old)
                    stale.Add(old);
            }
            catch (HttpRequestException)
            {
                // It was killed, and will be back.
            }
    }
}
