using ExportPortal.Inquiries.Receiving;
using ExportPortal.Inquiries.Records;
using ExportPortal.Inquiries.Routing;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Texts;
using ExportPortal.Kernel.Values;
using ExportPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Inquiries;

public abstract class ReceivingTests(TestDatabase database)
{
    public sealed class OnSqlite() : ReceivingTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : ReceivingTests(TestDatabase.Postgres);

    [Fact]
    public async Task An_inquiry_is_saved_with_part_contact_decision_ledger_and_mails()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var receipt = await portal.SendAsync(InquiryPortal.Form);

        var inquiry = await portal.FindAsync(receipt.Reference);
        (inquiry.State, inquiry.Desk, inquiry.Quantity, inquiry.Unit, inquiry.Origin).ShouldBe((InquiryState.Received, "tashkent", 5000m, "XPK", "product:sarvin-filgrastim-300"));
        inquiry.Parts.ShouldHaveSingleItem().Firm.ShouldBe("sarvin-zist-darou");
        inquiry.DueAt.ShouldNotBeNull().ShouldBeGreaterThan(inquiry.ReceivedAt);
        var contact = (await portal.AllAsync<Contact>()).ShouldHaveSingleItem();
        (contact.Email, contact.Phone, contact.Purpose).ShouldBe(("aliya@pharma.kz", "+77011234567", "answer-inquiry"));
        contact.KeepUntil.ShouldBe(inquiry.ReceivedAt.AddDays(730), TimeSpan.FromSeconds(1));
        (await portal.LedgerAsync(receipt.Reference)).Select(e => e.Kind).ShouldBe(["inquiry.received", "inquiry.routed"]);
        (await portal.MailsAsync()).Select(m => (m.To, m.Culture)).ShouldBe([("aliya@pharma.kz", "ru"), ("tashkent@desks.example", "ru")], ignoreOrder: true);
    }

    [Fact]
    public async Task The_tracking_link_is_stored_hashed_only()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var receipt = await portal.SendAsync(InquiryPortal.Form);
        (await portal.AllAsync<BuyerLink>()).Single(l => l.Purpose == LinkPurpose.Track).Hash.ShouldBe(SecretToken.Hash(receipt.Token));
        (await portal.AllAsync<Sending>()).ShouldHaveSingleItem().SealedToken.ShouldNotContain(receipt.Token);
    }

    [Fact]
    public async Task The_same_form_sent_ten_times_at_once_makes_one_inquiry_with_one_reference()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => portal.SendAsync(InquiryPortal.Form, "the-form"))));
        receipts.Select(r => (r.Reference, r.Token)).Distinct().ShouldHaveSingleItem();
        (await portal.AllAsync<Inquiry>()).ShouldHaveSingleItem();
        (await portal.MailsAsync()).Count.ShouldBe(2);
        (await portal.LedgerBreakAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Ten_buyers_at_once_are_all_saved_and_the_ledger_holds()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => portal.SendAsync(InquiryPortal.Form))));
        receipts.Select(r => r.Reference).Distinct().Count().ShouldBe(10);
        (await portal.AllAsync<Inquiry>()).Count.ShouldBe(10);
        (await portal.LedgerBreakAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Products_of_several_firms_make_one_part_for_each_firm()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var receipt = await portal.SendAsync(InquiryPortal.Form with { Products = ["sarvin-filgrastim-300", "pezhvak-aed-d1", "pezhvak-handheld-ultrasound"] });
        var inquiry = await portal.FindAsync(receipt.Reference);
        inquiry.Parts.Select(p => p.Firm).ShouldBe(["sarvin-zist-darou", "pezhvak-negar-shargh"], ignoreOrder: true);
        inquiry.Products.Count.ShouldBe(3);
        inquiry.Origin.ShouldBe("shortlist:3");
    }

    [Fact]
    public async Task Neither_ledger_nor_mails_to_the_unconfirmed_address_hold_anything_that_was_typed()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var receipt = await portal.SendAsync(InquiryPortal.Form);
        var confirmation = (await portal.MailsAsync()).Single(m => m.To == "aliya@pharma.kz");
        var ledger = string.Concat((await portal.LedgerAsync(receipt.Reference)).Select(e => e.Kind + e.Subject + e.Cause + e.Actor + e.Detail));
        foreach (var typed in new[] { "Алия", "Фарма", "цена", "pharma.kz", "7011234567" })
        {
            (confirmation.Subject + confirmation.Text).ShouldNotContain(typed);
            ledger.ShouldNotContain(typed);
        }
        confirmation.Text.ShouldNotContain(receipt.Token, Case.Sensitive, "the address may be somebody else's");
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once_with_its_field_in_each_language()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var outcome = await portal.CheckAsync(new InquiryForm { Products = ["nothing"], Kind = "3", Quantity = "x", Unit = "VLT", Email = "x", Phone = "1", Culture = "xx", Company = new('x', 201), Destination = "XX", Message = new('x', 4001) });
        outcome.Refusals.Select(r => r.Field).ShouldBe(["product", "kind", "quantity", "unit", "destination", "message", "name", "company", "email", "phone", "culture", "consent"]);
        var texts = portal.Portal.Services.GetRequiredService<InterfaceTexts>();
        foreach (var culture in PortalCultures.All)
            outcome.Refusals.Select(texts.For(culture).Explain).ShouldAllBe(text => text.Length > 5 && !text.Contains('{'));
    }

    [Theory]
    [InlineData("KZ", "tashkent", "Kazakhstan belongs to the Tashkent desk.", "قزاقستان در حوزهٔ میز تاشکند است.")]
    [InlineData("AM", "yerevan", "Armenia belongs to the Yerevan desk.", "ارمنستان در حوزهٔ میز ایروان است.")]
    [InlineData("CN", "beijing", "China belongs to the Beijing desk.", "چین در حوزهٔ میز پکن است.")]
    [InlineData("KE", "nairobi", "Kenya belongs to the Nairobi desk.", "کنیا در حوزهٔ میز نایروبی است.")]
    [InlineData("DE", "tehran", "Germany belongs to the Tehran desk.", "آلمان در حوزهٔ میز تهران است.")]
    [InlineData("BR", "tehran", "Brazil belongs to the Tehran desk.", "برزیل در حوزهٔ میز تهران است.")]
    public async Task An_inquiry_goes_to_the_desk_of_its_destination_and_says_why(string country, string desk, string english, string persian)
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var inquiry = await portal.FindAsync((await portal.SendAsync(InquiryPortal.Form with { Destination = country })).Reference);
        inquiry.Desk.ShouldBe(desk);
        (await TellAsync(portal, inquiry, "en")).ShouldBe(english);
        (await TellAsync(portal, inquiry, "fa")).ShouldBe(persian);
    }

    [Fact]
    public async Task A_rule_that_fits_comes_before_the_country_until_its_desk_is_full()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        await portal.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.Add(new RoutingRule { Order = 10, Market = "cis", Sector = "recombinant-drugs", Culture = "ru", Load = 1, Desk = "moscow" });
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var first = await portal.FindAsync((await portal.SendAsync(InquiryPortal.Form)).Reference);
        var second = await portal.FindAsync((await portal.SendAsync(InquiryPortal.Form)).Reference);
        var english = await portal.FindAsync((await portal.SendAsync(InquiryPortal.Form with { Culture = "en" })).Reference);
        (first.Desk, second.Desk, english.Desk).ShouldBe(("moscow", "tashkent", "tashkent"));
        (await TellAsync(portal, first, "en")).ShouldBe("A routing rule gives this to the Moscow desk: market CIS, sector Recombinant drugs, language Русский and open inquiries there: fewer than 1.");
    }

    [Fact]
    public async Task A_file_kept_by_a_refused_form_belongs_to_the_inquiry_it_becomes()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        var key = SendingKey.OfForm("the-form").Key;
        var kept = await AddFileAsync(portal, key, "спец.pdf", Pdf);
        kept.ShouldBeEmpty();
        (await AddFileAsync(portal, key, "again.pdf", Pdf)).ShouldBeEmpty("the same file once more is kept once");
        (await AddFileAsync(portal, key, "program.pdf", "MZ"u8.ToArray())).ShouldHaveSingleItem().Field.ShouldBe("files");
        var receipt = await portal.SendAsync(InquiryPortal.Form, "the-form");
        var inquiry = await portal.FindAsync(receipt.Reference);
        var file = (await portal.AllAsync<Attachment>()).ShouldHaveSingleItem();
        (file.InquiryId, file.Name).ShouldBe((inquiry.Id, "спец.pdf"));
    }

    [Fact]
    public async Task A_sixth_file_is_refused()
    {
        await using var portal = await InquiryPortal.StartAsync(database);
        for (var i = 0; i < Attachment.Most; i++)
            (await AddFileAsync(portal, "form:f", $"{i}.pdf", [.. Pdf, (byte)('0' + i), (byte)'\n'])).ShouldBeEmpty();
        (await AddFileAsync(portal, "form:f", "6.pdf", [.. Pdf, (byte)'x', (byte)'\n'])).ShouldHaveSingleItem().Key.ShouldBe("Inquiries.Form.TooManyFiles");
    }

    internal static byte[] Pdf => File.ReadAllBytes(Directory.GetFiles(Path.Combine(Catalogue.Feed.Media, "sample", "docs"), "*.pdf").Order(StringComparer.Ordinal).First());

    internal static Task<IReadOnlyList<Kernel.Outcomes.Refusal>> AddFileAsync(InquiryPortal portal, string form, string name, byte[] content, bool willWait = true) => portal.InScopeAsync(s =>
        s.GetRequiredService<UploadTray>().AddAsync(form, [new Microsoft.AspNetCore.Http.FormFile(new MemoryStream(content), 0, content.Length, "files", name)], willWait, TestContext.Current.CancellationToken));

    private static Task<string> TellAsync(InquiryPortal portal, Inquiry inquiry, string culture) => portal.InScopeAsync(s =>
        s.GetRequiredService<ReasonWords>().TellAsync(inquiry.RoutingReason, s.GetRequiredService<InterfaceTexts>().For(culture), TestContext.Current.CancellationToken));
}
