using ExportPortal.Accounts.People;
using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Contracts;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.People;
using ExportPortal.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ExportPortal.ModuleTests.Inquiries;

public abstract class AnsweringTests(TestDatabase database)
{
    private static readonly Scope Tashkent = Scope.Desk("tashkent");
    private static readonly Scope Moscow = Scope.Desk("moscow");
    private static readonly Scope Sarvin = Scope.Firm("sarvin-zist-darou");
    private static readonly Scope Pezhvak = Scope.Firm("pezhvak-negar-shargh");

    public sealed class OnSqlite() : AnsweringTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : AnsweringTests(TestDatabase.Postgres);

    [Fact]
    public async Task The_whole_way_from_received_to_closed_is_in_the_ledger_and_the_chain_holds()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var receipt = await portal.SendAsync(InquiryPortal.Form);
        var reference = receipt.Reference;
        (await portal.StepAsync(reference, Tashkent, (s, i) => s.HoldAsync(i, "Wer ist das?", "en", Cancellation)))!.IsDone.ShouldBeTrue();
        (await portal.StepAsync(reference, Tashkent, (s, i) => s.ReleaseAsync(i, Cancellation)))!.IsDone.ShouldBeTrue();
        (await portal.AnswerAsync(reference, Sarvin))!.IsDone.ShouldBeTrue();
        (await ReplyAsync(portal, receipt.Token, "И срок?")).IsDone.ShouldBeTrue();
        (await portal.FindAsync(reference)).State.ShouldBe(InquiryState.Released);
        (await portal.AnswerAsync(reference, Tashkent, once: "twice"))!.IsDone.ShouldBeTrue();
        (await portal.StepAsync(reference, Tashkent, (s, i) => s.CloseAsync(i, Cancellation)))!.IsDone.ShouldBeTrue();

        (await portal.LedgerAsync(reference)).Select(e => e.Kind).ShouldBe(["inquiry.received", "inquiry.routed", "inquiry.held", "inquiry.released", "inquiry.answered", "inquiry.replied", "inquiry.answered", "inquiry.closed"]);
        (await portal.LedgerAsync(reference))[3].Detail.ShouldContain("Inquiries.Release.NoList");
        (await portal.LedgerBreakAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Only_its_desk_sees_an_inquiry_before_the_release_and_only_its_firms_after()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var reference = (await portal.SendAsync(InquiryPortal.Form)).Reference;
        async Task<bool[]> SeenAsync() => [await portal.SeesAsync(reference, Tashkent), await portal.SeesAsync(reference, Scope.Administrator), await portal.SeesAsync(reference, Moscow), await portal.SeesAsync(reference, Sarvin), await portal.SeesAsync(reference, Pezhvak)];
        (await SeenAsync()).ShouldBe([true, true, false, false, false]);
        await portal.ReleaseAsync(reference);
        (await SeenAsync()).ShouldBe([true, true, false, true, false]);
    }

    [Fact]
    public async Task A_firm_answers_and_does_nothing_else()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var reference = (await portal.SendAsync(InquiryPortal.Form)).Reference;
        await portal.ReleaseAsync(reference);
        (await portal.StepAsync(reference, Sarvin, (s, i) => s.CloseAsync(i, Cancellation))).ShouldBeNull();
        (await portal.StepAsync(reference, Sarvin, (s, i) => s.HoldAsync(i, "no", "en", Cancellation))).ShouldBeNull();
        (await portal.StepAsync(reference, Sarvin, (s, i) => s.ReleaseAsync(i, Cancellation))).ShouldBeNull();
        (await portal.AnswerAsync(reference, Sarvin))!.IsDone.ShouldBeTrue();
        (await portal.AnswerAsync(reference, Pezhvak)).ShouldBeNull();
    }

    [Fact]
    public async Task Who_acts_for_two_firms_answers_for_the_one_they_choose_and_each_part_by_itself()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var reference = (await portal.SendAsync(InquiryPortal.Form with { Products = ["sarvin-filgrastim-300", "pezhvak-aed-d1"] })).Reference;
        await portal.ReleaseAsync(reference);
        Task<Outcome?> AnswerForAsync(string? firm, string once) => portal.StepAsync(reference, [Sarvin, Pezhvak], (s, i) => s.AnswerAsync(i, new("12 EUR", "ru", once, firm), Cancellation));

        (await AnswerForAsync(null, "0"))!.Refusals.ShouldHaveSingleItem().Field.ShouldBe("firm");
        (await AnswerForAsync("another-firm", "0")).ShouldBeNull("no part of theirs");
        (await AnswerForAsync("pezhvak-negar-shargh", "1"))!.IsDone.ShouldBeTrue();
        (await portal.FindAsync(reference)).Parts.Where(p => p.AnsweredAt is not null).ShouldHaveSingleItem().Firm.ShouldBe("pezhvak-negar-shargh");
        (await AnswerForAsync("sarvin-zist-darou", "2"))!.IsDone.ShouldBeTrue();
        (await portal.FindAsync(reference)).State.ShouldBe(InquiryState.Answered);
        (await portal.AllAsync<Message>()).Where(m => m.Writer == Writer.Firm).Select(m => m.Firm).ShouldBe(["pezhvak-negar-shargh", "sarvin-zist-darou"], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_acts_for_two_firms_hears_of_an_inquiry_once()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        (await portal.InScopeAsync(s => s.GetRequiredService<CreatePerson>().RunAsync(new("both@firm.example", "Name", "fa", [Sarvin, Pezhvak])))).IsDone.ShouldBeTrue();
        await portal.ReleaseAsync((await portal.SendAsync(InquiryPortal.Form with { Products = ["sarvin-filgrastim-300", "pezhvak-aed-d1"] })).Reference);
        (await portal.MailsAsync()).Count(m => m.To == "both@firm.example").ShouldBe(1);
    }

    [Fact]
    public async Task A_firm_asked_as_such_beside_products_of_another_sees_its_own_name_in_the_inbox()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var inquiry = await portal.FindAsync((await portal.SendAsync(InquiryPortal.Form with { Products = ["pezhvak-aed-d1"], Organisation = "sarvin-zist-darou" })).Reference);
        Task<string> NameForAsync(params string[] firms) => portal.InScopeAsync(async s =>
        {
            var names = await s.GetRequiredService<ReadInquiry>().FirstNamesAsync([inquiry], _ => firms, "en", Cancellation);
            return names[inquiry.Id].Name!.Value.Value;
        });
        (await NameForAsync("sarvin-zist-darou")).ShouldStartWith("Sarvin");
        (await NameForAsync("pezhvak-negar-shargh")).ShouldContain("defibrillator");
        (await NameForAsync()).ShouldContain("defibrillator");
    }

    [Fact]
    public async Task One_firm_does_not_read_what_another_answers_and_nobody_but_the_desk_reads_notes()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var reference = (await portal.SendAsync(InquiryPortal.Form with { Products = ["sarvin-filgrastim-300", "pezhvak-aed-d1"] })).Reference;
        await portal.StepAsync(reference, Tashkent, (s, i) => s.HoldAsync(i, "note", "en", Cancellation));
        await portal.ReleaseAsync(reference);
        await portal.AnswerAsync(reference, Sarvin, "from sarvin", "1");
        await portal.AnswerAsync(reference, Pezhvak, "from pezhvak", "2");
        (await ReadAsync(portal, reference, Reader.Desk)).ShouldBe(["Здравствуйте! Нужна цена.", "note", "from sarvin", "from pezhvak"]);
        (await ReadAsync(portal, reference, Reader.Of(["sarvin-zist-darou"]))).ShouldBe(["Здравствуйте! Нужна цена.", "from sarvin"]);
        (await ReadAsync(portal, reference, Reader.Buyer)).ShouldBe(["Здравствуйте! Нужна цена.", "from sarvin", "from pezhvak"]);
    }

    [Fact]
    public async Task The_answer_is_mailed_to_a_confirmed_address_only()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var reference = (await portal.SendAsync(InquiryPortal.Form)).Reference;
        await portal.ReleaseAsync(reference);
        await portal.AnswerAsync(reference, Sarvin, "12 EUR", "1");
        var waits = (await portal.MailsAsync())[^1];
        waits.To.ShouldBe("aliya@pharma.kz");
        waits.Text.ShouldNotContain("12 EUR");

        var token = waits.Text.Split("/inquiries/confirm/")[1].Split('\n')[0];
        var tracking = await portal.InScopeAsync(s => s.GetRequiredService<BuyerAccess>().ConfirmAsync(token, Cancellation));
        tracking.ShouldNotBeNull();
        (await portal.InScopeAsync(s => s.GetRequiredService<BuyerAccess>().FindAsync(token, LinkPurpose.Track, Cancellation))).ShouldBeNull("a link to confirm opens nothing else");
        (await portal.InScopeAsync(s => s.GetRequiredService<BuyerAccess>().FindAsync(tracking, LinkPurpose.Track, Cancellation)))!.Reference.ShouldBe(reference);
        await portal.AnswerAsync(reference, Sarvin, "13 EUR", "2");
        (await portal.MailsAsync())[^1].Text.ShouldContain("13 EUR");
        (await portal.LedgerAsync(reference)).Count(e => e.Kind == "inquiry.confirmed").ShouldBe(1);
    }

    [Fact]
    public async Task The_same_answer_sent_five_times_at_once_is_one_answer()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var reference = (await portal.SendAsync(InquiryPortal.Form)).Reference;
        await portal.ReleaseAsync(reference);
        var mails = (await portal.MailsAsync()).Count;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => portal.AnswerAsync(reference, Sarvin))));
        outcomes.ShouldAllBe(o => o!.IsDone);
        (await portal.AllAsync<Message>()).Count(m => m.Writer == Writer.Firm).ShouldBe(1);
        (await portal.MailsAsync()).Count.ShouldBe(mails + 1);
    }

    [Fact]
    public async Task Of_two_officers_who_release_at_once_one_releases()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var reference = (await portal.SendAsync(InquiryPortal.Form)).Reference;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => portal.StepAsync(reference, Tashkent, (s, i) => s.ReleaseAsync(i, Cancellation)))));
        outcomes.Count(o => o!.IsDone).ShouldBe(1);
        (await portal.LedgerAsync(reference)).Count(e => e.Kind == "inquiry.released").ShouldBe(1);
    }

    [Fact]
    public async Task A_check_that_finds_something_keeps_the_inquiry_from_the_firms_and_is_on_record()
    {
        await using var portal = await InquiryPortal.StartAsync(database, services => services.Replace(ServiceDescriptor.Scoped<IReleaseCheck, ForbiddingCheck>()));
        var reference = (await portal.SendAsync(InquiryPortal.Form)).Reference;
        var outcome = await portal.StepAsync(reference, Tashkent, (s, i) => s.ReleaseAsync(i, Cancellation));
        outcome!.Refusals.ShouldHaveSingleItem().Key.ShouldBe("Inquiries.Step.ReleaseForbidden");
        (await portal.SeesAsync(reference, Sarvin)).ShouldBeFalse();
        (await portal.FindAsync(reference)).ReleaseFinding!.ShouldContain("Inquiries.Release.NotYet");
        (await portal.LedgerAsync(reference))[^1].Kind.ShouldBe("inquiry.release-refused");
    }

    [Fact]
    public async Task A_reply_whose_sender_leaves_while_it_is_saved_is_saved_and_so_counted()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var receipt = await portal.SendAsync(InquiryPortal.Form);
        using var left = new CancellationTokenSource();
        var outcome = await portal.InScopeAsync(async s =>
        {
            s.GetRequiredService<PortalDbContext>().SavingChanges += (_, _) => left.Cancel();
            var inquiry = await s.GetRequiredService<BuyerAccess>().FindAsync(receipt.Token, LinkPurpose.Track, Cancellation);
            return await s.GetRequiredService<ReplyToAnswer>().RunAsync(inquiry!, "И срок?", "ru", "once", left.Token);
        });
        outcome.IsDone.ShouldBeTrue();
        (await portal.AllAsync<Message>()).Select(m => m.Text).ShouldContain("И срок?");
    }

    private sealed class ForbiddingCheck : IReleaseCheck
    {
        public Task<ReleaseFinding> LookAsync(ReleaseQuestion question, CancellationToken cancellation) =>
            Task.FromResult(new ReleaseFinding(false, "Inquiries.Release.NotYet", new Dictionary<string, string>()));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<Outcome> ReplyAsync(InquiryPortal portal, string token, string text) => portal.InScopeAsync(async s =>
    {
        var inquiry = await s.GetRequiredService<BuyerAccess>().FindAsync(token, LinkPurpose.Track, Cancellation);
        return await s.GetRequiredService<ReplyToAnswer>().RunAsync(inquiry!, text, "ru", Guid.NewGuid().ToString("N"), Cancellation);
    });

    private static async Task<string[]> ReadAsync(InquiryPortal portal, string reference, Reader reader)
    {
        var inquiry = await portal.FindAsync(reference);
        return await portal.InScopeAsync(async s =>
        {
            var read = s.GetRequiredService<ReadInquiry>();
            return (await read.MessagesAsync(inquiry, reader, await read.FirmsAsync(inquiry, reader, "en", Cancellation), Cancellation)).Select(m => m.Text).ToArray();
        });
    }
}
