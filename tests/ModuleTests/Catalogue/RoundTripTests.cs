using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ExportPortal.Testing;

namespace ExportPortal.ModuleTests.Catalogue;

public abstract class RoundTripTests(TestDatabase database)
{
    public sealed class OnSqlite() : RoundTripTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : RoundTripTests(TestDatabase.Postgres);

    [Fact]
    public async Task The_sample_imported_again_changes_nothing_loses_nothing_in_its_export_and_exports_equal_from_an_empty_portal()
    {
        await using var first = await Feed.PortalAsync(database, sample: true);
        var sample = Path.Combine(Feed.Media, "sample", "feed.jsonl");
        var (again, _) = await Feed.ImportAsync(first, sample);
        (again.New, again.Changed, again.Withdrawn, again.Refused).ShouldBe((0, 0, 0, 0));
        again.Unchanged.ShouldBeGreaterThan(40);

        var once = await Feed.ExportAsync(first);
        var exported = File.ReadLines(Path.Combine(once, "feed.jsonl")).Select(l => Feed.Json(l)).ToDictionary(l => ((string)l["type"]!, (string)l["id"]!));
        foreach (var line in File.ReadLines(sample).Concat(File.ReadLines(Path.Combine(Feed.Media, "reference", "feed.jsonl"))).Select(l => Feed.Json(l)))
            JsonNode.DeepEquals(Sorted(line), Sorted(exported[((string)line["type"]!, (string)line["id"]!)])).ShouldBeTrue((string)line["id"]!);

        await using var second = await TemporaryPortal.StartAsync(database);
        var (report, faults) = await Feed.ImportAsync(second, Path.Combine(once, "feed.jsonl"));
        faults.ShouldBeEmpty();
        report.New.ShouldBe(exported.Count);
        Digests(await Feed.ExportAsync(second)).ShouldBe(Digests(once));
    }

    [Fact]
    public async Task Texts_in_cultures_beyond_the_interface_survive_the_round_trip()
    {
        await using var portal = await Feed.PortalAsync(database);
        var line = Feed.Product().With("names", Feed.Json("""{"de":"Reines Aceton","en":"Pure acetone","uz-Cyrl":{"text":"Соф ацетон","origin":"machine"}}"""));
        (await Feed.ImportAsync(portal, Feed.Firm(), line)).Faults.ShouldBeEmpty();
        var folder = await Feed.ExportAsync(portal);
        var exported = File.ReadLines(Path.Combine(folder, "feed.jsonl")).Select(l => Feed.Json(l)).Single(l => (string)l["type"]! == "product");
        exported["names"]!.ToJsonString(ExportPortal.Catalogue.Subjects.ContentJson.Options).ShouldBe(line["names"]!.ToJsonString(ExportPortal.Catalogue.Subjects.ContentJson.Options));
    }

    [Fact]
    public async Task What_was_withdrawn_stays_withdrawn_and_whole_through_the_round_trip()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product(), Feed.Json("""{"type":"showroom","id":"room","names":{"en":"Room"},"products":["good-product"]}"""));
        (await Feed.ImportAsync(portal, Feed.Json("""{"type":"product","id":"good-product","withdrawn":true}"""))).Report.Withdrawn.ShouldBe(1);
        var once = await Feed.ExportAsync(portal);

        await using var second = await TemporaryPortal.StartAsync(database);
        (await Feed.ImportAsync(second, Path.Combine(once, "feed.jsonl"))).Faults.ShouldBeEmpty();
        Digests(await Feed.ExportAsync(second)).ShouldBe(Digests(once));
        File.ReadAllText(Path.Combine(once, "feed.jsonl")).ShouldContain("Pure acetone");
    }

    [Fact]
    public async Task After_each_of_a_sequence_of_imports_the_export_imported_into_an_empty_portal_exports_equal()
    {
        await using var portal = await Feed.PortalAsync(database);
        string[] sequence =
        [
            """{"type":"sector","id":"media","names":{"en":"Media"},"attributes":[{"id":"growthMedia","names":{"en":"Growth media"},"type":"code"},{"id":"file","names":{"en":"File"},"type":"code"},{"id":"note","names":{"en":"Note"},"type":"text"},{"id":"size","names":{"en":"Size"},"type":"choice","choices":[{"id":"s"},{"id":"l"}]}]}""",
            Feed.Firm().ToJsonString(),
            """{"type":"product","id":"one","firm":"good-firm","sector":"media","names":{"en":"One"},"attributes":{"growthMedia":"LB","file":"one","note":{"en":"Note","fa":"یادداشت"},"size":"l"}}""",
            """{"type":"product","id":"two","firm":"good-firm","sector":"media","names":{"en":"Two"},"attributes":{"note":{"en":"Note"},"size":"s"}}""",
            """{"type":"regime","id":"own","names":{"en":"Own"},"requirements":[{"sector":"media","needs":"registration"}]}""",
            """{"type":"showroom","id":"room","names":{"en":"Room"},"sector":"media","products":["one","two"]}""",
            // Refused: both products hold a note. Nothing of it stays.
            """{"type":"sector","id":"media","names":{"en":"Media"},"attributes":[{"id":"growthMedia","names":{"en":"Growth media"},"type":"code"}]}""",
            """{"type":"product","id":"two","withdrawn":true}""",
            """{"type":"product","id":"one","firm":"good-firm","sector":"media","names":{"fa":"یک"},"attributes":{"growthMedia":"LB","note":{"fa":null}}}""",
            // Accepted: only the withdrawn product holds a size, and it is a small one.
            """{"type":"sector","id":"media","names":{"en":"Media"},"attributes":[{"id":"growthMedia","names":{"en":"Growth media"},"type":"code"},{"id":"note","names":{"en":"Note"},"type":"text"},{"id":"size","names":{"en":"Size"},"type":"choice","choices":[{"id":"s"}]}]}""",
            """{"type":"product","id":"one","withdrawn":true}""",
            """{"type":"sector","id":"media","withdrawn":true}""",
            """{"type":"organisation","id":"good-firm","withdrawn":true}""",
            """{"type":"sector","id":"media","names":{"en":"Media","fa":"محیط"},"withdrawn":true,"attributes":[{"id":"growthMedia","names":{"en":"Growth media"},"type":"code"},{"id":"note","names":{"en":"Note"},"type":"text"},{"id":"size","names":{"en":"Size"},"type":"choice","choices":[{"id":"s"},{"id":"m"}]}]}""",
            """{"type":"sector","id":"media","names":{"en":"Media"},"attributes":[{"id":"growthMedia","names":{"en":"Growth media"},"type":"text"}]}""",
        ];
        var refused = new List<int>();
        foreach (var (index, line) in sequence.Index())
        {
            if ((await Feed.ImportAsync(portal, Feed.Json(line))).Faults.Count > 0)
                refused.Add(index);
            var once = await Feed.ExportAsync(portal);
            await using var empty = await TemporaryPortal.StartAsync(database);
            (await Feed.ImportAsync(empty, Path.Combine(once, "feed.jsonl"))).Faults.ShouldBeEmpty(line);
            Digests(await Feed.ExportAsync(empty)).ShouldBe(Digests(once), line);
        }
        refused.ShouldBe([6, 14]);
        var last = await File.ReadAllTextAsync(Path.Combine(await Feed.ExportAsync(portal), "feed.jsonl"), TestContext.Current.CancellationToken);
        last.ShouldContain("\"growthMedia\":\"LB\"");
        last.ShouldContain("\"size\":\"s\"");
    }

    [Fact]
    public async Task Files_that_would_meet_in_one_place_survive_the_round_trip()
    {
        await using var portal = await Feed.PortalAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm());
        var images = Path.Combine(Feed.Media, "sample", "images");
        var longest = new string('x', 195) + ".png";
        foreach (var (index, picture) in Directory.GetFiles(images, "*.png").Order(StringComparer.Ordinal).Take(2).Index())
        {
            // Two feeds of two firms, each with files of its own under the same names; the second has a folder called as a file of the first.
            string[] names = index == 0 ? ["a.png", longest, "pictures"] : ["a.png", longest, "pictures/b.png"];
            var folder = Directory.CreateDirectory(Path.Combine(portal.Folder, $"feed-{index}")).FullName;
            foreach (var name in names)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
                File.Copy(picture, Path.Combine(folder, name));
            }
            var line = Feed.Product($"product-{index}").With("images", new JsonArray([.. names.Select(n => new JsonObject { ["file"] = n, ["alt"] = new JsonObject { ["en"] = n[..5] } })]));
            await File.WriteAllTextAsync(Path.Combine(folder, "feed.jsonl"), line.ToJsonString(), TestContext.Current.CancellationToken);
            (await Feed.ImportAsync(portal, Path.Combine(folder, "feed.jsonl"))).Faults.ShouldBeEmpty();
        }
        var once = await Feed.ExportAsync(portal);
        await using var second = await TemporaryPortal.StartAsync(database);
        (await Feed.ImportAsync(second, Path.Combine(once, "feed.jsonl"))).Faults.ShouldBeEmpty();
        var again = Digests(await Feed.ExportAsync(second));
        again.ShouldBe(Digests(once));
        again.Count.ShouldBe(1 + 6);
    }

    private static Dictionary<string, string> Digests(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))));

    // Objects are equal whatever the order of their fields, and a text is of human origin unless it says otherwise.
    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject { Count: 2 } text when (string?)text["origin"] == "human" => text["text"]!.DeepClone(),
        // An empty list says no more than none.
        JsonObject map => new JsonObject(map.Where(p => p.Value is not JsonArray { Count: 0 }).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : Sorted(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(i => i is null ? null : Sorted(i))]),
        _ => node.DeepClone(),
    };
}
