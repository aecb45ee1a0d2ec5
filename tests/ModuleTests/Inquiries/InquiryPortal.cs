using System.Text.Json.Nodes;
using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Receiving;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Mail;
using ExportPortal.Kernel.Outbox;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.People;
using ExportPortal.ModuleTests.Catalogue;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ExportPortal.ModuleTests.Inquiries;

/// <summary>A portal with the sample catalogue, and what buyers and staff do in it.</summary>
internal sealed class InquiryPortal : IAsyncDisposable
{
    private InquiryPortal(TemporaryPortal portal) => Portal = portal;

    public TemporaryPortal Portal { get; }

    public static async Task<InquiryPortal> StartAsync(TestDatabase database, Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings)
    {
        var portal = await TemporaryPortal.StartAsync(database, services =>
        {
            services.Replace(ServiceDescriptor.Scoped<ICurrentPerson, TestPerson>());
            change?.Invoke(services);
        }, settings);
        (await Feed.ImportAsync(portal, Path.Combine(Feed.Media, "reference", "feed.jsonl"))).Faults.ShouldBeEmpty();
        (await Feed.ImportAsync(portal, Samples)).Faults.ShouldBeEmpty();
        return new(portal);
    }

    // Two firms and three products of the sample catalogue, without their files.
    private static IEnumerable<JsonNode> Samples
    {
        get
        {
            foreach (var line in File.ReadLines(Path.Combine(Feed.Media, "sample", "feed.jsonl")).Select(l => JsonNode.Parse(l)!.AsObject()))
            {
                if ((string?)line["id"] is not ("sarvin-zist-darou" or "pezhvak-negar-shargh" or "sarvin-filgrastim-300" or "pezhvak-aed-d1" or "pezhvak-handheld-ultrasound"))
                    continue;
                foreach (var files in new[] { "logo", "images", "documents", "certificates" })
                    line.Remove(files);
                yield return line;
            }
        }
    }

    /// <summary>A buyer's form in which everything is right.</summary>
    public static InquiryForm Form => new()
    {
        Products = ["sarvin-filgrastim-300"],
        Kind = "quotation",
        Quantity = "5 000",
        Unit = "XPK",
        Destination = "KZ",
        Message = "Здравствуйте! Нужна цена.",
        Name = "Алия Нурланова",
        Company = "ТОО Фарма",
        Email = "aliya@pharma.kz",
        Phone = "+7 701 123 45 67",
        Culture = "ru",
        Consent = true,
    };

    public Task<Outcome<CheckedInquiry>> CheckAsync(InquiryForm form, string culture = "ru") =>
        InScopeAsync(s => s.GetRequiredService<CheckInquiry>().RunAsync(form, PortalCultures.Find(culture)!, Cancellation));

    public async Task<Receipt> SendAsync(InquiryForm form, string? id = null) => await InScopeAsync(async services =>
    {
        var outcome = await services.GetRequiredService<CheckInquiry>().RunAsync(form, PortalCultures.Find("ru")!, Cancellation);
        outcome.IsDone.ShouldBeTrue(string.Join(", ", outcome.Refusals.Select(r => r.Key)));
        return await services.GetRequiredService<ReceiveInquiry>().RunAsync(outcome.Value!, SendingKey.OfForm(id ?? Guid.NewGuid().ToString("N")), Cancellation);
    });

    /// <summary>Lets somebody with scopes take a step; null when it is not theirs or they do not see the inquiry.</summary>
    public Task<Outcome?> StepAsync(string reference, Scope scope, Func<StaffSteps, Inquiry, Task<Outcome?>> step) => StepAsync(reference, [scope], step);

    public Task<Outcome?> StepAsync(string reference, Scope[] scopes, Func<StaffSteps, Inquiry, Task<Outcome?>> step) => InScopeAsync(async services =>
    {
        ((TestPerson)services.GetRequiredService<ICurrentPerson>()).Scopes = scopes;
        return await services.GetRequiredService<StaffAccess>().FindAsync(reference, Cancellation) is { } inquiry
            ? await step(services.GetRequiredService<StaffSteps>(), inquiry) : null;
    });

    public async Task ReleaseAsync(string reference) =>
        (await StepAsync(reference, Scope.Administrator, (s, i) => s.ReleaseAsync(i, Cancellation))).ShouldNotBeNull().IsDone.ShouldBeTrue();

    public Task<Outcome?> AnswerAsync(string reference, Scope scope, string text = "12 EUR", string once = "once") =>
        StepAsync(reference, scope, (s, i) => s.AnswerAsync(i, new(text, "ru", once), Cancellation));

    public Task<bool> SeesAsync(string reference, Scope scope) => InScopeAsync(async services =>
    {
        ((TestPerson)services.GetRequiredService<ICurrentPerson>()).Scopes = [scope];
        return await services.GetRequiredService<StaffAccess>().FindAsync(reference, Cancellation) is not null;
    });

    /// <summary>Lets the time in which the next step was due be over.</summary>
    public Task LetDueTimePassAsync(string reference) => InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<Inquiry>().Where(i => i.Reference == reference)
        .ExecuteUpdateAsync(set => set.SetProperty(i => i.DueAt, DateTimeOffset.UtcNow.AddHours(-1)), Cancellation));

    /// <summary>Carries out what waits in the outbox.</summary>
    public async Task DispatchAsync()
    {
        while (await Portal.Services.GetRequiredService<OutboxDispatcher>().DispatchOneAsync(Cancellation)) { }
    }

    public Task<Inquiry> FindAsync(string reference) => InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<Inquiry>()
        .Include(i => i.Parts).Include(i => i.Products).AsNoTracking().SingleAsync(i => i.Reference == reference, Cancellation));

    public Task<List<T>> AllAsync<T>() where T : class => InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<T>().AsNoTracking().ToListAsync(Cancellation));

    public Task<List<LedgerEntry>> LedgerAsync(string reference) => InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<LedgerEntry>()
        .AsNoTracking().Where(e => e.Subject == reference).OrderBy(e => e.Position).ToListAsync(Cancellation));

    public Task<long?> LedgerBreakAsync() => InScopeAsync(s => LedgerEntry.FindBreakAsync(s.GetRequiredService<PortalDbContext>(), Cancellation));

    /// <summary>The mails that wait to leave, in the order they were queued.</summary>
    public async Task<IReadOnlyList<MailMessage>> MailsAsync() =>
        [.. (await AllAsync<OutboxMessage>()).OrderBy(m => m.Id).Where(m => m.Kind == MailMessage.OutboxKind).Select(m => System.Text.Json.JsonSerializer.Deserialize<MailMessage>(m.Payload)!)];

    public Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work) => Portal.InScopeAsync(work);

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private sealed class TestPerson : ICurrentPerson
    {
        public string? Id => "test-person";

        public string? Name => "Test person";

        public IReadOnlyCollection<Scope> Scopes { get; set; } = [];
    }
}
