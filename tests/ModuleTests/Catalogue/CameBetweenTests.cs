using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Catalogue;

public abstract class CameBetweenTests(TestDatabase database)
{
    public sealed class OnSqlite() : CameBetweenTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : CameBetweenTests(TestDatabase.Postgres);

    [Fact]
    public async Task A_product_whose_firm_was_withdrawn_meanwhile_is_left_out_with_the_reason_and_the_others_are_published()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Firm("leaving"));
        await Feed.ImportAsync(portal, Feed.Json("""{"type":"organisation","id":"leaving","withdrawn":true}"""));

        var published = await PublishAsync(portal, "product", new("product", "stays", Feed.Product("stays")), new("product", "left", Feed.Product("left", "leaving")));

        (published.New, published.Refused.Count).ShouldBe((1, 1));
        var refusal = published.Refused["left"];
        (refusal.Key, refusal.Field).ShouldBe(("Catalogue.Feed.UnknownReference", "firm"));
        (await Feed.ImportAsync(portal, Feed.Product("stays"))).Report.Unchanged.ShouldBe(1);
    }

    [Theory]
    [InlineData("organisation", "good-firm")]
    [InlineData("sector", "chemicals")]
    public async Task What_got_a_product_meanwhile_is_not_withdrawn(string kind, string id)
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product());

        var published = await PublishAsync(portal, kind, new Submission(kind, id, Feed.Json($$"""{"type":"{{kind}}","id":"{{id}}","withdrawn":true}""").AsObject()));

        (published.Withdrawn, published.Refused[id].Key).ShouldBe((0, "Catalogue.Feed.StillInUse"));
        (await Feed.ImportAsync(portal, Feed.Product("another"))).Report.New.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_shows_what_another_writer_published_while_its_own_waited_for_its_turn()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm());
        await portal.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await using var turn = await db.BeginOrderedAsync(TestContext.Current.CancellationToken);
            var sector = await db.Set<Subject>().SingleAsync(s => s.Kind == "sector" && s.Id == "chemicals", TestContext.Current.CancellationToken);
            sector.Content = sector.Content.Replace("\"Chemicals\"", "\"Pure chemistry\"", StringComparison.Ordinal);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            // SQLite waits for its turn without giving up the thread.
            var publishing = Task.Run(() => PublishAsync(portal, "product", new Submission("product", "waits", Feed.Product("waits"))), TestContext.Current.CancellationToken);
            await Task.Delay(500, TestContext.Current.CancellationToken);
            await turn.CommitAsync(TestContext.Current.CancellationToken);
            return await publishing;
        });
        var page = await portal.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<PreparedPage>()
            .Where(p => p.Subject == "waits" && p.Culture == "en").Select(p => p.Page).SingleAsync(TestContext.Current.CancellationToken));
        page.ShouldContain("Pure chemistry");
    }

    private static Task<Published> PublishAsync(TemporaryPortal portal, string kind, params Submission[] batch) =>
        portal.InScopeAsync(s => s.GetRequiredService<PublishSubjects>().RunAsync(kind, batch, "feed", TestContext.Current.CancellationToken));
}
