using ExportPortal.Accounts.People;
using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Escalating;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Mail;
using ExportPortal.Kernel.People;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ExportPortal.ModuleTests.Inquiries;

public abstract class EscalatingTests(TestDatabase database)
{
    private static readonly Scope Tashkent = Scope.Desk("tashkent");
    private static readonly Scope Sarvin = Scope.Firm("sarvin-zist-darou");

    public sealed class OnSqlite() : EscalatingTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : EscalatingTests(TestDatabase.Postgres);

    [Fact]
    public async Task What_a_desk_leaves_lying_is_told_to_the_administrators_in_their_language()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        await AddAdministratorAsync(portal, "fr");
        var reference = (await portal.SendAsync(InquiryPortal.Form)).Reference;
        await LookAsync(portal);
        (await OverdueMailsAsync(portal, 2)).ShouldBeEmpty("there is time left");
        await portal.LetDueTimePassAsync(reference);
        await LookAsync(portal);

        var mail = (await OverdueMailsAsync(portal, 2)).ShouldHaveSingleItem();
        (mail.To, mail.Culture).ShouldBe(("admin@portal.example", "fr"));
        mail.Subject.ShouldBe($"Demande {reference} en retard\u00a0: Kazakhstan");
        mail.Text.ShouldContain("Tachkent");
        (await portal.FindAsync(reference)).EscalatedAt.ShouldNotBeNull();
        (await portal.LedgerAsync(reference))[^1].Kind.ShouldBe("inquiry.escalated");
        (await portal.LedgerBreakAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Without_administrators_the_desk_of_the_unnamed_countries_is_told()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        await portal.LetDueTimePassAsync((await portal.SendAsync(InquiryPortal.Form)).Reference);
        await LookAsync(portal);
        (await OverdueMailsAsync(portal, 2)).ShouldHaveSingleItem().To.ShouldBe("tehran@desks.example");
    }

    [Fact]
    public async Task What_a_firm_leaves_unanswered_is_told_to_its_desk()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var reference = (await portal.SendAsync(InquiryPortal.Form)).Reference;
        await portal.ReleaseAsync(reference);
        var before = (await portal.MailsAsync()).Count;
        await portal.LetDueTimePassAsync(reference);
        await LookAsync(portal);
        (await OverdueMailsAsync(portal, before)).ShouldHaveSingleItem().To.ShouldBe("tashkent@desks.example");
    }

    [Fact]
    public async Task What_a_desk_was_asked_itself_and_leaves_unanswered_is_told_above_it()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var reference = (await portal.SendAsync(InquiryPortal.Form with { Products = [], Desk = "moscow", Kind = "information", Quantity = "" })).Reference;
        (await portal.FindAsync(reference)).Desk.ShouldBe("moscow", "though the goods would go to Kazakhstan");
        await portal.ReleaseAsync(reference);
        var before = (await portal.MailsAsync()).Count;
        await portal.LetDueTimePassAsync(reference);
        await LookAsync(portal);
        var mail = (await OverdueMailsAsync(portal, before)).ShouldHaveSingleItem();
        mail.To.ShouldBe("tehran@desks.example");
        mail.Text.ShouldStartWith("این استعلام در انتظار میز است");
    }

    [Fact]
    public async Task Each_overdue_step_is_told_once_however_many_nodes_look_and_how_often()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var reference = (await portal.SendAsync(InquiryPortal.Form)).Reference;
        await portal.LetDueTimePassAsync(reference);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => LookAsync(portal))));
        await LookAsync(portal);
        (await portal.LedgerAsync(reference)).Count(e => e.Kind == "inquiry.escalated").ShouldBe(1);
        (await OverdueMailsAsync(portal, 2)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_next_step_has_a_clock_of_its_own_and_a_closed_inquiry_has_none()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var reference = (await portal.SendAsync(InquiryPortal.Form)).Reference;
        await portal.LetDueTimePassAsync(reference);
        await LookAsync(portal);
        await portal.ReleaseAsync(reference);
        (await portal.FindAsync(reference)).EscalatedAt.ShouldBeNull();
        await portal.LetDueTimePassAsync(reference);
        await LookAsync(portal);
        (await portal.LedgerAsync(reference)).Count(e => e.Kind == "inquiry.escalated").ShouldBe(2);
        await portal.AnswerAsync(reference, Sarvin);
        await LookAsync(portal);
        (await portal.StepAsync(reference, Tashkent, (s, i) => s.CloseAsync(i, Cancellation)))!.IsDone.ShouldBeTrue();
        await LookAsync(portal);
        (await portal.LedgerAsync(reference)).Count(e => e.Kind == "inquiry.escalated").ShouldBe(2);
    }

    [Fact]
    public async Task A_second_question_to_a_firm_that_answered_first_has_a_clock_though_the_other_firm_answers_meanwhile()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var reference = (await portal.SendAsync(InquiryPortal.Form with { Products = ["sarvin-filgrastim-300", "pezhvak-aed-d1"] })).Reference;
        await portal.ReleaseAsync(reference);
        await portal.AnswerAsync(reference, Sarvin, once: "first");
        await ReplyAsync(portal, reference);
        await portal.AnswerAsync(reference, Scope.Firm("pezhvak-negar-shargh"), once: "second");

        var inquiry = await portal.FindAsync(reference);
        (inquiry.State, inquiry.Parts.Single(p => p.AnsweredAt is null).Firm).ShouldBe((InquiryState.Released, "sarvin-zist-darou"));
        await portal.LetDueTimePassAsync(reference);
        await LookAsync(portal);
        (await portal.LedgerAsync(reference))[^1].Kind.ShouldBe("inquiry.escalated");
        await portal.AnswerAsync(reference, Sarvin, once: "third");
        (await portal.FindAsync(reference)).State.ShouldBe(InquiryState.Answered);
    }

    [Fact]
    public async Task A_step_that_can_not_be_passed_on_keeps_no_later_one_waiting()
    {
        await using var portal = await InquiryPortal.StartAsync(database, s => s.Replace(ServiceDescriptor.Scoped<IStaffDirectory, OneDeskBroken>()));
        var broken = (await portal.SendAsync(InquiryPortal.Form)).Reference;
        await portal.ReleaseAsync(broken);
        await portal.LetDueTimePassAsync(broken);
        var later = (await portal.SendAsync(InquiryPortal.Form with { Destination = "RU" })).Reference;
        await portal.ReleaseAsync(later);
        await portal.LetDueTimePassAsync(later);
        OneDeskBroken.Breaks = true;
        await LookAsync(portal);
        (await portal.FindAsync(broken)).EscalatedAt.ShouldBeNull();
        (await portal.FindAsync(later)).EscalatedAt.ShouldNotBeNull();
        OneDeskBroken.Breaks = false;
        await LookAsync(portal);
        (await portal.FindAsync(broken)).EscalatedAt.ShouldNotBeNull();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task LookAsync(InquiryPortal portal) =>
        portal.Portal.Services.GetServices<IHostedService>().OfType<StepClock>().Single().TurnAsync(Cancellation);

    // What was queued after so many other mails.
    private static async Task<IReadOnlyList<MailMessage>> OverdueMailsAsync(InquiryPortal portal, int before) => [.. (await portal.MailsAsync()).Skip(before)];

    private static async Task AddAdministratorAsync(InquiryPortal portal, string culture) => (await portal.InScopeAsync(s =>
        s.GetRequiredService<CreatePerson>().RunAsync(new("admin@portal.example", "Camille", culture, [Scope.Administrator])))).IsDone.ShouldBeTrue();

    private static Task ReplyAsync(InquiryPortal portal, string reference) => portal.InScopeAsync(async s =>
    {
        var inquiry = await s.GetRequiredService<PortalDbContext>().Set<Inquiry>().Include(i => i.Parts).SingleAsync(i => i.Reference == reference, Cancellation);
        (await s.GetRequiredService<ReplyToAnswer>().RunAsync(inquiry, "And the shelf life?", "en", "reply", Cancellation)).IsDone.ShouldBeTrue();
        return true;
    });

    // Nobody acts for any desk, and one desk's people can't even be looked for.
    private sealed class OneDeskBroken : IStaffDirectory
    {
        private static readonly AsyncLocal<bool> Broken = new();

        public static bool Breaks
        {
            set => Broken.Value = value;
        }

        public Task<IReadOnlyList<Addressee>> FindAsync(Scope scope, CancellationToken cancellation) =>
            Broken.Value && scope == Tashkent ? throw new InvalidOperationException("broken") : Task.FromResult<IReadOnlyList<Addressee>>([]);
    }
}
