using System.Collections.Concurrent;
using System.Diagnostics;

namespace ExportPortal.WebTests.Nodes;

/// <summary>A request that failed.</summary>
/// <param name="What">The method and path.</param>
/// <param name="Begun">When it was begun.</param>
/// <param name="Ended">When it had failed.</param>
/// <param name="Why">The status, or what went wrong on the way.</param>
internal sealed record FailedRequest(string What, DateTime Begun, DateTime Ended, string Why)
{
    private const int Longest = 80;

    /// <summary>Asks, and tells of the failure; null when it went well.</summary>
    /// <param name="what">The method and path.</param>
    /// <param name="ask">Gets the time at which it is begun, and tells why it failed; null when it did not.</param>
    public static async Task<FailedRequest?> OfAsync(string what, Func<DateTime, Task<string?>> ask)
    {
        var begun = DateTime.UtcNow;
        string? why;
        try
        {
            why = await ask(begun);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException)
        {
            why = fault.GetBaseException().Message;
        }
        return why is null ? null : new(what, begun, DateTime.UtcNow, why.Length > Longest ? why[..Longest] : why);
    }
}

/// <summary>Readers and senders of inquiries at one address, until they are told to end.</summary>
internal sealed class Load
{
    private const int Readers = 2, Senders = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);
    private static readonly string[] Pages = [EditedProduct.Path, "/en/sectors", EditedProduct.Path, "/api/v1/search?q=defibrillator&culture=en", EditedProduct.Path, "/fa/"];

    private readonly ConcurrentBag<FailedRequest> _failed = [];
    private readonly ConcurrentBag<string> _stale = [];
    private readonly CancellationTokenSource _end = new();
    private readonly EditedProduct? _edited;
    private readonly Task _running;
    private int _reads;

    private Load(string url, EditedProduct? edited)
    {
        _edited = edited;
        _running = Task.WhenAll([
            .. Enumerable.Range(0, edited is null ? 0 : Readers).Select(i => Task.Run(() => ReadAsync(url, i))),
            .. Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendAsync(url)))]);
    }

    public SentInquiries Sent { get; } = new();

    public IReadOnlyCollection<FailedRequest> Failed => _failed;

    /// <summary>What readers got that was older than it may be.</summary>
    public IReadOnlyCollection<string> Stale => _stale;

    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Begins; pages are read where there is an edited product to look for.</summary>
    public static Load Begin(string url, EditedProduct? edited) => new(url, edited);

    /// <summary>Waits until so many inquiries are acknowledged.</summary>
    public async Task WaitForAsync(int acknowledged)
    {
        for (var waited = Stopwatch.StartNew(); Sent.Acknowledged.Count < acknowledged; await Task.Delay(20))
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
    }

    /// <summary>Ends: who has not been answered sends on until they are.</summary>
    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    private async Task ReadAsync(string url, int turn)
    {
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        for (; !_end.IsCancellationRequested; turn++)
        {
            var path = Pages[turn % Pages.Length];
            await TryAsync("GET " + path, async begun =>
            {
                using var response = await client.GetAsync(path);
                var page = await response.Content.ReadAsStringAsync();
                if (path == EditedProduct.Path && response.IsSuccessStatusCode && _edited!.FindStale(page, begun) is { } stale)
                    _stale.Add(stale);
                Interlocked.Increment(ref _reads);
                return response.IsSuccessStatusCode ? null : $"{(int)response.StatusCode} {page}";
            });
            await Task.Delay(Pause);
        }
    }

    private async Task SendAsync(string url)
    {
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        while (!_end.IsCancellationRequested)
        {
            var number = Sent.Next();
            // Who saw no reference sends again under the same key.
            for (var tries = 0; !Sent.Acknowledged.ContainsKey(number); tries++)
            {
                tries.ShouldBeLessThan(100);
                await TryAsync("POST inquiry", _ => Sent.SendAsync(client, number));
                await Task.Delay(Pause);
            }
        }
    }

    private async Task TryAsync(string what, Func<DateTime, Task<string?>> ask)
    {
        if (await FailedRequest.OfAsync(what, ask) is { } failed)
            _failed.Add(failed);
    }
}
