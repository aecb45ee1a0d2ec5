using System.IO.Compression;
using System.Text.Json.Nodes;
using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Keeping;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Outbox;
using ExportPortal.Kernel.People;
using ExportPortal.Media.Contracts;
using ExportPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Inquiries;

public abstract class ErasingTests(TestDatabase database)
{
    private static readonly Scope Tashkent = Scope.Desk("tashkent");
    private static readonly Scope Sarvin = Scope.Firm("sarvin-zist-darou");

    public sealed class OnSqlite() : ErasingTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : ErasingTests(TestDatabase.Postgres);

    [Fact]
    public async Task After_erasing_nothing_tells_who_asked_and_the_ledger_still_holds()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        await ReceivingTests.AddFileAsync(portal, "form:the-form", "Алия.pdf", ReceivingTests.Pdf);
        var receipt = await portal.SendAsync(InquiryPortal.Form, "the-form");
        await portal.ReleaseAsync(receipt.Reference);
        await portal.AnswerAsync(receipt.Reference, Sarvin, "Уважаемая Алия, 12 EUR");
        var file = (await portal.AllAsync<Attachment>()).Single().Id;

        (await EraseAsync(portal, receipt.Reference)).ShouldBeTrue();
        (await EraseAsync(portal, receipt.Reference)).ShouldBeFalse();
        await portal.InScopeAsync(async s =>
        {
            await s.GetRequiredService<ForgetUploads>().RunAsync(DateTimeOffset.UtcNow, Cancellation);
            return true;
        });

        (await portal.AllAsync<Contact>()).ShouldBeEmpty();
        (await portal.AllAsync<Sending>()).ShouldBeEmpty();
        (await portal.AllAsync<Message>()).ShouldAllBe(m => m.Text.Length == 0);
        (await portal.AllAsync<Attachment>()).ShouldBeEmpty();
        Should.Throw<FileNotFoundException>(() => portal.Portal.Services.GetRequiredService<AttachmentStore>().OpenRead(file));
        (await portal.LedgerBreakAsync()).ShouldBeNull();
        (await portal.LedgerAsync(receipt.Reference))[^1].Kind.ShouldBe("inquiry.erased");
    }

    [Fact]
    public async Task Nobody_answers_a_buyer_who_was_erased_and_nothing_is_due_any_more()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var receipt = await portal.SendAsync(InquiryPortal.Form);
        await portal.ReleaseAsync(receipt.Reference);
        await EraseAsync(portal, receipt.Reference);
        foreach (var scope in new[] { Tashkent, Sarvin })
            (await portal.AnswerAsync(receipt.Reference, scope, once: scope.Kind))!.Refusals.ShouldHaveSingleItem().Key.ShouldBe("Inquiries.Step.Erased");
        var inquiry = await portal.FindAsync(receipt.Reference);
        (inquiry.State, inquiry.DueAt).ShouldBe((InquiryState.Closed, null));
        var tracked = await portal.InScopeAsync(s => s.GetRequiredService<BuyerAccess>().FindAsync(receipt.Token, LinkPurpose.Track, Cancellation));
        tracked!.ErasedAt.ShouldNotBeNull("the link tells its holder that the data is gone");
    }

    [Fact]
    public async Task A_confirmation_after_erasing_opens_nothing()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var receipt = await portal.SendAsync(InquiryPortal.Form);
        var token = (await portal.MailsAsync()).Single(m => m.To == "aliya@pharma.kz").Text.Split("/inquiries/confirm/")[1].Split('\n')[0];
        await EraseAsync(portal, receipt.Reference);
        (await portal.InScopeAsync(s => s.GetRequiredService<BuyerAccess>().ConfirmAsync(token, Cancellation))).ShouldBeNull();
    }

    [Fact]
    public async Task Mails_to_an_erased_buyer_that_have_not_left_never_leave_and_others_do()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var erased = (await portal.SendAsync(InquiryPortal.Form)).Reference;
        var other = (await portal.SendAsync(InquiryPortal.Form with { Email = "other@pharma.kz" })).Reference;
        await portal.ReleaseAsync(erased);
        await portal.AnswerAsync(erased, Sarvin);
        await EraseAsync(portal, erased);

        string.Concat((await portal.AllAsync<OutboxMessage>()).Select(m => m.Payload)).ShouldNotContain("aliya@pharma.kz");
        await portal.DispatchAsync();
        var written = Directory.GetFiles(Path.Combine(portal.Portal.Folder, "mail")).Select(File.ReadAllText).ToArray();
        written.ShouldNotContain(m => m.Contains("aliya@pharma.kz", StringComparison.Ordinal));
        written.Count(m => m.Contains("To: other@pharma.kz", StringComparison.Ordinal) && m.Contains(other, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Mails_to_an_erased_buyer_that_were_written_into_the_data_folder_are_deleted_and_others_are_not()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var erased = (await portal.SendAsync(InquiryPortal.Form)).Reference;
        await portal.SendAsync(InquiryPortal.Form with { Email = "other@pharma.kz" });
        await portal.DispatchAsync();
        string[] Receivers() => [.. Directory.GetFiles(Path.Combine(portal.Portal.Folder, "mail"), "*.eml").SelectMany(File.ReadLines).Where(l => l.StartsWith("To: ", StringComparison.Ordinal))];
        Receivers().ShouldContain("To: aliya@pharma.kz");

        await EraseAsync(portal, erased);
        await portal.DispatchAsync();
        Receivers().ShouldBe(["To: other@pharma.kz", "To: tashkent@desks.example", "To: tashkent@desks.example"], ignoreOrder: true);
        (await portal.AllAsync<OutboxMessage>()).ShouldAllBe(m => m.DoneAt != null);
    }

    [Fact]
    public async Task A_buyers_data_and_files_are_handed_out_without_the_desks_notes_and_on_record_and_nothing_after_erasing()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        byte[] other = [.. ReceivingTests.Pdf, (byte)'\n'];
        await ReceivingTests.AddFileAsync(portal, "form:the-form", "../спец.pdf", ReceivingTests.Pdf);
        await ReceivingTests.AddFileAsync(portal, "form:the-form", "спец.pdf", other);
        var receipt = await portal.SendAsync(InquiryPortal.Form, "the-form");
        await portal.StepAsync(receipt.Reference, Tashkent, (s, i) => s.HoldAsync(i, "note", "en", Cancellation));
        await portal.ReleaseAsync(receipt.Reference);
        await portal.AnswerAsync(receipt.Reference, Sarvin);

        var zip = (await ExportAsync(portal, receipt.Reference)).ShouldNotBeNull();
        zip.Keys.ShouldBe(["data.json", "files/1-спец.pdf", "files/2-спец.pdf"]);
        zip["files/1-спец.pdf"].ShouldBe(ReceivingTests.Pdf);
        zip["files/2-спец.pdf"].ShouldBe(other);
        var data = JsonNode.Parse(zip["data.json"])!;
        ((string?)data["contact"]!["email"], (string?)data["contact"]!["phone"]).ShouldBe(("aliya@pharma.kz", "+77011234567"));
        data["attachments"]!.AsArray().Select(a => ((string?)a!["name"], (string?)a["file"])).ShouldBe([("спец.pdf", "files/1-спец.pdf"), ("спец.pdf", "files/2-спец.pdf")]);
        data["messages"]!.AsArray().Select(m => (string?)m!["text"]).ShouldBe(["Здравствуйте! Нужна цена.", "12 EUR"]);
        (await portal.LedgerAsync(receipt.Reference)).Count(e => e.Kind == "inquiry.exported").ShouldBe(1);
        await EraseAsync(portal, receipt.Reference);
        (await ExportAsync(portal, receipt.Reference)).ShouldBeNull();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<bool> EraseAsync(InquiryPortal portal, string reference)
    {
        var inquiry = await portal.FindAsync(reference);
        return await portal.InScopeAsync(s => s.GetRequiredService<EraseContact>().RunAsync(inquiry.Id, "test-person", Cancellation));
    }

    private static async Task<Dictionary<string, byte[]>?> ExportAsync(InquiryPortal portal, string reference)
    {
        var inquiry = await portal.FindAsync(reference);
        if (await portal.InScopeAsync(s => s.GetRequiredService<ExportContact>().RunAsync(inquiry, "test-person", Cancellation)) is not { } file)
            return null;
        using var written = new MemoryStream();
        await file.WriteAsync(written, Cancellation);
        await using var zip = new ZipArchive(written, ZipArchiveMode.Read);
        var contents = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            await using var packed = await entry.OpenAsync(Cancellation);
            await packed.CopyToAsync(content, Cancellation);
            contents.Add(entry.FullName, content.ToArray());
        }
        return contents;
    }
}
