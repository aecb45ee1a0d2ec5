using System.Text;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Feeds;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Texts;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Catalogue;

public abstract class MalformedFeedTests(TestDatabase database)
{
    private const int Lines = 1000;

    public sealed class OnSqlite() : MalformedFeedTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : MalformedFeedTests(TestDatabase.Postgres);

    /// <summary>Each kind of fault: the reason expected, the field expected, and how to make such a line of a good one.</summary>
    private static readonly (string Reason, string Field, Func<JsonObject, string> Make)[] Kinds =
    [
        ("NotJson", "", line => line.ToJsonString()[..^1]),
        ("NotJson", "", line => "{'single': 'quotes'}"),
        ("NotJson", "", line => "just words"),
        ("NotJson", "", line => line.ToJsonString().Replace("\"sector\"", "\"id\":\"again\",\"sector\"", StringComparison.Ordinal)),
        ("NotJson", "", line => line.ToJsonString().Replace("\"Pure acetone\"", "\"Pure \tacetone\"", StringComparison.Ordinal)),
        ("NotJson", "", line => string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40)),
        ("NotAnObject", "", line => "[1,2,3]"),
        ("Missing", "type", line => Text(line.With("type", null))),
        ("UnknownType", "type", line => Text(line.With("type", "widget"))),
        ("UnknownField", "colour", line => Text(line.With("colour", "red"))),
        ("UnknownField", "price.tax", line => Text(line.With("price", Feed.Json("""{"currency":"EUR","from":1,"tax":2}""")))),
        ("Missing", "firm", line => Text(line.With("firm", null))),
        ("Missing", "names", line => Text(line.With("names", null))),
        ("NoName", "names", line => Text(line.With("names", Feed.Json("{}")))),
        ("BadId", "id", line => Text(line.With("id", "Upper Case"))),
        ("TooLong", "id", line => Text(line.With("id", new string('a', 101)))),
        ("UnknownReference", "firm", line => Text(line.With("firm", "nobody"))),
        ("UnknownReference", "sector", line => Text(line.With("sector", "no-sector").With("attributes", null))),
        ("UnknownReference", "markets[0]", line => Text(line.With("markets", new JsonArray("mars")))),
        ("BadCulture", "names", line => Text(line.With("names", Feed.Json("""{"en":"x","not_a_tag":"y"}""")))),
        ("CultureTwice", "names.EN", line => Text(line.With("names", Feed.Json("""{"en":"x","EN":"y"}""")))),
        ("TooLong", "names.en", line => Text(line.With("names", new JsonObject { ["en"] = new string('x', 251) }))),
        ("TooLong", "descriptions.fa", line => Text(line.With("descriptions", new JsonObject { ["fa"] = new string('م', 20_001) }))),
        ("LineTooLong", "", line => Text(line.With("descriptions", new JsonObject { ["en"] = new string('x', 1_100_000) }))),
        ("Empty", "names.fa", line => Text(line.With("names", Feed.Json("""{"en":"x","fa":"  "}""")))),
        ("ControlCharacter", "names.en", line => Text(line.With("names", new JsonObject { ["en"] = "bell \u0007 rings" }))),
        ("ControlCharacter", "names.en", line => Text(line.With("names", new JsonObject { ["en"] = "turned \u202Earound" }))),
        ("BrokenText", "names.en", line => Text(line).Replace("Pure acetone", "half \\ud83d character", StringComparison.Ordinal)),
        ("BrokenText", "", line => Text(line).Replace("\"hsCode\"", "\"\\ud800\"", StringComparison.Ordinal)),
        ("NestedTooDeep", "descriptions.en", line => Text(line.With("descriptions", new JsonObject { ["en"] = new string('>', 300) + " deep" }))),
        ("NotTexts", "names", line => Text(line.With("names", "just a name"))),
        ("NotAString", "model", line => Text(line.With("model", 5))),
        ("NotANumber", "leadTimeDays", line => Text(line.With("leadTimeDays", "soon"))),
        ("OutOfRange", "leadTimeDays", line => Text(line.With("leadTimeDays", -1))),
        ("TooManyDecimals", "price.from", line => Text(line.With("price", Feed.Json("""{"currency":"EUR","from":1.23456}""")))),
        ("RangeBackwards", "price.to", line => Text(line.With("price", Feed.Json("""{"currency":"EUR","from":9,"to":8}""")))),
        ("BadCurrency", "price.currency", line => Text(line.With("price", Feed.Json("""{"currency":"EURO","from":9}""")))),
        ("IncotermNeedsPlace", "price.place", line => Text(line.With("price", Feed.Json("""{"currency":"EUR","from":9,"incoterm":"FOB"}""")))),
        ("BadIncoterm", "price.incoterm", line => Text(line.With("price", Feed.Json("""{"currency":"EUR","from":9,"incoterm":"DDU","place":"x"}""")))),
        ("BadUnit", "minimumOrder.unit", line => Text(line.With("minimumOrder", Feed.Json("""{"quantity":9,"unit":"kg"}""")))),
        ("BadGtin", "gtin", line => Text(line.With("gtin", "6261042004118"))),
        ("BadHsCode", "hsCode", line => Text(line.With("hsCode", "999999"))),
        ("BadCode_cas", "attributes.cas", line => Text(line.With("attributes", Feed.Json("""{"cas":"67-64-2"}""")))),
        ("NotInSheet", "attributes.wings", line => Text(line.With("attributes", Feed.Json("""{"wings":"two"}""")))),
        ("NotAChoice", "kind", line => Text(line.With("kind", "idea"))),
        ("BadDate", "certificates[0].expires", line => Text(line.With("certificates", Feed.Json("""[{"scheme":"GMP","expires":"2027-02-30"}]""")))),
        ("ExpiresBeforeIssued", "certificates[0].expires", line => Text(line.With("certificates", Feed.Json("""[{"scheme":"GMP","issued":"2027-02-01","expires":"2026-02-01"}]""")))),
        ("BadCountry", "registrations[0].country", line => Text(line.With("registrations", Feed.Json("""[{"country":"XX","status":"valid"}]""")))),
        ("PathEscapes", "images[0].file", line => Text(line.With("images", Feed.Json("""[{"file":"../../etc/passwd"}]""")))),
        ("PathEscapes", "documents[0].file", line => Text(line.With("documents", Feed.Json("""[{"file":"/etc/passwd","kind":"datasheet"}]""")))),
        ("FileMissing", "images[0].file", line => Text(line.With("images", Feed.Json("""[{"file":"images/none.png"}]""")))),
        ("Twice", "variants[1].id", line => Text(line.With("variants", Feed.Json("""[{"id":"a"},{"id":"a"}]""")))),
        ("NotAList", "markets", line => Text(line.With("markets", "cis"))),
        ("NotAnObject", "price", line => Text(line.With("price", 12))),
        ("UnknownSubject", "id", line => $$"""{"type":"product","id":"{{line["id"]}}","withdrawn":true}"""),
    ];

    [Fact]
    public async Task A_thousand_malformed_lines_of_many_kinds_are_each_refused_with_line_field_and_reason_and_their_neighbours_imported()
    {
        Kinds.Length.ShouldBeGreaterThanOrEqualTo(40);
        await using var portal = await Feed.PortalAsync(database);
        var lines = new List<string> { Feed.Firm().ToJsonString() };
        var expected = new List<(long Line, string Reason, string Field)>();
        for (var i = 0; i < Lines; i++)
        {
            // The huge ones are a megabyte each; a few will do.
            var kind = Kinds[i % Kinds.Length] is ("LineTooLong", _, _) && i > 200 ? Kinds[0] : Kinds[i % Kinds.Length];
            lines.Add(kind.Make(Feed.Product($"bad-{i}")));
            expected.Add((lines.Count, kind.Reason, kind.Field));
            if (i % 10 == 0)
                lines.Add(Feed.Product($"good-{i}").ToJsonString());
        }
        lines.Add(Feed.Product("good-0").ToJsonString());
        expected.Add((lines.Count, "DuplicateId", "id"));

        var (report, faults) = await Feed.ImportAsync(portal, Feed.Write(portal, lines));

        report.Refused.ShouldBe(Lines + 1);
        faults.Select(f => (f.Line, f.Refusal.Key["Catalogue.Feed.".Length..], f.Refusal.Field ?? "")).ShouldBe(expected);
        var published = await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<Subject>().Where(x => x.Kind == "product").Select(x => x.Id).ToListAsync());
        published.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, Lines / 10).Select(i => $"good-{i * 10}").Order(StringComparer.Ordinal));

        var texts = portal.Services.GetRequiredService<InterfaceTexts>();
        foreach (var culture in PortalCultures.All)
            faults.Select(f => texts.For(culture).Explain(f.Refusal)).ShouldAllBe(text => text.Length > 5);
    }

    [Fact]
    public async Task A_line_that_is_not_utf8_is_refused_and_the_next_one_imported()
    {
        await using var portal = await Feed.PortalAsync(database);
        var file = Path.Combine(portal.Folder, "latin1.jsonl");
        await File.WriteAllBytesAsync(file, [.. Encoding.UTF8.GetBytes(Feed.Firm().ToJsonString() + "\n"), .. Encoding.Latin1.GetBytes("{\"type\":\"firm\",\"id\":\"caf\u00e9\"}\n"), .. Encoding.UTF8.GetBytes(Feed.Product().ToJsonString())], Cancellation);
        var (report, faults) = await Feed.ImportAsync(portal, file);
        (report.New, report.Refused).ShouldBe((2, 1));
        faults.ShouldHaveSingleItem().ShouldBeEquivalentTo(new LineFault(2, new("Catalogue.Feed.NotUtf8", "", ("most", FeedFile.MostBytes))));
    }

    [Fact]
    public async Task A_last_line_that_is_too_long_is_refused_even_without_an_end()
    {
        await using var portal = await Feed.PortalAsync(database);
        var file = Path.Combine(portal.Folder, "long.jsonl");
        await File.WriteAllTextAsync(file, Feed.Firm().ToJsonString() + "\n" + new string('x', 3 * FeedFile.MostBytes), Cancellation);
        var (report, faults) = await Feed.ImportAsync(portal, file);
        (report.New, report.Refused).ShouldBe((1, 1));
        faults.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Fact]
    public async Task All_or_nothing_imports_nothing_when_one_line_is_refused()
    {
        await using var portal = await Feed.PortalAsync(database);
        var file = Feed.Write(portal, [Feed.Firm().ToJsonString(), Feed.Product().ToJsonString(), "oops"]);
        var (report, _) = await Feed.ImportAsync(portal, file, new(AllOrNothing: true));
        (report.Imported, report.Refused).ShouldBe((false, 1));
        (await CountAsync(portal)).ShouldBe(0);
        (await Feed.ImportAsync(portal, Feed.Write(portal, [Feed.Firm().ToJsonString(), Feed.Product().ToJsonString()]), new(AllOrNothing: true))).Report.New.ShouldBe(2);
    }

    [Fact]
    public async Task A_dry_run_reports_and_writes_nothing()
    {
        await using var portal = await Feed.PortalAsync(database);
        var (report, faults) = await Feed.ImportAsync(portal, Feed.Write(portal, [Feed.Firm().ToJsonString(), Feed.Product().ToJsonString(), "oops"]), new(DryRun: true));
        (report.Accepted, report.Refused, faults.Count).ShouldBe((2, 1, 1));
        (await CountAsync(portal)).ShouldBe(0);
    }

    [Fact]
    public async Task A_link_out_of_the_feeds_folder_is_not_followed()
    {
        await using var portal = await Feed.PortalAsync(database);
        File.CreateSymbolicLink(Path.Combine(portal.Folder, "link.png"), Path.Combine(Feed.Media, "sample", "images", "karoun-activated-carbon.png"));
        var (_, faults) = await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product().With("images", Feed.Json("""[{"file":"link.png"}]""")));
        faults.ShouldHaveSingleItem().Refusal.Key.ShouldBe("Catalogue.Feed.FileMissing");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Text(JsonObject line) => line.ToJsonString();

    private static Task<int> CountAsync(TemporaryPortal portal) =>
        portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<Subject>().CountAsync(x => x.Kind == "product" || x.Kind == "organisation"));
}
