using System.Diagnostics;
using System.Globalization;
using System.Net;
using ExportPortal.Testing;
using ExportPortal.WebTests.Inquiries;
using ExportPortal.WebTests.Nodes;

namespace ExportPortal.WebTests.Soaking;

/// <summary>Half an hour of one serving process over SQLite: for <c>./test.sh --soak</c>.</summary>
[Trait("Category", "Soak")]
public sealed class ServingSoakTests
{
    private const double ReadsPerSecond = 120;

    // The mean of the sixth after the warm-up is held against that of the last sixth. At this rate 144,000 requests lie between the middles
    // of these two, so that the bound is 27 MiB: more than the collector's to and fro, which the means even out, and less than what a leak
    // of some hundred bytes a request would come to.
    private const double MostBytesPerRequest = 200;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(30), WarmUp = Length / 6, Measured = Length / 6;
    private static readonly TimeSpan BetweenInquiries = TimeSpan.FromSeconds(1), BetweenAnswers = TimeSpan.FromSeconds(4), BetweenEdits = TimeSpan.FromMinutes(1), BetweenLooks = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Half_an_hour_of_mixed_load_fails_no_request_loses_nothing_and_takes_no_more_memory()
    {
        using var data = new TemporaryFolder();
        await using var mail = await MailServer.StartAsync();
        await using var portal = await PortalProcess.StartAsync(data.Path, ["--Inquiries:LimitSends", "100000", .. mail.Options]);
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = new(portal.Url) };
        var officer = await InquirySite.SignInAsync(portal, "tashkent@desk.example");
        var product = new EditedProduct(data, command => PortalProcess.RunAsync([.. command, "--data", data.Path]));
        var (answered, memory) = (new HashSet<string>(StringComparer.Ordinal), new MemorySeries());

        var load = SteadyLoad.Begin(client, await Readings.OfAsync(client), TimeSpan.FromSeconds(1) / ReadsPerSecond, BetweenInquiries);
        var clock = Stopwatch.StartNew();
        try
        {
            await Task.WhenAll(
                RepeatAsync(clock, BetweenLooks, () => Task.Run(() => memory.Add(clock.Elapsed, portal.Memory, load.Reads))),
                RepeatAsync(clock, BetweenAnswers, () => AnswerAsync(officer, load.Sent, answered)),
                RepeatAsync(clock, BetweenEdits, () => EditAsync(client, product)));
        }
        finally
        {
            await load.EndAsync();
            Tell($"{load.Reads} readings, {load.Sent.Acknowledged.Count} inquiries, {answered.Count} answered, {product.Newest} edits, {load.Failed.Count} requests failed");
            Tell($"MiB minute by minute: {memory}");
        }
        await Reckoning.OutboxIsEmptyAsync(sql => EmbeddedDatabase.QueryAsync(data, sql), leased: "0");
        (await portal.StopAsync()).ShouldBe(0);

        var (early, late) = (memory.Between(WarmUp, WarmUp + Measured), memory.Between(Length - Measured, Length));
        var growth = (late.Bytes - early.Bytes) / (late.Requests - early.Requests);
        Tell(string.Create(CultureInfo.InvariantCulture, $"{growth:0} bytes more for each of {late.Requests - early.Requests:0} requests; {mail.Received.Count} mails"));
        load.Failed.ShouldBeEmpty();
        portal.Output.Split('\n').Where(l => l.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal) || l.Contains("\"LogLevel\":\"Critical\"", StringComparison.Ordinal)).ShouldBeEmpty();
        load.Reads.ShouldBeGreaterThan((int)(ReadsPerSecond * Length.TotalSeconds * 0.9), "the load was less than it should be");
        await Reckoning.EachInquiryIsThereOnceAsync(sql => EmbeddedDatabase.QueryAsync(data, sql), load.Sent);
        answered.Count.ShouldBeGreaterThan(0);
        Reckoning.EachMailCameOnce(mail, load.Sent, answered);
        growth.ShouldBeLessThan(MostBytesPerRequest);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static void Tell(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    // What takes longer than its turn has the next one after it.
    private static async Task RepeatAsync(Stopwatch clock, TimeSpan between, Func<Task> work)
    {
        for (var turn = 1; between * turn < Length; turn++)
        {
            if (between * turn - clock.Elapsed is { Ticks: > 0 } early)
                await Task.Delay(early, Cancellation);
            await work();
        }
    }

    private static async Task EditAsync(HttpClient client, EditedProduct product)
    {
        await product.EditAsync();
        await Patience.UntilAsync(async () => product.FindStale(await client.GetStringAsync(EditedProduct.Path, Cancellation), DateTime.UtcNow + EditedProduct.Visible) is null, () => "an edit does not show");
    }

    // The desk looks into its inbox, and releases and answers one of those that nobody answered yet.
    private static async Task AnswerAsync(Visitor officer, SentInquiries sent, HashSet<string> answered)
    {
        await officer.OpenAsync("/fa/desk");
        if (sent.Acknowledged.Values.FirstOrDefault(r => !answered.Contains(r)) is not { } reference)
            return;
        var path = "/en/desk/inquiries/" + reference;
        (await officer.SubmitAsync(await officer.OpenAsync(path), "form[action*='handler=Release']", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.SubmitAsync(await officer.OpenAsync(path), "form[action*='handler=Answer']", [], ("answer", "In two weeks."), ("language", "en"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answered.Add(reference);
    }
}
