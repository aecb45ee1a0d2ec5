using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Mail;
using ExportPortal.Kernel.Outbox;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;
using ExportPortal.Search.Saving;
using ExportPortal.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ExportPortal.ModuleTests.Search;

/// <summary>A portal whose index and clock tests fill and set, and what readers of saved searches do in it.</summary>
internal sealed partial class SavedPortal : IAsyncDisposable
{
    public const string Reader = "aliya@pharma.kz";

    private readonly TemporaryPortal _portal;
    private readonly MovableTime _time;

    private SavedPortal(TemporaryPortal portal, MovableTime time) => (_portal, _time) = (portal, time);

    public TemporaryPortal Portal => _portal;

    public SearchIndex Index => _portal.Services.GetRequiredService<SearchIndex>();

    public static async Task<SavedPortal> StartAsync(TestDatabase database, params (string Key, string Value)[] settings)
    {
        var time = new MovableTime();
        var portal = new SavedPortal(await TemporaryPortal.StartAsync(database, s => s.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)).Replace(ServiceDescriptor.Singleton<DatabaseClock>(new SameClock(time))), settings), time);
        portal.Index.Replace(ImmutableArray<SegmentView>.Empty, 0, portal.Index.Snapshot.Glossary);
        return portal;
    }

    /// <summary>By how much this node's clock is ahead of the database's.</summary>
    public void SetAhead(TimeSpan ahead) => _time.Ahead = ahead;

    public void Pass(TimeSpan time) => _time.Now += time;

    /// <summary>Publishes a product for the first time, a second later than whatever was before; it is in the index at once.</summary>
    public void Publish(string id, string name, string sector = "medical")
    {
        Pass(TimeSpan.FromSeconds(1));
        Index.Apply([], [new SearchDocument
        {
            Kind = "product",
            Id = id,
            Published = _time.Now,
            Texts = [new(SearchField.Name, "en", name)],
            Facets = [new("sector", sector)],
            Cards = [new() { Culture = "en", Name = name, Summary = "A summary.", Path = "products/" + id }],
        }], Index.State.Position);
    }

    /// <summary>Sends the form; the mail's token, if one was queued.</summary>
    public async Task<string?> SaveAsync(string query, string culture = "en", string email = Reader, TimeSpan openFor = default)
    {
        var before = (await MailsAsync()).Count;
        await SendAsync(query, culture, email, openFor);
        return (await MailsAsync()).Skip(before).Select(m => TokenOf(m)).SingleOrDefault();
    }

    /// <summary>Sends the form.</summary>
    public async Task SendAsync(string query, string culture = "en", string email = Reader, TimeSpan openFor = default) =>
        (await _portal.InScopeAsync(s => s.GetRequiredService<SaveSearch>().RunAsync(
            s.GetRequiredService<ReadSaved>().Read(new QueryCollection(QueryHelpers.ParseQuery(query)), culture), new(email, true), openFor, Cancellation))).IsDone.ShouldBeTrue();

    public Task ConfirmAsync(string token) => _portal.InScopeAsync(s => s.GetRequiredService<SavedAccess>().ConfirmAsync(token, Cancellation));

    public Task<bool> StopAsync(string token) => _portal.InScopeAsync(s => s.GetRequiredService<SavedAccess>().StopAsync(token, Cancellation));

    /// <summary>Saves and confirms.</summary>
    public async Task<string> WatchAsync(string query, string culture = "en", string email = Reader)
    {
        var token = (await SaveAsync(query, culture, email)).ShouldNotBeNull();
        await ConfirmAsync(token);
        return token;
    }

    /// <summary>Lets what was published settle, and a node look.</summary>
    public Task LookAsync(TimeSpan? later = null)
    {
        Pass(later ?? TimeSpan.FromMinutes(3));
        return TurnAsync();
    }

    public Task TurnAsync() => _portal.Services.GetServices<IHostedService>().OfType<SavedClock>().Single().TurnAsync(Cancellation);

    public Task<List<T>> AllAsync<T>() where T : class => _portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<T>().AsNoTracking().ToListAsync(Cancellation));

    /// <summary>All mails that wait to leave, in the order they were queued.</summary>
    public async Task<IReadOnlyList<MailMessage>> MailsAsync() =>
        [.. (await AllAsync<OutboxMessage>()).OrderBy(m => m.Id).Where(m => m.Kind == MailMessage.OutboxKind).Select(m => JsonSerializer.Deserialize<MailMessage>(m.Payload)!)];

    /// <summary>Those that tell what is new.</summary>
    public async Task<IReadOnlyList<MailMessage>> NewsAsync() => [.. (await MailsAsync()).Where(m => m.StopAt is not null)];

    public static string TokenOf(MailMessage mail) => Secret().Match(mail.Text).Groups[1].Value;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [GeneratedRegex("/search/saved/(?:confirm|stop)/([A-Za-z0-9_-]{22})")]
    private static partial Regex Secret();

    private sealed class MovableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 16, 5, 0, 0, TimeSpan.Zero);

        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => Now + Ahead;
    }

    private sealed class SameClock(MovableTime time) : DatabaseClock(time)
    {
        public override Task<DateTimeOffset> NowAsync(PortalDbContext db, CancellationToken cancellation) => Task.FromResult(time.Now);
    }
}
