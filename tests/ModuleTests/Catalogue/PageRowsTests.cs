using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Database;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ExportPortal.ModuleTests.Catalogue;

/// <summary>Rows of pages are read on connections that stay open.</summary>
public sealed class PageRowsTests
{
    private const int AtOnce = 40;

    [Theory]
    [InlineData("")]
    // So that the end is seen before the connection is used again.
    [InlineData(";Keepalive=1")]
    public async Task After_the_server_ended_the_connections_the_next_page_is_read(string more)
    {
        await using var portal = await Feed.PortalAsync(TestDatabase.Postgres);
        var slug = await PublishAsync(portal);
        using var rows = Rows(portal, more);
        await ReadManyAsync(rows, slug);

        (await AskAsync(portal, "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")).ShouldBeGreaterThan(0);
        if (more.Length > 0)
            await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
        await ReadManyAsync(rows, slug);
    }

    [Fact]
    public async Task Of_a_small_pool_half_is_left_to_all_else()
    {
        await using var portal = await Feed.PortalAsync(TestDatabase.Postgres);
        var slug = await PublishAsync(portal);
        const string small = ";Maximum Pool Size=4;Timeout=5";
        using var rows = Rows(portal, small);
        await ReadManyAsync(rows, slug);
        await using var one = new NpgsqlConnection(Database(portal, small));
        await using var other = new NpgsqlConnection(Database(portal, small));
        await one.OpenAsync(Cancellation);
        await other.OpenAsync(Cancellation);
        await ReadManyAsync(rows, slug);
    }

    [Fact]
    public async Task A_row_holds_captions_in_its_own_language_only()
    {
        await using var portal = await Feed.PortalAsync(TestDatabase.Sqlite);
        var product = Feed.Product();
        product["variants"] = new JsonArray(new JsonObject { ["id"] = "v1", ["names"] = new JsonObject { ["en"] = "Two litres", ["ru"] = "Два литра" } });
        await Feed.ImportAsync(portal, Feed.Firm(), product);
        foreach (var (culture, held, left) in new[] { ("ru", "Два литра", "Two litres"), ("en", "Two litres", "Два литра"), ("fr", "Two litres", "Два литра") })
        {
            var page = await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<PreparedPage>()
                .Where(p => p.Kind == "product" && p.Culture == culture).Select(p => p.Page).SingleAsync(Cancellation));
            page.ShouldContain(held);
            page.ShouldNotContain(left);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<string> PublishAsync(TemporaryPortal portal)
    {
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product());
        return await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<PreparedPage>()
            .Where(p => p.Kind == "product" && p.Culture == "en").Select(p => p.Slug).SingleAsync(Cancellation));
    }

    private static PageRows Rows(TemporaryPortal portal, string more) =>
        new(Options.Create(new PortalOptions { Database = Database(portal, more) }), portal.Services.GetRequiredService<DataFolder>());

    private static string Database(TemporaryPortal portal, string more) => portal.Services.GetRequiredService<IOptions<PortalOptions>>().Value.Database + more;

    private static async Task ReadManyAsync(PageRows rows, string slug)
    {
        foreach (var page in await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => rows.FindAsync("product", "en", slug, Cancellation).AsTask())))
            page.ShouldNotBeNull();
    }

    private static async Task<long> AskAsync(TemporaryPortal portal, string sql)
    {
        await using var connection = new NpgsqlConnection(Database(portal, ";Pooling=false"));
        await connection.OpenAsync(Cancellation);
#pragma warning disable CA2100 // Written here.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
