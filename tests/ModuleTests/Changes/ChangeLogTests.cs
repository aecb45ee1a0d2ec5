using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Database;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Changes;

/// <summary>Who has missed nothing that is still told goes on from the log; who may have missed something begins anew.</summary>
public abstract class ChangeLogTests(TestDatabase database)
{
    public sealed class OnSqlite() : ChangeLogTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : ChangeLogTests(TestDatabase.Postgres)
    {
        [Fact]
        public async Task A_gap_in_the_positions_is_nothing_missed()
        {
            await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Postgres);
            var position = await AnnounceAsync(portal);
            // A number that was drawn in vain, as by a transaction that is rolled back.
            await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Database.ExecuteSqlAsync($"SELECT nextval(pg_get_serial_sequence('kernel_changes', 'position'))", Cancellation));
            (await AnnounceAsync(portal)).ShouldBe(position + 2);
            (await LogOf(portal).ReachesBackToAsync(position, Cancellation)).ShouldBeTrue();
            await AgeAsync(portal, position, TimeSpan.FromDays(9));
            await AnnounceAsync(portal);
            await LogOf(portal).TrimAsync(DateTimeOffset.UtcNow, Cancellation);
            (await LogOf(portal).ReachesBackToAsync(position, Cancellation)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task After_a_quiet_week_who_missed_only_the_newest_goes_on()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var (older, old) = (await AnnounceAsync(portal), await AnnounceAsync(portal));
        await AgeAsync(portal, old, ChangeLog.Kept + TimeSpan.FromDays(1));
        var newest = await AnnounceAsync(portal);

        await LogOf(portal).TrimAsync(DateTimeOffset.UtcNow, Cancellation);

        (await LogOf(portal).FindAsync(old, Cancellation)).ShouldNotBeNull();
        (await LogOf(portal).ReadAsync(old, 10, Cancellation)).ShouldHaveSingleItem().Position.ShouldBe(newest);
        foreach (var (position, reaches) in new[] { (0, false), (older, false), (old, true), (newest, true), (newest + 1, false) })
            (await LogOf(portal).ReachesBackToAsync(position, Cancellation)).ShouldBe(reaches, $"position {position}");
    }

    [Fact]
    public async Task Who_began_before_the_first_entry_goes_on_while_it_is_kept()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        (await LogOf(portal).ReachesBackToAsync(0, Cancellation)).ShouldBeTrue();
        (await LogOf(portal).ReachesBackToAsync(1, Cancellation)).ShouldBeFalse("of another database");
        await AnnounceAsync(portal);
        (await LogOf(portal).ReachesBackToAsync(0, Cancellation)).ShouldBeTrue();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ChangeLog LogOf(TemporaryPortal portal) => portal.Services.GetRequiredService<ChangeLog>();

    private static async Task<long> AnnounceAsync(TemporaryPortal portal)
    {
        await portal.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<PortalDbContext>();
            db.Announce("product", "x");
            await db.SaveChangesAsync(Cancellation);
        });
        return await LogOf(portal).NewestAsync(Cancellation);
    }

    // Makes all entries up to a position so old.
    private static Task AgeAsync(TemporaryPortal portal, long upTo, TimeSpan age) => portal.InScopeAsync(s =>
        s.GetRequiredService<PortalDbContext>().Set<Change>().Where(c => c.Position <= upTo)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.At, DateTimeOffset.UtcNow - age), Cancellation));
}
