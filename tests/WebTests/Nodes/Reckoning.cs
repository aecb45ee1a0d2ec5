using System.Diagnostics;
using System.Globalization;
using ExportPortal.Testing;

namespace ExportPortal.WebTests.Nodes;

/// <summary>Gives the first column of what is found in the database.</summary>
internal delegate Task<IReadOnlyList<string>> Query(string sql);

/// <summary>Holds what portals did against what they had promised.</summary>
internal static class Reckoning
{
    // What the proxy had taken by the time the process was gone.
    private static readonly TimeSpan Dying = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Each acknowledged inquiry is there once, and nobody was told two references.</summary>
    public static async Task EachInquiryIsThereOnceAsync(Query query, SentInquiries sent)
    {
        sent.Acknowledged.Values.ShouldBeUnique();
        foreach (var (number, reference) in sent.Acknowledged)
        {
            var address = sent.AddressOf(number);
            (await query($"SELECT i.reference FROM inquiries_contacts c JOIN inquiries_inquiries i ON i.id = c.inquiry_id WHERE c.email = '{address}'"))
                .ShouldBe([reference], address);
        }
        (await query("SELECT subject FROM kernel_ledger WHERE kind = 'inquiry.received' GROUP BY subject HAVING COUNT(*) > 1")).ShouldBeEmpty();
    }

    /// <summary>Waits until no effect is left to do, and none was given up.</summary>
    /// <param name="query">Asks the database.</param>
    /// <param name="leased">The condition, in the database's words, by which a lease has not ended.</param>
    public static async Task OutboxIsEmptyAsync(Query query, string leased = "lease_end > now()")
    {
        // The faster the machine, the more was sent; it may take long, but goes on.
        var waited = Stopwatch.StartNew();
        for (var (left, least) = (await LeftAsync(query, leased), int.MaxValue); left > 0; left = await LeftAsync(query, leased))
        {
            if (left < least)
                waited.Restart();
            waited.Elapsed.ShouldBeLessThan(Patience, $"the outbox does not empty: {left} left");
            least = Math.Min(least, left);
            await Task.Delay(100);
        }
        (await query("SELECT id FROM kernel_outbox WHERE given_up_at IS NOT NULL")).ShouldBeEmpty();
    }

    /// <summary>No mail came twice, and each buyer was asked once to confirm their address, and told once if they were answered.</summary>
    public static void EachMailCameOnce(MailServer mail, SentInquiries sent, IReadOnlySet<string>? answered = null)
    {
        var received = mail.Received;
        received.GroupBy(m => m.MessageId).Where(m => m.Count() > 1).Select(m => m.First().Subject).ShouldBeEmpty();
        var mails = received.CountBy(m => m.To).ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal);
        foreach (var (number, reference) in sent.Acknowledged)
            mails.GetValueOrDefault(sent.AddressOf(number)).ShouldBe(answered?.Contains(reference) == true ? 2 : 1, sent.AddressOf(number));
    }

    /// <summary>What failed was on its way in a node when that was killed.</summary>
    public static void OnlyWhatWasInFlightFailed(Load load, IReadOnlyCollection<DateTime> kills)
    {
        foreach (var failure in load.Failed)
            kills.ShouldContain(kill => failure.Begun <= kill + Dying && failure.Ended >= kill, failure.ToString());
    }

    // What is done and leased is being handed over.
    private static async Task<int> LeftAsync(Query query, string leased) =>
        int.Parse((await query($"SELECT COUNT(*) FROM kernel_outbox WHERE given_up_at IS NULL AND (done_at IS NULL OR {leased})"))[0], CultureInfo.InvariantCulture);
}
