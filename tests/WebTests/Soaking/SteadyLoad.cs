using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using ExportPortal.WebTests.Nodes;

namespace ExportPortal.WebTests.Soaking;

/// <summary>Readers and senders of inquiries who ask at a rate of their own, until they are told to end: the load is the same on every machine that keeps up.</summary>
internal sealed class SteadyLoad
{
    // Each waits for its answer, so that a slow portal has so many at once and no more.
    private const int Readers = 8;
    private const int Again = 10;

    private readonly ConcurrentBag<FailedRequest> _failed = [];
    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _client;
    private readonly Task _running;
    private int _begun;
    private int _reads;

    private SteadyLoad(HttpClient client, Readings readings, TimeSpan betweenReads, TimeSpan betweenInquiries)
    {
        _client = client;
        var clock = Stopwatch.StartNew();
        _running = Task.WhenAll([
            .. Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadAsync(readings, clock, betweenReads))),
            Task.Run(() => SendAsync(clock, betweenInquiries))]);
    }

    public SentInquiries Sent { get; } = new();

    public IReadOnlyCollection<FailedRequest> Failed => _failed;

    public int Reads => Volatile.Read(ref _reads);

    public static SteadyLoad Begin(HttpClient client, Readings readings, TimeSpan betweenReads, TimeSpan betweenInquiries) => new(client, readings, betweenReads, betweenInquiries);

    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    private async Task ReadAsync(Readings readings, Stopwatch clock, TimeSpan between)
    {
        while (!_end.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref _begun);
            await WaitAsync(clock, between * number);
            var path = readings.PathOf(number);
            await TryAsync("GET " + path, async () =>
            {
                using var response = await _client.GetAsync(path);
                await response.Content.ReadAsByteArrayAsync();
                Interlocked.Increment(ref _reads);
                return response.StatusCode == HttpStatusCode.OK ? null : $"{(int)response.StatusCode}";
            });
        }
    }

    private async Task SendAsync(Stopwatch clock, TimeSpan between)
    {
        while (!_end.IsCancellationRequested)
        {
            var number = Sent.Next();
            await WaitAsync(clock, between * number);
            // Some saw no answer, and ask again.
            for (var times = number % Again == 0 ? 2 : 1; times > 0; times--)
                await TryAsync("POST inquiry", () => Sent.SendAsync(_client, number));
        }
    }

    private static async Task WaitAsync(Stopwatch clock, TimeSpan due)
    {
        if (due - clock.Elapsed is { Ticks: > 0 } early)
            await Task.Delay(early);
    }

    private async Task TryAsync(string what, Func<Task<string?>> ask)
    {
        if (await FailedRequest.OfAsync(what, _ => ask()) is { } failed)
            _failed.Add(failed);
    }
}
