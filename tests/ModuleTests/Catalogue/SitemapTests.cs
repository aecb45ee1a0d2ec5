using ExportPortal.Testing;
using ExportPortal.Ui.Machines;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Catalogue;

public abstract class SitemapTests(TestDatabase database)
{
    public sealed class OnSqlite() : SitemapTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : SitemapTests(TestDatabase.Postgres);

    [Fact]
    public async Task A_page_is_listed_in_the_cultures_that_have_its_name_now()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product().With("names", Feed.Json("""{"en":"Pure acetone","fr":"Acétone pure","de":"Reines Aceton"}""")));
        (await ProductsAsync(portal)).ShouldHaveSingleItem().Paths.OrderBy(p => p.Key).Select(p => p.Value).ShouldBe(["/en/products/pure-acetone", "/fr/products/ac%C3%A9tone-pure"]);

        await Feed.ImportAsync(portal, Feed.Product().With("names", Feed.Json("""{"en":"Pure acetone","fr":null}""")));
        (await ProductsAsync(portal)).ShouldHaveSingleItem().Paths.Keys.ShouldBe(["en"]);

        await Feed.ImportAsync(portal, Feed.Product().With("withdrawn", true));
        (await ProductsAsync(portal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_as_new_as_the_newest_it_shows()
    {
        await using var portal = await Feed.PortalAsync(database);
        var before = await EntriesAsync(portal, "lists");
        Changed(before, "/en/organisations").ShouldBeNull("there are none");
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product());
        var after = await EntriesAsync(portal, "lists");
        var product = (await ProductsAsync(portal)).Single().Changed.ShouldNotBeNull();
        Changed(after, "/en/sectors/chemicals").ShouldBe(product);
        Changed(after, "/en/sectors").ShouldBe(product);
        Changed(after, "/en/sectors/ict").ShouldBe(Changed(before, "/en/sectors/ict").ShouldNotBeNull());
        Changed(after, "/en/organisations").ShouldNotBeNull().ShouldBeGreaterThan(Changed(before, "/en/sectors")!.Value);
        Changed(after, "/en/markets").ShouldBe(Changed(before, "/en/markets").ShouldNotBeNull());
        Changed(before, "/en/markets/cis").ShouldNotBeNull().ShouldBeLessThan(product);
        Changed(after, "/en/markets/cis").ShouldBe(product);
    }

    private static DateTimeOffset? Changed(List<SitemapEntry> entries, string path) => entries.Single(e => e.Paths["en"] == path).Changed;

    private static Task<List<SitemapEntry>> ProductsAsync(TemporaryPortal portal) => EntriesAsync(portal, "products");

    private static async Task<List<SitemapEntry>> EntriesAsync(TemporaryPortal portal, string name)
    {
        var source = portal.Services.GetServices<ISitemapSource>().Single(s => s.Name == name);
        var entries = new List<SitemapEntry>();
        for (var part = 1; part <= await source.CountPartsAsync(TestContext.Current.CancellationToken); part++)
            await foreach (var entry in source.ReadAsync(part, TestContext.Current.CancellationToken))
                entries.Add(entry);
        return entries;
    }
}
