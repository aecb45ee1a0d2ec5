using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ExportPortal.Testing;

namespace ExportPortal.WebTests.Serving;

/// <summary>What the portal has acknowledged survives its sudden end.</summary>
public sealed class KillTests
{
    private const int InquiriesPerKill = 20, Senders = 4;
    private static readonly TimeSpan LongRequest = TimeSpan.FromMilliseconds(150);
    private static readonly string[] Unlimited = ["--Inquiries:LimitSends", "100000"];

    [Fact]
    public Task Killed_ten_times_over_two_hundred_inquiries_each_acknowledged_one_is_there_once_and_its_mail_leaves() => KillAsync(10);

    [Fact, Trait("Category", "Soak")]
    public Task Killed_two_hundred_times_over_four_thousand_inquiries_each_acknowledged_one_is_there_once_and_its_mail_leaves() => KillAsync(200);

    private static async Task KillAsync(int kills)
    {
        using var folder = new TemporaryFolder();
        var acknowledged = new ConcurrentDictionary<int, string>();
        var inquiries = InquiriesPerKill * kills;
        for (var round = 0; round < kills; round++)
        {
            var pending = Enumerable.Range(0, InquiriesPerKill * (round + 1)).Where(i => !acknowledged.ContainsKey(i)).ToArray();
            await using var portal = await PortalProcess.StartAsync(folder.Path, Unlimited);
            // A random number of answers, and a random part of a request later: as the others send on meanwhile, it dies at any point of its work.
            var (answers, later) = (Random.Shared.Next(pending.Length), LongRequest * Random.Shared.NextDouble());
            TestContext.Current.TestOutputHelper?.WriteLine($"Kill {round + 1}: {later.TotalMilliseconds:0.0} ms after {answers} of {pending.Length} answers");
            var moment = new TaskCompletionSource();
            var killed = KillAsync(portal, moment.Task, later);
            await SendAsync(portal, pending, acknowledged, sent =>
            {
                if (sent >= answers)
                    moment.TrySetResult();
            });
            // For a portal that ended of itself the moment has not come.
            moment.TrySetResult();
            await killed;
        }

        await using (var last = await PortalProcess.StartAsync(folder.Path, Unlimited))
        {
            // Who saw no reference sends again under the same key; what had been saved all the same is not saved twice.
            var rest = Enumerable.Range(0, inquiries).Where(i => !acknowledged.ContainsKey(i)).ToArray();
            await SendAsync(last, rest, acknowledged, _ => { });
            acknowledged.Count.ShouldBe(inquiries);
            await Patience.UntilAsync(async () => (await EmbeddedDatabase.QueryAsync(folder, "SELECT COUNT(*) FROM kernel_outbox WHERE done_at IS NULL")) is ["0"], () => "the outbox did not empty");
            (await last.StopAsync()).ShouldBe(0);
        }
        acknowledged.Values.Distinct().Count().ShouldBe(inquiries);
        (await EmbeddedDatabase.QueryAsync(folder, "SELECT reference FROM inquiries_inquiries")).ShouldBe(acknowledged.Values, ignoreOrder: true);
        var receivers = Directory.GetFiles(folder["mail"], "*.eml").SelectMany(File.ReadLines).Where(l => l.StartsWith("To: buyer-", StringComparison.Ordinal)).ToArray();
        receivers.ShouldBe(Enumerable.Range(0, inquiries).Select(i => $"To: buyer-{i}@buyers.example"), ignoreOrder: true);
    }

    private static async Task KillAsync(PortalProcess portal, Task moment, TimeSpan later)
    {
        await moment;
        await Task.Delay(later, TestContext.Current.CancellationToken);
        await portal.KillAsync();
    }

    private static async Task SendAsync(PortalProcess portal, int[] numbers, ConcurrentDictionary<int, string> acknowledged, Action<int> whenAnswered)
    {
        using var client = new HttpClient { BaseAddress = new Uri(portal.Url) };
        var queue = new ConcurrentQueue<int>(numbers);
        var sent = 0;
        whenAnswered(sent);
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            while (queue.TryDequeue(out var number))
            {
                try
                {
                    acknowledged[number] = await PostAsync(client, number);
                }
                catch (HttpRequestException fault) when (fault.StatusCode is null)
                {
                    // The connection broke: no reference was seen.
                    return;
                }
                whenAnswered(Interlocked.Increment(ref sent));
            }
        }));
    }

    private static async Task<string> PostAsync(HttpClient client, int number)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/inquiries")
        {
            Content = JsonContent.Create(new
            {
                products = new[] { "pezhvak-aed-d1" },
                kind = "information",
                destination = "KZ",
                message = "Please tell us about delivery times and service partners.",
                name = "Buyer",
                company = "Clinic",
                email = $"buyer-{number}@buyers.example",
                culture = "ru",
                consent = true,
            }),
        };
        request.Headers.Add("Idempotency-Key", $"kill-test-{number}");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["reference"]!;
    }
}
