using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Revisions;
using ExportPortal.Catalogue.Slugs;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Database;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Catalogue;

public abstract class RevisionTests(TestDatabase database)
{
    public sealed class OnSqlite() : RevisionTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : RevisionTests(TestDatabase.Postgres);

    [Fact]
    public async Task A_changed_text_makes_a_revision_of_its_culture_only()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product());
        await Feed.ImportAsync(portal, Feed.Product().With("names", Feed.Json("""{"fa":"استون بسیار خالص"}""")));

        var parts = await PartsAsync(portal);
        parts.ToDictionary(p => p.Part, p => (p.Newest, p.Live)).ShouldBe(new Dictionary<string, (int, int?)>
        {
            ["shared"] = (1, 1), ["en"] = (1, 1), ["fa"] = (2, 2),
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_culture_that_a_later_line_does_not_name_keeps_its_text_until_it_is_given_as_null()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product().With("names", Feed.Json("""{"en":"Pure acetone","ru":"Чистый ацетон"}""")));
        await Feed.ImportAsync(portal, Feed.Product().With("names", Feed.Json("""{"en":"Acetone"}""")));
        (await NamesAsync(portal)).ShouldBe(["en", "ru"]);
        await Feed.ImportAsync(portal, Feed.Product().With("names", Feed.Json("""{"en":"Acetone","ru":null}""")));
        (await NamesAsync(portal)).ShouldBe(["en"]);
    }

    [Fact]
    public async Task An_absent_field_is_cleared()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product().With("model", "A-1").With("summaries", Feed.Json("""{"en":"Clear."}""")));
        await Feed.ImportAsync(portal, Feed.Product());
        var product = await ProductAsync(portal);
        product.Model.ShouldBeNull();
        product.Summaries.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Publishing_announces_each_changed_subject_once_and_unchanged_ones_not_at_all()
    {
        await using var portal = await Feed.PortalAsync(database, sample: true);
        var log = portal.Services.GetRequiredService<ChangeLog>();
        var before = await log.NewestAsync(Cancellation);
        var line = Feed.Json(File.ReadLines(Path.Combine(Feed.Media, "sample", "feed.jsonl")).First(l => l.Contains("\"type\":\"product\"", StringComparison.Ordinal)));
        line["leadTimeDays"] = 77;
        line.AsObject().Remove("images");
        line.AsObject().Remove("documents");
        (await Feed.ImportAsync(portal, line)).Report.Changed.ShouldBe(1);
        (await log.ReadAsync(before, 100, Cancellation)).Select(c => (c.Kind, c.Subject)).ShouldBe([("product", (string)line["id"]!)]);
    }

    [Fact]
    public async Task A_renamed_product_gets_a_new_slug_and_keeps_the_old_one_for_redirects()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product());
        await Feed.ImportAsync(portal, Feed.Product().With("names", Feed.Json("""{"en":"Acetone, 99.9 %"}""")));
        var slugs = await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<Slug>().Where(x => x.Kind == "product" && x.Culture == "en").ToListAsync());
        slugs.ToDictionary(s => s.Text, s => s.Current).ShouldBe(new Dictionary<string, bool> { ["pure-acetone"] = false, ["acetone-99-9"] = true }, ignoreOrder: true);
    }

    [Fact]
    public async Task Products_of_one_name_get_numbered_slugs_each_of_its_own()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product("one"), Feed.Product("two"), Feed.Product("three"));
        await Feed.ImportAsync(portal, Feed.Product("four"));
        var slugs = await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<PreparedPage>().Where(p => p.Kind == "product" && p.Culture == "en").ToDictionaryAsync(p => p.Subject, p => p.Slug));
        slugs.ShouldBe(new Dictionary<string, string> { ["one"] = "pure-acetone", ["two"] = "pure-acetone-2", ["three"] = "pure-acetone-3", ["four"] = "pure-acetone-4" }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_numbered_slug_that_is_another_products_own_is_passed_over()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product("own").With("names", Feed.Json("""{"en":"Pump 2"}""")));
        await Feed.ImportAsync(portal, Feed.Product("first").With("names", Feed.Json("""{"en":"Pump"}""")), Feed.Product("second").With("names", Feed.Json("""{"en":"Pump"}""")));
        (await SlugsAsync(portal, "en")).ShouldBe(["pump", "pump-2", "pump-3"]);
    }

    [Fact]
    public async Task A_number_that_another_takes_by_its_name_is_not_counted_as_free()
    {
        await using var portal = await Feed.PortalAsync(database);
        JsonObject Pump(string id, string name) => Feed.Product(id).With("names", new JsonObject { ["en"] = name });
        await Feed.ImportAsync(portal, [Feed.Firm(), .. Enumerable.Range(1, 8).Select(n => Pump($"pump-no-{n}", "Pump")), Pump("tenth", "Pump 10")]);
        (await Feed.ImportAsync(portal, Pump("ninth", "Pump 9"), Pump("next", "Pump"))).Faults.ShouldBeEmpty();
        (await SlugsAsync(portal, "en")).ShouldBe(["pump", .. Enumerable.Range(2, 10).Select(n => $"pump-{n}")], ignoreOrder: true);
    }

    [Fact]
    public async Task Many_products_of_one_name_get_the_numbers_that_follow_one_another()
    {
        await using var portal = await Feed.PortalAsync(database);
        var line = Feed.Json("""{"en":"Valve"}""");
        JsonObject[] products = [.. Enumerable.Range(1, 60).Select(n => Feed.Product($"valve-no-{n:D2}").With("names", line.DeepClone()))];
        await Feed.ImportAsync(portal, [Feed.Firm(), .. products[..15]]);
        await Feed.ImportAsync(portal, products[15..]);
        (await SlugsAsync(portal, "en")).ShouldBe(["valve", .. Enumerable.Range(2, 59).Select(n => $"valve-{n}")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_page_that_stands_under_another_cultures_slug_shares_it_with_no_other_product()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product("one").With("names", Feed.Json("""{"en":"Monitor"}""")),
            Feed.Product("two").With("names", Feed.Json("""{"en":"Other","ru":"Monitor"}""")));
        (await SlugsAsync(portal, "ru")).ShouldBe(["monitor", "monitor-2"]);
    }

    [Fact]
    public async Task A_refused_sheet_stops_neither_import_nor_pages()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product());
        var sheet = Feed.Json("""{"type":"sector","id":"chemicals","names":{"en":"Chemicals"},"attributes":[{"id":"cas","type":"text","names":{"en":"CAS"}}]}""");
        (await Feed.ImportAsync(portal, sheet)).Report.Refused.ShouldBe(1);
        (await Feed.ImportAsync(portal, Feed.Firm("another-firm"))).Report.New.ShouldBe(1);
        (await PagesAsync(portal)).ShouldBe(6);
    }

    [Fact]
    public async Task A_changed_firm_name_reaches_the_pages_of_its_products()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product());
        await Feed.ImportAsync(portal, Feed.Firm().With("names", Feed.Json("""{"en":"Better Firm"}""")));
        var page = await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<PreparedPage>().SingleAsync(p => p.Kind == "product" && p.Culture == "en"));
        page.Page.ShouldContain("Better Firm");
        page.Card.ShouldContain("Better Firm");
    }

    [Fact]
    public async Task A_product_comes_from_the_country_of_its_firm_and_follows_it()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product());
        (await OriginAsync(portal)).ShouldBe("IR");
        await Feed.ImportAsync(portal, Feed.Firm().With("country", "AM"));
        (await OriginAsync(portal)).ShouldBe("AM");
    }

    [Fact]
    public async Task A_withdrawn_product_leaves_the_site_and_a_later_line_brings_it_back()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product());
        await Feed.ImportAsync(portal, Feed.Json("""{"type":"product","id":"good-product","withdrawn":true}"""));
        (await PagesAsync(portal)).ShouldBe(0);
        (await PartsAsync(portal)).ShouldAllBe(p => p.State == PartState.Withdrawn && p.Live == null);

        (await Feed.ImportAsync(portal, Feed.Product())).Report.New.ShouldBe(1);
        (await PagesAsync(portal)).ShouldBe(6);
        (await PartsAsync(portal)).ShouldAllBe(p => p.State == PartState.Published && p.Live == p.Newest);
    }

    [Fact]
    public async Task A_firm_with_products_cannot_be_withdrawn_before_them()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product());
        var (report, faults) = await Feed.ImportAsync(portal, Feed.Json("""{"type":"organisation","id":"good-firm","withdrawn":true}"""));
        report.Refused.ShouldBe(1);
        faults.ShouldHaveSingleItem().Refusal.Key.ShouldBe("Catalogue.Feed.StillInUse");
    }

    private static async Task<string> OriginAsync(TemporaryPortal portal) =>
        ContentJson.Read<ProductPage>(await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<PreparedPage>()
            .Where(p => p.Kind == "product" && p.Culture == "en").Select(p => p.Page).SingleAsync())).Origin;

    private static Task<List<string>> SlugsAsync(TemporaryPortal portal, string culture) =>
        portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<PreparedPage>().Where(p => p.Kind == "product" && p.Culture == culture).OrderBy(p => p.Slug).Select(p => p.Slug).ToListAsync());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<List<SubjectPart>> PartsAsync(TemporaryPortal portal) =>
        portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<SubjectPart>().Where(p => p.Kind == "product").ToListAsync());

    private static Task<int> PagesAsync(TemporaryPortal portal) =>
        portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<PreparedPage>().CountAsync(p => p.Kind == "product"));

    private static async Task<ProductContent> ProductAsync(TemporaryPortal portal) =>
        ContentJson.Read<ProductContent>(await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<Subject>().Where(x => x.Kind == "product").Select(x => x.Content).SingleAsync()));

    private static async Task<IEnumerable<string>> NamesAsync(TemporaryPortal portal) => (await ProductAsync(portal)).Names.Cultures;
}
