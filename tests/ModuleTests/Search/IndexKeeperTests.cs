using System.Diagnostics;
using System.Runtime.CompilerServices;
using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Files;
using ExportPortal.Search.Index;
using ExportPortal.Search.Keeping;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;

namespace ExportPortal.ModuleTests.Search;

public abstract class IndexKeeperTests(TestDatabase database)
{
    private static readonly TimeSpan ShownWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan StartWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Shelf _shelf = new();
    private readonly List<SearchConcept> _concepts = [];

    public sealed class OnSqlite() : IndexKeeperTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : IndexKeeperTests(TestDatabase.Postgres);

    [Fact]
    public async Task At_an_empty_database_the_index_is_ready_when_the_start_returns()
    {
        await PromisedTime.IsKeptAsync(StartWait, "an empty index", async () =>
        {
            await using var portal = await StartPortalAsync();
            var clock = Stopwatch.StartNew();
            await using var keeping = await BeginAsync(portal);
            (keeping.Index.State.Ready || clock.Elapsed >= StartWait).ShouldBeTrue("the start waits for it");
            await ReadyAsync(keeping);
            var time = clock.Elapsed;
            keeping.Index.State.ShouldBe(new(0, 0, true));
            (await CheckOf(portal).FindFaultAsync(Cancellation)).ShouldBeNull();
            return time;
        });
    }

    [Fact]
    public async Task A_change_that_is_committed_elsewhere_is_shown_within_two_seconds()
    {
        await using var portal = await StartPortalAsync();
        await using var keeping = await StartAsync(portal);
        _shelf.Put("a", "Pump");
        await Shelf.AnnounceAsync(portal, Shelf.Kind, "a");
        await ShowsAsync(keeping, "pump", "a");

        var names = new Queue<string>(["Valve", "Tube", "Lamp"]);
        await PromisedTime.IsKeptAsync(ShownWithin, "showing a change", async () =>
        {
            var name = names.Dequeue();
            _shelf.Put("a", name);
            await Shelf.AnnounceAsync(portal, Shelf.Kind, "a");
            var clock = Stopwatch.StartNew();
            await ShowsAsync(keeping, name, "a");
            return clock.Elapsed;
        });
        keeping.Ids("pump").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_withdrawn_is_no_longer_found_and_other_kinds_of_change_do_no_harm()
    {
        _shelf.Put("a", "Pump");
        _shelf.Put("b", "Pump");
        await using var portal = await StartPortalAsync();
        await using var keeping = await StartAsync(portal);
        await ShowsAsync(keeping, "pump", "a", "b");
        _shelf.Take("a");
        await Shelf.AnnounceAsync(portal, "sector", "pumps");
        await Shelf.AnnounceAsync(portal, Shelf.Kind, "a");
        await ShowsAsync(keeping, "pump", "b");
    }

    [Fact]
    public async Task After_a_restart_the_saved_index_serves_and_takes_in_what_happened_meanwhile()
    {
        _shelf.Put("a", "Pump");
        await using var portal = await StartPortalAsync();
        await using (await StartAsync(portal)) { }
        _shelf.FullReadings.ShouldBe(1);

        _shelf.Put("b", "Pump");
        await Shelf.AnnounceAsync(portal, Shelf.Kind, "b");
        await using var again = await StartAsync(portal);
        await ShowsAsync(again, "pump", "a", "b");
        _shelf.FullReadings.ShouldBe(1);
    }

    [Fact]
    public async Task An_index_whose_documents_are_made_otherwise_now_serves_until_it_is_built_anew()
    {
        _shelf.Put("a", "Pump");
        await using var portal = await StartPortalAsync();
        await using (await StartAsync(portal)) { }
        _shelf.Form = "2";
        _shelf.Gate = new(0);
        _shelf.Put("a", "Pump, centrifugal");
        await using (var again = await StartAsync(portal))
        {
            await ShowsAsync(again, "pump", "a");
            again.Ids("centrifugal").ShouldBeEmpty();
            _shelf.Gate.Release();
            await ShowsAsync(again, "centrifugal", "a");
        }
        _shelf.Gate = null;
        await using (await StartAsync(portal)) { }
        _shelf.FullReadings.ShouldBe(2);
    }

    [Fact]
    public async Task An_index_that_the_change_log_no_longer_reaches_serves_until_it_is_built_anew()
    {
        _shelf.Put("a", "Pump");
        await using var portal = await StartPortalAsync();
        await Shelf.AnnounceAsync(portal, Shelf.Kind, "a");
        await using (await StartAsync(portal)) { }

        _shelf.Put("b", "Pump");
        for (var i = 0; i < 3; i++)
            await Shelf.AnnounceAsync(portal, Shelf.Kind, "b");
        await portal.InScopeAsync(async s =>
        {
            var changes = s.GetRequiredService<PortalDbContext>().Set<Change>();
            var newest = await changes.MaxAsync(c => c.Position, Cancellation);
            await changes.Where(c => c.Position < newest).ExecuteDeleteAsync(Cancellation);
            _shelf.Take("a");
        });
        _shelf.Gate = new(0);
        await using var again = await StartAsync(portal);
        await ShowsAsync(again, "pump", "a", "b");
        _shelf.Gate.Release();
        await ShowsAsync(again, "pump", "b");
        _shelf.FullReadings.ShouldBe(2);
    }

    [Fact]
    public async Task An_index_of_another_database_is_not_shown_even_where_its_position_exists()
    {
        _shelf.Put("a", "Pump");
        await using var portal = await StartPortalAsync();
        await Shelf.AnnounceAsync(portal, Shelf.Kind, "a");
        await using (await StartAsync(portal)) { }

        _shelf.Take("a");
        await using var other = await StartPortalAsync();
        for (var i = 0; i < 3; i++)
            await Shelf.AnnounceAsync(other, Shelf.Kind, "b");
        Directory.Delete(DataOf(other).Index, recursive: true);
        Directory.Move(DataOf(portal).Index, DataOf(other).Index);
        _shelf.Gate = new(0);
        await using var keeping = await BeginAsync(other);
        await UntilAsync(() => _shelf.FullReadings == 2);
        keeping.Index.State.Ready.ShouldBeFalse();
        keeping.Ids("pump").ShouldBeEmpty();
        _shelf.Gate.Release();
        await ReadyAsync(keeping);
    }

    [Fact]
    public async Task A_damaged_index_is_built_anew()
    {
        _shelf.Put("a", "Pump");
        await using var portal = await StartPortalAsync();
        await using (await StartAsync(portal)) { }
        var segment = Directory.GetFiles(DataOf(portal).Index, "*.seg").ShouldHaveSingleItem();
        await File.WriteAllBytesAsync(segment, [1, 2, 3], Cancellation);
        (await CheckOf(portal).FindFaultAsync(Cancellation))!.ShouldContain("can't be used");

        await using var again = await StartAsync(portal);
        again.Ids("pump").ShouldBe(["a"]);
        _shelf.FullReadings.ShouldBe(2);
    }

    [Fact]
    public async Task A_rebuild_that_is_asked_for_leaves_the_old_index_serving_and_following()
    {
        _shelf.Put("a", "Pump");
        await using var portal = await StartPortalAsync();
        await using var keeping = await StartAsync(portal);
        _shelf.Gate = new(0);
        _shelf.Put("unannounced", "Pump");
        await Shelf.AnnounceAsync(portal, ChangeLog.Everything, "");
        await UntilAsync(() => _shelf.FullReadings == 2);
        keeping.Ids("pump").ShouldBe(["a"]);

        _shelf.Put("b", "Pump");
        await Shelf.AnnounceAsync(portal, Shelf.Kind, "b");
        await ShowsAsync(keeping, "pump", "a", "b");
        _shelf.Gate.Release();
        await ShowsAsync(keeping, "pump", "a", "b", "unannounced");
    }

    [Fact]
    public async Task A_rebuild_that_a_stop_cuts_off_is_done_by_the_next_start()
    {
        _shelf.Put("a", "Pump");
        await using var portal = await StartPortalAsync();
        await using (await StartAsync(portal))
        {
            _shelf.Gate = new(0);
            await Shelf.AnnounceAsync(portal, ChangeLog.Everything, "");
            await UntilAsync(() => _shelf.FullReadings == 2);
        }
        _shelf.Gate = null;
        _shelf.Put("unannounced", "Pump");
        await using var again = await StartAsync(portal);
        await ShowsAsync(again, "pump", "a", "unannounced");
    }

    [Fact]
    public async Task A_fault_of_a_source_is_got_over()
    {
        _shelf.Put("a", "Pump");
        _shelf.Faults = 1;
        await using var portal = await StartPortalAsync();
        await using var keeping = await StartAsync(portal);
        await ShowsAsync(keeping, "pump", "a");

        _shelf.Faults = 1;
        _shelf.Put("b", "Pump");
        await Shelf.AnnounceAsync(portal, Shelf.Kind, "b");
        await ShowsAsync(keeping, "pump", "a", "b");
    }

    [Fact]
    public async Task A_long_build_neither_holds_up_the_start_nor_answers_ready()
    {
        _shelf.Gate = new(0);
        _shelf.Put("a", "Pump");
        await using var portal = await StartPortalAsync();
        // The build ends when it is let go, and not before: a start that it held up would not return.
        await using var keeping = await BeginAsync(portal).WaitAsync(Longest, Cancellation);
        await UntilAsync(() => keeping.Keeper.DocumentsRead == 1);
        keeping.Index.State.Ready.ShouldBeFalse();
        var check = new IndexReady(keeping.Index, keeping.Keeper, DataOf(portal));
        (await check.FindFaultAsync(Cancellation))!.ShouldContain("building: 1 documents");
        check.IsVital.ShouldBeTrue();
        _shelf.Gate.Release();
        await ShowsAsync(keeping, "pump", "a");
        check.IsVital.ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_process_waits_for_the_folder()
    {
        _shelf.Put("a", "Pump");
        await using var portal = await StartPortalAsync();
        Keeping second;
        await using (await StartAsync(portal))
        {
            second = await BeginAsync(portal);
            await UntilAsync(() => second.Keeper.WaitsForFolder);
            second.Index.State.Ready.ShouldBeFalse();
            (await new IndexReady(second.Index, second.Keeper, DataOf(portal)).FindFaultAsync(Cancellation))!.ShouldContain("Another process");
        }
        await using (second)
            await ShowsAsync(second, "pump", "a");
    }

    [Fact]
    public async Task The_command_reindex_builds_by_itself_when_nobody_serves()
    {
        await using var portal = await StartPortalAsync();
        _shelf.Put("a", "Pump");
        (await ReindexAsync(portal)).Lines.ShouldBe(["The search index was built anew: 1 documents."]);
        using var folder = IndexFolder.TryOpen(DataOf(portal).Index)!;
        folder.Load(out _)!.Segments.Sum(s => s.LiveCount).ShouldBe(1);
    }

    [Fact]
    public async Task The_command_reindex_asks_the_serving_process_and_waits_for_it()
    {
        await using var portal = await StartPortalAsync();
        await using var keeping = await StartAsync(portal);
        _shelf.Put("a", "Pump");
        (await ReindexAsync(portal)).Lines[^1].ShouldBe("The search index was built anew: 1 documents.");
        keeping.Ids("pump").ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_new_concept_is_found_soon_after_it_is_published_and_after_a_restart()
    {
        _shelf.Put("a", "Pump");
        await using var portal = await StartPortalAsync();
        await using (var keeping = await StartAsync(portal))
        {
            keeping.Ids("насос").ShouldBeEmpty();
            _concepts.Add(new("pump", [new("en", "pump"), new("ru", "насос")]));
            await Shelf.AnnounceAsync(portal, "glossary", "pump");
            await ShowsAsync(keeping, "насос", "a");
        }
        _shelf.FullReadings.ShouldBe(2);
        await using (var again = await StartAsync(portal))
            again.Ids("насос").ShouldBe(["a"]);
        _shelf.FullReadings.ShouldBe(2);

        // One that changed while nobody looked.
        _concepts.Add(new("valve", [new("en", "valve"), new("ru", "клапан")]));
        _shelf.Put("b", "Valve");
        await Shelf.AnnounceAsync(portal, Shelf.Kind, "b");
        await using var third = await StartAsync(portal);
        await UntilAsync(() => _shelf.FullReadings == 3);
        await ShowsAsync(third, "клапан", "b");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DataFolder DataOf(TemporaryPortal portal) => portal.Services.GetRequiredService<DataFolder>();

    private static IReadyCheck CheckOf(TemporaryPortal portal) => portal.Services.GetServices<IReadyCheck>().Single(c => c.Name == "index");

    private Task<TemporaryPortal> StartPortalAsync() =>
        TemporaryPortal.StartAsync(database, services => services.RemoveAll<ISearchSource>().RemoveAll<IGlossarySource>()
            .AddSingleton<ISearchSource>(_shelf).AddSingleton<IGlossarySource>(new ConceptList(_concepts)));

    /// <summary>Keeps an index as a serving process of its own would, which is ready.</summary>
    private static async Task<Keeping> StartAsync(TemporaryPortal portal)
    {
        var keeping = await BeginAsync(portal);
        await ReadyAsync(keeping);
        return keeping;
    }

    /// <summary>Keeps an index, which may get ready later: a start waits for it no longer than a moment.</summary>
    private static async Task<Keeping> BeginAsync(TemporaryPortal portal)
    {
        var index = new SearchIndex();
        var services = portal.Services;
        var keeper = new IndexKeeper(index, services.GetRequiredService<IndexBuilder>(), services.GetRequiredService<ChangeFollower>(), DataOf(portal), NullLogger<IndexKeeper>.Instance);
        await keeper.StartAsync(Cancellation);
        return new(index, keeper);
    }

    private static async Task<Terminal> ReindexAsync(TemporaryPortal portal)
    {
        var terminal = new Terminal();
        (await portal.InScopeAsync(s => s.GetServices<IModuleCommand>().Single(c => c.Name == "reindex").RunAsync([], terminal, Cancellation))).ShouldBe(0, string.Join('\n', terminal.Errors));
        return terminal;
    }

    private static Task ReadyAsync(Keeping keeping) => Patience.UntilAsync(() => keeping.Index.State.Ready, () => "the index did not get ready");

    private static Task ShowsAsync(Keeping keeping, string text, params string[] ids) =>
        Patience.UntilAsync(() => keeping.Ids(text).Order(StringComparer.Ordinal).SequenceEqual(ids), () => $"'{text}' finds {string.Join(", ", keeping.Ids(text))}");

    private static Task UntilAsync(Func<bool> holds, [CallerArgumentExpression(nameof(holds))] string what = "") => Patience.UntilAsync(holds, () => what);

    private sealed class ConceptList(IReadOnlyList<SearchConcept> concepts) : IGlossarySource
    {
        public string Kind => "glossary";

        public Task<IReadOnlyList<SearchConcept>> ReadAsync(CancellationToken cancellation) => Task.FromResult(concepts);
    }

    private sealed record Keeping(SearchIndex Index, IndexKeeper Keeper) : IAsyncDisposable
    {
        public string[] Ids(string text) => [.. Index.Search(new() { Text = text, Culture = "en", PageSize = 100 }).Hits.Select(h => h.Id)];

        public async ValueTask DisposeAsync()
        {
            await Keeper.StopAsync(CancellationToken.None);
            Keeper.Dispose();
        }
    }
}
