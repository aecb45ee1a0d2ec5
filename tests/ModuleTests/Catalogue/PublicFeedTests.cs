using ExportPortal.Catalogue.Feeds.Public;
using ExportPortal.Kernel.Changes;
using ExportPortal.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ExportPortal.ModuleTests.Catalogue;

/// <summary>What changes in one portal reaches another by the public feed alone, whatever changed and in whichever order.</summary>
public abstract class PublicFeedTests(TestDatabase database)
{
    public sealed class OnSqlite() : PublicFeedTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : PublicFeedTests(TestDatabase.Postgres);

    // Each is imported by itself; then the other portal takes what changed.
    private static readonly string[][] Steps =
    [
        // A sheet gets an attribute, and a product a value of it.
        ["""{"type":"sector","id":"media","names":{"en":"Media"},"attributes":[{"id":"note","names":{"en":"Note"},"type":"code"},{"id":"size","names":{"en":"Size"},"type":"code"}]}""", Line("one", """ ,"attributes":{"note":"a","size":"l"} """)],
        // The product gives it up, then the sheet.
        [Line("one", """ ,"attributes":{"note":"a"} """), """{"type":"sector","id":"media","names":{"en":"Media"},"attributes":[{"id":"note","names":{"en":"Note"},"type":"code"}]}"""],
        // A showroom is there before one of its products, which it gets later; another product leaves.
        ["""{"type":"showroom","id":"room","names":{"en":"Room"},"products":["one"]}""", Line("three"), """{"type":"showroom","id":"room","names":{"en":"Room"},"products":["one","three","two"]}""", """{"type":"product","id":"two","withdrawn":true}"""],
        // A market that products name goes; another comes and goes, and a third was never there, named by a product all the same.
        ["""{"type":"market","id":"west","withdrawn":true}""", """{"type":"market","id":"brief","names":{"en":"Brief"}}""", """{"type":"market","id":"never","names":{"en":"Never"},"withdrawn":true}""", Line("four", """ ,"markets":["brief","never","west"] """), """{"type":"market","id":"brief","withdrawn":true}"""],
        // A product comes and goes: nobody hears of it. Another comes back.
        [Line("five"), """{"type":"product","id":"five","withdrawn":true}""", Line("two")],
        // A firm comes with a product, and leaves after it.
        ["""{"type":"organisation","id":"other","names":{"en":"Other","fa":"دیگری"}}""", Line("six", firm: "other")],
        ["""{"type":"product","id":"six","withdrawn":true}""", """{"type":"organisation","id":"other","withdrawn":true}"""],
        // A text is taken away.
        ["""{"type":"organisation","id":"good-firm","names":{"en":"Better Firm","fa":null},"email":"a@firm.example"}"""],
        // A sector leaves with its products.
        [.. ((string[])["one", "two", "three", "four"]).Select(id => $$"""{"type":"product","id":"{{id}}","withdrawn":true}"""), """{"type":"sector","id":"media","withdrawn":true}"""],
    ];

    [Fact]
    public async Task After_each_change_the_feed_since_then_makes_another_portal_equal()
    {
        await using var source = await TemporaryPortal.StartAsync(database);
        await ImportAsync(source,
            """{"type":"sector","id":"media","names":{"en":"Media"},"attributes":[{"id":"note","names":{"en":"Note"},"type":"code"}]}""",
            """{"type":"desk","id":"desk","names":{"en":"Desk"},"timeZone":"Asia/Tehran","email":"desk@portal.example"}""",
            """{"type":"market","id":"west","names":{"en":"West"},"desk":"desk"}""",
            Feed.Firm().ToJsonString(), Line("one", """ ,"markets":["west"] """), Line("two"));
        await using var other = await TemporaryPortal.StartAsync(database);
        await ImportAsync(other, [.. await LinesAsync(source)]);
        foreach (var (index, step) in Steps.Index())
        {
            var position = await source.Services.GetRequiredService<ChangeLog>().NewestAsync(Cancellation);
            foreach (var line in step)
                await ImportAsync(source, line);
            var changes = await LinesAsync(source, position);
            changes.ShouldNotBeEmpty();
            changes.ShouldNotContain(l => l.Contains("\"five\"", StringComparison.Ordinal) || l.Contains("email", StringComparison.Ordinal));
            await ImportAsync(other, [.. changes]);
            (await LinesAsync(other)).ShouldBe(await LinesAsync(source), $"step {index}");
            // Told twice, it changes nothing.
            await ImportAsync(other, [.. changes]);
            (await LinesAsync(other)).ShouldBe(await LinesAsync(source), $"step {index}, again");

            if (index is not 3 && index < Steps.Length - 1)
                continue;
            await using var fresh = await TemporaryPortal.StartAsync(database);
            await ImportAsync(fresh, [.. await LinesAsync(source)]);
            (await LinesAsync(fresh)).ShouldBe(await LinesAsync(source), $"step {index}, anew");
        }
    }

    [Fact]
    public async Task A_text_taken_away_on_a_node_whose_clock_is_behind_is_told()
    {
        var clock = new NodeClock();
        await using var source = await TemporaryPortal.StartAsync(database, s => s.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await ImportAsync(source, """{"type":"organisation","id":"firm","names":{"en":"Firm","ru":"Фирма"}}""", """{"type":"organisation","id":"leaving","names":{"en":"Leaving"}}""");
        await using var other = await TemporaryPortal.StartAsync(database);
        await ImportAsync(other, [.. await LinesAsync(source)]);
        var position = await source.Services.GetRequiredService<ChangeLog>().NewestAsync(Cancellation);

        clock.Ahead = TimeSpan.FromSeconds(-60);
        await ImportAsync(source, """{"type":"organisation","id":"firm","names":{"en":"Firm","ru":null}}""", """{"type":"organisation","id":"leaving","withdrawn":true}""", """{"type":"organisation","id":"passing","names":{"en":"Passing"}}""");
        await ImportAsync(source, """{"type":"organisation","id":"passing","withdrawn":true}""");

        var changes = await LinesAsync(source, position);
        changes.ShouldBe(["""{"type":"organisation","id":"firm","names":{"en":"Firm","ru":null}}""", """{"type":"organisation","id":"leaving","withdrawn":true}"""]);
        await ImportAsync(other, [.. changes]);
        (await LinesAsync(other)).ShouldBe(await LinesAsync(source));
    }

    [Fact]
    public async Task What_comes_and_goes_around_a_running_download_does_not_stay_with_who_took_it()
    {
        await using var source = await TemporaryPortal.StartAsync(database);
        await ImportAsync(source, """{"type":"sector","id":"media","names":{"en":"Media"}}""", Feed.Firm().ToJsonString(), Line("one"), Line("two"), """{"type":"showroom","id":"room","names":{"en":"Room"},"products":["one","two"]}""");
        await using var other = await TemporaryPortal.StartAsync(database);

        var whole = await NewestAsync(source);
        await ImportAsync(source, """{"type":"organisation","id":"passing","names":{"en":"Passing"}}""", Line("one", firm: "passing"), Line("three", firm: "passing"),
            """{"type":"showroom","id":"brief","names":{"en":"Brief"},"products":["three"]}""", """{"type":"showroom","id":"room","names":{"en":"Room"},"products":["one","three","two"]}""", """{"type":"market","id":"brief","names":{"en":"Brief"}}""");
        await ImportAsync(other, [.. await ReadAsync(source, null, whole)]);
        await ImportAsync(source, Line("one"), Withdrawn("product", "three"), Withdrawn("organisation", "passing"), Withdrawn("showroom", "brief"), Withdrawn("market", "brief"));
        var since = await NewestAsync(source);
        await ImportAsync(other, [.. await ReadAsync(source, whole, since)]);
        (await ShownAsync(other)).ShouldBe(await ShownAsync(source), ignoreOrder: true);

        await ImportAsync(source, Withdrawn("product", "two"), Line("four"));
        var changed = await NewestAsync(source);
        await ImportAsync(source, Line("two"), Line("five"));
        await ImportAsync(other, [.. await ReadAsync(source, since, changed)]);
        await ImportAsync(source, Withdrawn("product", "two"), Withdrawn("product", "five"));
        await ImportAsync(other, [.. await ReadAsync(source, changed, await NewestAsync(source))]);
        (await ShownAsync(other)).ShouldBe(await ShownAsync(source), ignoreOrder: true);
    }

    private sealed class NodeClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + Ahead;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Line(string id, string more = "", string firm = "good-firm") =>
        $$"""{"type":"product","id":"{{id}}","firm":"{{firm}}","sector":"media","names":{"en":"Product {{id}}"}{{more}}}""";

    private static async Task ImportAsync(TemporaryPortal portal, params string[] lines) =>
        (await Feed.ImportAsync(portal, lines.Select(l => Feed.Json(l)))).Faults.ShouldBeEmpty();

    private static string Withdrawn(string type, string id) => $$"""{"type":"{{type}}","id":"{{id}}","withdrawn":true}""";

    private static async Task<Change> NewestAsync(TemporaryPortal portal)
    {
        var log = portal.Services.GetRequiredService<ChangeLog>();
        return (await log.FindAsync(await log.NewestAsync(Cancellation), Cancellation))!;
    }

    private static async Task<List<string>> LinesAsync(TemporaryPortal portal, long? since = null) =>
        await ReadAsync(portal, since is { } position ? await portal.Services.GetRequiredService<ChangeLog>().FindAsync(position, Cancellation) : null, await NewestAsync(portal));

    private static async Task<string[]> ShownAsync(TemporaryPortal portal) => [.. (await LinesAsync(portal)).Where(l => !l.Contains("withdrawn", StringComparison.Ordinal))];

    /// <summary>A download that began when the log stood at an entry, and is read now.</summary>
    private static Task<List<string>> ReadAsync(TemporaryPortal portal, Change? since, Change until) => portal.InScopeAsync(async services =>
    {
        var lines = services.GetRequiredService<PublicLines>();
        var read = new List<string>();
        await foreach (var line in since is null ? lines.AllAsync(until, Cancellation) : lines.ChangedAsync(since, until, Cancellation))
            read.Add(line.ToJsonString());
        return read;
    });
}
