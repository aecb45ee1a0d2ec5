using System.Diagnostics;
using System.Globalization;
using ExportPortal.Testing;

namespace ExportPortal.WebTests.Nodes;

/// <summary>Holds what the nodes did against what they had promised.</summary>
internal static class Reckoning
{
    // What the proxy had taken by the time the process was gone.
    private static readonly TimeSpan Dying = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Each acknowledged inquiry is there once, and nobody was told two references.</summary>
    public static async Task EachInquiryIsThereOnceAsync(PortalNodes nodes, Load load)
    {
        load.Acknowledged.Values.ShouldBeUnique();
        foreach (var (number, reference) in load.Acknowledged)
        {
            var address = load.AddressOf(number);
            (await nodes.QueryAsync($"SELECT i.reference FROM inquiries_contacts c JOIN inquiries_inquiries i ON i.id = c.inquiry_id WHERE c.email = '{address}'"))
                .ShouldBe([reference], address);
        }
        (await nodes.QueryAsync("SELECT subject FROM kernel_ledger WHERE kind = 'inquiry.received' GROUP BY subject HAVING COUNT(*) > 1")).ShouldBeEmpty();
    }

    /// <summary>Waits until no effect is left to do, and none was given up.</summary>
    public static async Task OutboxIsEmptyAsync(PortalNodes nodes)
    {
        for (var waited = Stopwatch.StartNew(); await LeftAsync(nodes) > 0; await Task.Delay(100))
            waited.Elapsed.ShouldBeLessThan(Patience, "the outbox did not empty");
        (await nodes.QueryAsync("SELECT id FROM kernel_outbox WHERE given_up_at IS NOT NULL")).ShouldBeEmpty();
    }

    /// <summary>No mail came twice, and each buyer was asked once to confirm their address.</summary>
    public static void EachMailCameOnce(MailServer mail, Load load)
    {
        var received = mail.Received;
        received.GroupBy(m => m.MessageId).Where(m => m.Count() > 1).Select(m => m.First().Subject).ShouldBeEmpty();
        var mails = received.CountBy(m => m.To).ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal);
        foreach (var number in load.Acknowledged.Keys)
            mails.GetValueOrDefault(load.AddressOf(number)).ShouldBe(1, load.AddressOf(number));
    }

    /// <summary>What failed was on its way in a node when that was killed.</summary>
    public static void OnlyWhatWasInFlightFailed(Load load, IReadOnlyCollection<DateTime> kills)
    {
        foreach (var failure in load.Failed)
            kills.ShouldContain(kill => failure.Begun <= kill + Dying && failure.Ended >= kill, failure.ToString());
    }

    // What is done and leased is being handed over.
    private static async Task<int> LeftAsync(PortalNodes nodes) =>
        int.Parse((await nodes.QueryAsync("SELECT COUNT(*) FROM kernel_outbox WHERE given_up_at IS NULL AND (done_at IS NULL OR lease_end > now())"))[0], CultureInfo.InvariantCulture);
}
