using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Commands;
using ExportPortal.Catalogue.Feeds;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Catalogue;

public abstract class DryRunTests(TestDatabase database)
{
    public sealed class OnSqlite() : DryRunTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : DryRunTests(TestDatabase.Postgres);

    /// <summary>What is stored before.</summary>
    private static readonly JsonNode[] Stored =
    [
        .. new[] { "gadgets", "tools", "parts", "spare" }.Select(id => Sector(id, "s", "l")),
        .. new[] { "a", "b", "c", "d", "e" }.Select(Feed.Firm),
        Feed.Product("a1", "a"), Feed.Product("b1", "b"), Feed.Product("c1", "c"),
        Sized("gadget", "gadgets", "l"), Sized("tool", "tools", "l"), Sized("part", "parts", "s"), Sized("spare-part", "spare", "l"),
    ];

    /// <summary>The lines of a feed, and why each is refused: reason and field; empty for a good one.</summary>
    private static readonly (string Line, string Refused)[] Varied =
    [
        (Withdrawn("product", "a1"), ""),
        (Withdrawn("organisation", "a"), ""),
        (Text(Feed.Product("a2", "a")), "UnknownReference firm"),
        (Text(Feed.Product("b1", "e")), ""),
        (Withdrawn("organisation", "b"), ""),
        (Withdrawn("organisation", "c"), "StillInUse withdrawn"),
        (Text(Feed.Product("d1", "d")), ""),
        (Withdrawn("organisation", "d"), "StillInUse withdrawn"),
        (Text(Feed.Product("cut", "e").With("images", Feed.Json("""[{"file":"cut.jpg"}]"""))), "FileRefused images[0].file"),
        (Text(Feed.Product("whole", "e").With("images", Feed.Json("""[{"file":"whole.jpg"}]"""))), ""),
        (Text(Feed.Product("paper", "e").With("documents", Feed.Json("""[{"file":"whole.jpg","kind":"datasheet"}]"""))), "FileRefused documents[0].file"),
        ("oops", "NotJson "),
        (Text(Sector("gadgets", "s")), "StillHeld attributes[0]"),
        (Text(Sized("other-gadget", "gadgets", "l")), ""),
        (Text(Sized("gadget", "gadgets", null)), ""),
        (Text(Sized("tool", "tools", null)), ""),
        (Text(Sector("tools", "s")), ""),
        (Text(Sized("other-tool", "tools", "l")), "NotAChoice attributes.size"),
        (Text(Sized("other-part", "parts", "l")), ""),
        (Text(Sector("parts", "s")), "StillHeld attributes[0]"),
        (Withdrawn("product", "spare-part"), ""),
        (Text(Sector("spare", "s")), "StillHeld attributes[0]"),
        // An earlier line that was refused takes nothing from a later one.
        (Text(Sector("spare", "s", "l")), ""),
        (Text(Sector("spare", "s", "l")), "DuplicateId id"),
        (Withdrawn("product", "d1"), "DuplicateId id"),
        (Withdrawn("sector", "parts"), "StillInUse withdrawn"),
        (Withdrawn("sector", "chemicals"), "StillInUse withdrawn"),
        (Withdrawn("product", "nothing"), "UnknownSubject id"),
        (Text(Feed.Product("old", "a").With("withdrawn", true)), ""),
        (Text(Feed.Product("older", "nobody").With("withdrawn", true)), "UnknownReference firm"),
        ("""{"type":"showroom","id":"room","names":{"en":"Room"},"products":["d1","a1","a2"]}""", "UnknownReference products[2]"),
    ];

    [Fact]
    public async Task A_dry_run_refuses_what_the_import_refuses_line_by_line()
    {
        await using var portal = await StoredPortalAsync();
        var feed = Feed.Write(portal, Varied.Select(v => v.Line));

        var (dry, dryFaults) = await Feed.ImportAsync(portal, feed, new(DryRun: true));
        var (looked, lookedFaults) = await Feed.ImportAsync(portal, feed, new(AllOrNothing: true));
        (dry.Imported, looked.Imported).ShouldBe((false, false));
        (await ProductsAsync(portal)).ShouldNotContain("d1");
        var (plain, faults) = await Feed.ImportAsync(portal, feed);

        faults.Select(f => (f.Line, $"{f.Refusal.Key["Catalogue.Feed.".Length..]} {f.Refusal.Field}"))
            .ShouldBe(Varied.Index().Where(v => v.Item.Refused.Length > 0).Select(v => (v.Index + 1L, v.Item.Refused)));
        Explained(portal, dryFaults).ShouldBe(Explained(portal, faults));
        Explained(portal, lookedFaults).ShouldBe(Explained(portal, faults));
        (dry.Accepted, looked.Accepted).ShouldBe((plain.Accepted, plain.Accepted));
    }

    [Fact]
    public async Task A_good_feed_that_withdraws_a_product_and_then_its_firm_and_sector_is_imported_all_or_nothing()
    {
        await using var portal = await StoredPortalAsync();
        var feed = Feed.Write(portal, [Withdrawn("product", "a1"), Withdrawn("organisation", "a"), Withdrawn("product", "tool"), Withdrawn("sector", "tools")]);
        var (report, faults) = await Feed.ImportAsync(portal, feed, new(AllOrNothing: true));
        faults.ShouldBeEmpty();
        (report.Imported, report.Withdrawn).ShouldBe((true, 4));
    }

    [Fact]
    public async Task What_is_refused_only_in_the_writing_of_an_all_or_nothing_import_is_told_plainly()
    {
        await using var portal = await StoredPortalAsync();
        var picture = Path.Combine(portal.Folder, "whole.jpg");
        var feed = Feed.Write(portal, [Text(Feed.Product("first", "e")), Text(Feed.Product("pictured", "e").With("images", Feed.Json("""[{"file":"whole.jpg"}]""")))]);
        // Somebody takes the picture away between the look and the writing.
        var terminal = new Told(done: () => File.Delete(picture));
        var exit = await portal.InScopeAsync(s => new ImportCommand(s.GetRequiredService<ImportFeed>(), s.GetRequiredService<InterfaceTexts>())
            .RunAsync([feed, "--all-or-nothing"], terminal, TestContext.Current.CancellationToken));

        exit.ShouldBe(1);
        terminal.Errors[0].ShouldStartWith("line 2, images[0].file: ");
        terminal.Errors[1].ShouldStartWith("Not all was imported");
        (await ProductsAsync(portal)).ShouldContain("first");
    }

    private async Task<TemporaryPortal> StoredPortalAsync()
    {
        var portal = await Feed.PortalAsync(database);
        (await Feed.ImportAsync(portal, Stored)).Faults.ShouldBeEmpty();
        var picture = DrawnPicture.Make("jpg");
        await File.WriteAllBytesAsync(Path.Combine(portal.Folder, "whole.jpg"), picture, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(portal.Folder, "cut.jpg"), picture[..(picture.Length / 2)], TestContext.Current.CancellationToken);
        return portal;
    }

    private static JsonObject Sector(string id, params string[] sizes) => (JsonObject)Feed.Json($$"""
        {"type":"sector","id":"{{id}}","names":{"en":"{{id}}"},"attributes":[{"id":"size","names":{"en":"Size"},"type":"choice",
        "choices":[{{string.Join(',', sizes.Select(s => $$"""{"id":"{{s}}"}"""))}}]}]}
        """);

    private static JsonObject Sized(string id, string sector, string? size) =>
        Feed.Product(id, "e").With("sector", sector).With("attributes", size is null ? null : new JsonObject { ["size"] = size });

    private static string Withdrawn(string type, string id) => $$"""{"type":"{{type}}","id":"{{id}}","withdrawn":true}""";

    private static string Text(JsonObject line) => line.ToJsonString();

    private static IEnumerable<string> Explained(TemporaryPortal portal, IEnumerable<LineFault> faults) =>
        faults.Select(f => ImportCommand.FaultText(f, portal.Services.GetRequiredService<InterfaceTexts>().For("en")));

    private static Task<List<string>> ProductsAsync(TemporaryPortal portal) =>
        portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<Subject>().Where(x => x.Kind == "product").Select(x => x.Id).ToListAsync());

    private sealed class Told(Action done) : ITerminal
    {
        private int _ends;

        public List<string> Errors { get; } = [];

        public void Line(string text) { }

        public void Error(string text) => Errors.Add(text);

        public void Progress(string what, long count, long? total)
        {
            // The last line is told twice: when it is read, and when the pass is through.
            if (count == total && ++_ends == 2)
                done();
        }
    }
}
