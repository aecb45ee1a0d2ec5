using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Keeping;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Media.Contracts;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
        await s.GetRequiredService<ForgetUploads>().RunAsync(now, Cancellation);
        return true;
    });

    private static string[] StoredFiles(InquiryPortal portal) =>
        Directory.Exists(Path.Combine(portal.Portal.Folder, "media", "attachments"))
            ? [.. Directory.GetFiles(Path.Combine(portal.Portal.Folder, "media", "attachments"), "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)!)] : [];
}
