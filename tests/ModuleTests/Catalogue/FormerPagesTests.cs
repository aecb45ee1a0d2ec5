using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Database;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Catalogue;

public abstract class FormerPagesTests(TestDatabase database)
{
    public sealed class OnSqlite() : FormerPagesTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : FormerPagesTests(TestDatabase.Postgres);

    [Fact]
    public async Task What_a_former_release_prepared_is_prepared_again_and_the_rest_is_left_alone()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product("former"), Feed.Product("present"));
        var before = await PagesAsync(portal, "former");
        before.ShouldAllBe(p => p.Form == PreparedPage.PresentForm);
        await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<PreparedPage>().Where(p => p.Subject == "former")
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Form, 0).SetProperty(p => p.Page, "{}"), Cancellation));
        await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<PreparedPage>().Where(p => p.Subject == "present")
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Card, "{}"), Cancellation));

        await portal.InScopeAsync(async s =>
        {
            var (stale, db) = (s.GetRequiredService<StalePages>(), s.GetRequiredService<PortalDbContext>());
            (await stale.PrepareSomeAsync(db, Cancellation)).ShouldBeTrue();
            (await stale.PrepareSomeAsync(db, Cancellation)).ShouldBeFalse();
        });

        (await PagesAsync(portal, "former")).Select(p => (p.Page, p.Form, p.StaleAt)).ShouldBe(before.Select(p => (p.Page, p.Form, p.StaleAt)));
        (await PagesAsync(portal, "present")).ShouldAllBe(p => p.Card == "{}");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<List<PreparedPage>> PagesAsync(TemporaryPortal portal, string subject) => portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<PreparedPage>()
        .AsNoTracking().Where(p => p.Subject == subject).OrderBy(p => p.Culture).ToListAsync(Cancellation));
}
