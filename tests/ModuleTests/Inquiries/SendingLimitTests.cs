using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Keeping;
using ExportPortal.Inquiries.Receiving;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Media.Contracts;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ExportPortal.ModuleTests.Inquiries;

/// <summary>What strangers could otherwise fill: mailboxes and the disk.</summary>
public abstract class SendingLimitTests(TestDatabase database)
{
    public sealed class OnSqlite() : SendingLimitTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : SendingLimitTests(TestDatabase.Postgres);

    [Fact]
    public async Task An_address_gets_three_confirmations_an_hour_however_it_is_spelt_and_every_inquiry_is_taken()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        foreach (var spelling in new[] { "aliya@pharma.kz", "Aliya@Pharma.kz", "aliya+1@pharma.kz", "aliya+2@pharma.kz", "aliya@pharma.kz" })
            await portal.SendAsync(InquiryPortal.Form with { Email = spelling });
        var other = await portal.SendAsync(InquiryPortal.Form with { Email = "other@pharma.kz" });
        var inquiries = (await portal.AllAsync<Inquiry>()).OrderBy(i => i.Id).ToArray();
        inquiries[^1].Reference.ShouldBe(other.Reference);
        (await WereAskedToConfirmAsync(portal, inquiries)).ShouldBe([true, true, true, false, false, true], "the page does not speak of a mail that was not sent");
        (await ConfirmationsAsync(portal)).ShouldBe(["aliya@pharma.kz", "Aliya@Pharma.kz", "aliya+1@pharma.kz", "other@pharma.kz"], ignoreOrder: true);
    }

    [Fact]
    public async Task Ten_forms_at_once_find_no_more_room_than_ten_in_turn()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => portal.SendAsync(InquiryPortal.Form))));
        (await portal.AllAsync<Inquiry>()).Count.ShouldBe(10);
        (await ConfirmationsAsync(portal)).Length.ShouldBe(3);
    }

    [Fact]
    public async Task After_an_hour_more_are_sent_until_the_day_has_had_its_own()
    {
        await using var portal = await InquiryPortal.StartAsync(database, null, ("Inquiries:ConfirmationsPerHour", "1"), ("Inquiries:ConfirmationsPerDay", "2"));
        for (var sent = 0; sent < 3; sent++)
        {
            await portal.SendAsync(InquiryPortal.Form);
            (await ConfirmationsAsync(portal)).Length.ShouldBe(Math.Min(sent + 1, 2));
            await LetPassAsync(portal, TimeSpan.FromHours(2));
        }
        await LetPassAsync(portal, TimeSpan.FromDays(1));
        await portal.SendAsync(InquiryPortal.Form);
        (await ConfirmationsAsync(portal)).Length.ShouldBe(3);
    }

    [Fact]
    public async Task Files_of_a_refused_form_are_kept_while_there_is_room_and_those_of_a_sent_one_always()
    {
        await using var portal = await InquiryPortal.StartAsync(database, null, ("Inquiries:WaitingMegabytes", "0"));
        (await ReceivingTests.AddFileAsync(portal, "form:f", "spec.pdf", ReceivingTests.Pdf)).ShouldHaveSingleItem().Key.ShouldBe("Inquiries.Form.FilesUnkept");
        (await portal.AllAsync<Attachment>()).ShouldBeEmpty();
        StoredFiles(portal).ShouldBeEmpty();
        (await ReceivingTests.AddFileAsync(portal, "form:f", "spec.pdf", ReceivingTests.Pdf, willWait: false)).ShouldBeEmpty();
        (await portal.AllAsync<Attachment>()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Files_beside_one_that_is_refused_wait_only_while_there_is_room()
    {
        await using var portal = await InquiryPortal.StartAsync(database, null, ("Inquiries:WaitingMegabytes", "0"));
        var files = new[] { ("one.pdf", ReceivingTests.Pdf), ("bad.exe", "MZ"u8.ToArray()), ("two.pdf", [.. ReceivingTests.Pdf, (byte)'\n']) }.Select(f =>
            new Microsoft.AspNetCore.Http.FormFile(new MemoryStream(f.Item2), 0, f.Item2.Length, "files", f.Item1)).ToArray();
        var refusals = await portal.InScopeAsync(s => s.GetRequiredService<UploadTray>().AddAsync("form:f", files, willWait: false, Cancellation));
        refusals.Select(r => r.Key).ShouldBe(["Inquiries.Form.FileRefused", "Inquiries.Form.FilesUnkept"]);
        (await portal.AllAsync<Attachment>()).ShouldBeEmpty();
        StoredFiles(portal).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stored_file_that_no_row_knows_is_deleted_after_an_hour_and_no_other()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        await ReceivingTests.AddFileAsync(portal, "form:the-form", "spec.pdf", ReceivingTests.Pdf);
        await portal.SendAsync(InquiryPortal.Form, "the-form");
        var known = (await portal.AllAsync<Attachment>()).Single().Id;
        var lost = (await portal.Portal.Services.GetRequiredService<AttachmentStore>().StoreAsync(new MemoryStream(ReceivingTests.Pdf), Cancellation)).Value!.Id;

        await ForgetAsync(portal, DateTimeOffset.UtcNow);
        StoredFiles(portal).ShouldBe([known, lost], ignoreOrder: true);
        await ForgetAsync(portal, DateTimeOffset.UtcNow.AddHours(2));
        StoredFiles(portal).ShouldBe([known]);
    }

    [Fact]
    public async Task Lost_files_are_looked_for_at_the_first_turn_and_then_once_a_day()
    {
        var time = new MovableTime();
        await using var portal = await InquiryPortal.StartAsync(database, s => s.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        foreach (var (hours, found) in new[] { (2, true), (2, false), (21, false), (1, true), (2, false) })
        {
            await portal.Portal.Services.GetRequiredService<AttachmentStore>().StoreAsync(new MemoryStream(ReceivingTests.Pdf), Cancellation);
            time.Passed += TimeSpan.FromHours(hours);
            await portal.Portal.Services.GetServices<IHostedService>().OfType<InquiriesKeeper>().Single().TurnAsync(Cancellation);
            (StoredFiles(portal).Length == 0).ShouldBe(found, $"{time.Passed}");
        }
    }

    [Fact]
    public async Task A_contact_that_can_not_be_erased_keeps_no_other_from_being_forgotten()
    {
        var time = new MovableTime();
        await using var portal = await InquiryPortal.StartAsync(database, s => s.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        var stuck = (await portal.SendAsync(InquiryPortal.Form)).Reference;
        await portal.SendAsync(InquiryPortal.Form with { Email = "other@pharma.kz" });
        // As a fault in the data would: nothing may be deleted from under this contact.
        var fault = database == TestDatabase.Sqlite
            ? "CREATE TRIGGER stuck BEFORE DELETE ON inquiries_contacts WHEN OLD.email = 'aliya@pharma.kz' BEGIN SELECT RAISE(ABORT, 'stuck'); END"
            : "CREATE FUNCTION stuck() RETURNS trigger AS $$ BEGIN IF OLD.email = 'aliya@pharma.kz' THEN RAISE EXCEPTION 'stuck'; END IF; RETURN OLD; END $$ LANGUAGE plpgsql; "
                + "CREATE TRIGGER stuck BEFORE DELETE ON inquiries_contacts FOR EACH ROW EXECUTE FUNCTION stuck()";
        await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Database.ExecuteSqlRawAsync(fault, Cancellation));
        time.Passed = TimeSpan.FromDays(800);
        await portal.Portal.Services.GetServices<IHostedService>().OfType<InquiriesKeeper>().Single().TurnAsync(Cancellation);
        (await portal.AllAsync<Contact>()).ShouldHaveSingleItem().InquiryId.ShouldBe((await portal.FindAsync(stuck)).Id);
        (await portal.AllAsync<Sending>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_from_the_same_browser_is_one_inquiry_for_an_hour_and_what_was_typed_is_remembered_hashed()
    {
        var time = new MovableTime();
        await using var portal = await InquiryPortal.StartAsync(database, s => s.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        Task<string> SendAsync(string form, string browser) => portal.InScopeAsync(async s => (await s.GetRequiredService<SendForm>().RunAsync(
            InquiryPortal.Form, PortalCultures.Default, SendingKey.OfForm(form) with { Browser = browser }, FormFiles.None, Cancellation)).Value!.Reference);
        var first = await SendAsync("one", "browser");
        (await SendAsync("two", "browser")).ShouldBe(first);
        (await SendAsync("three", "other browser")).ShouldNotBe(first);
        time.Passed = TimeSpan.FromMinutes(61);
        (await SendAsync("four", "browser")).ShouldNotBe(first);
        (await portal.AllAsync<Sending>()).ShouldAllBe(s => s.Digest.Length == 64);
        (await portal.AllAsync<Inquiry>()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Contacts_of_an_older_portal_are_counted_by_their_mailbox_too()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        await portal.SendAsync(InquiryPortal.Form with { Email = "Aliya@Pharma.KZ" });
        await portal.InScopeAsync(async s =>
        {
            var migrator = s.GetRequiredService<PortalDbContext>().GetService<IMigrator>();
            await migrator.MigrateAsync("Initial", Cancellation);
            await migrator.MigrateAsync(cancellationToken: Cancellation);
            return true;
        });
        (await portal.AllAsync<Contact>()).ShouldHaveSingleItem().Mailbox.ShouldBe("aliya@pharma.kz");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<string[]> ConfirmationsAsync(InquiryPortal portal) =>
        [.. (await portal.MailsAsync()).Where(m => m.Text.Contains("/inquiries/confirm/", StringComparison.Ordinal)).Select(m => m.To)];

    private static Task<bool[]> WereAskedToConfirmAsync(InquiryPortal portal, Inquiry[] inquiries) => portal.InScopeAsync(async s =>
    {
        var asked = new List<bool>();
        foreach (var inquiry in inquiries)
            asked.Add(await s.GetRequiredService<BuyerAccess>().WasAskedToConfirmAsync(inquiry, Cancellation));
        return asked.ToArray();
    });

    private static Task LetPassAsync(InquiryPortal portal, TimeSpan time) => portal.InScopeAsync(async s =>
    {
        var contacts = s.GetRequiredService<PortalDbContext>().Set<Contact>();
        foreach (var contact in await contacts.AsNoTracking().ToListAsync(Cancellation))
            await contacts.Where(c => c.InquiryId == contact.InquiryId).ExecuteUpdateAsync(set => set.SetProperty(c => c.ConsentedAt, contact.ConsentedAt - time), Cancellation);
        return true;
    });

    private static Task ForgetAsync(InquiryPortal portal, DateTimeOffset now) => portal.InScopeAsync(async s =>
    {
        await s.GetRequiredService<ForgetLostFiles>().RunAsync(now, Cancellation);
        return true;
    });

    private static string[] StoredFiles(InquiryPortal portal) =>
        Directory.Exists(Path.Combine(portal.Portal.Folder, "media", "attachments"))
            ? [.. Directory.GetFiles(Path.Combine(portal.Portal.Folder, "media", "attachments"), "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)!)] : [];

    private sealed class MovableTime : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + Passed;
    }
}
