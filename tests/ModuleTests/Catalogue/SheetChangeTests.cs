using System.Text.Json.Nodes;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using ExportPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Catalogue;

public abstract class SheetChangeTests(TestDatabase database)
{
    private const string Sheet = """
        [{"id":"grade","names":{"en":"Grade"},"type":"choice","choices":[{"id":"pure"},{"id":"plain"}]},
         {"id":"purity","names":{"en":"Purity"},"type":"number","unit":"P1"},
         {"id":"storage","names":{"en":"Storage"},"type":"range","unit":"CEL"},
         {"id":"note","names":{"en":"Note"},"type":"text"},
         {"id":"number","names":{"en":"Number"},"type":"code"},
         {"id":"uses","names":{"en":"Uses"},"type":"list","of":"choice","choices":[{"id":"lab"},{"id":"plant"}]},
         {"id":"unheld","names":{"en":"Unheld"},"type":"code"}]
        """;

    public sealed class OnSqlite() : SheetChangeTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : SheetChangeTests(TestDatabase.Postgres);

    [Theory]
    [InlineData("""{"id":"grade","type":"choice","choices":[{"id":"plain"}]}""", "grade")]
    [InlineData("""{"id":"grade","type":"text"}""", "grade")]
    [InlineData("""{"id":"purity","type":"number","unit":"KGM"}""", "purity")]
    [InlineData("""{"id":"purity","type":"number"}""", "purity")]
    [InlineData("""{"id":"purity","type":"code"}""", "purity")]
    [InlineData("""{"id":"storage","type":"number","unit":"CEL"}""", "storage")]
    [InlineData("""{"id":"note","type":"code"}""", "note")]
    [InlineData("""{"id":"number","type":"code","rule":"cas"}""", "number")]
    [InlineData("""{"id":"number","type":"list","of":"code"}""", "number")]
    [InlineData("""{"id":"uses","type":"list","of":"choice","choices":[{"id":"plant"}]}""", "uses")]
    public async Task A_sheet_that_no_longer_takes_what_products_hold_is_refused(string attribute, string id)
    {
        await using var portal = await FilledPortalAsync();
        var changed = Feed.Json(attribute).AsObject().With("names", Feed.Json("""{"en":"Changed"}"""));
        var place = Attributes().ToList().FindIndex(a => (string)a!["id"]! == id);
        var (report, faults) = await Feed.ImportAsync(portal, Sector([.. Attributes().Where(a => (string)a!["id"]! != id).Take(place), changed]));

        report.Refused.ShouldBe(1);
        var fault = faults.Single(f => f.Refusal.Field == $"attributes[{place}]").Refusal;
        fault.Key.ShouldBe("Catalogue.Feed.StillHeld");
        fault.Arguments.ShouldBe([("attribute", id), ("count", 2), ("id", "one")]);
    }

    [Fact]
    public async Task A_dropped_attribute_is_refused_with_what_is_to_be_done_in_every_language()
    {
        await using var portal = await FilledPortalAsync();
        var (_, faults) = await Feed.ImportAsync(portal, Sector([.. Attributes().Where(a => (string)a!["id"]! is not ("grade" or "unheld"))]));
        var fault = faults.ShouldHaveSingleItem();
        fault.Refusal.Field.ShouldBe("attributes");
        foreach (var culture in PortalCultures.All)
        {
            var text = portal.Services.GetRequiredService<InterfaceTexts>().For(culture).Explain(fault.Refusal);
            text.ShouldContain("grade");
            text.ShouldContain("one");
        }
    }

    [Fact]
    public async Task A_sheet_that_takes_more_or_drops_what_nobody_holds_is_accepted()
    {
        await using var portal = await FilledPortalAsync();
        var wider = Attributes().Where(a => (string)a!["id"]! != "unheld").Select(a => a!.DeepClone().AsObject()).ToArray();
        wider[0]["choices"]!.AsArray().Add(Feed.Json("""{"id":"fine"}"""));
        wider[0]["facet"] = true;
        wider[3]["names"] = Feed.Json("""{"en":"Remark"}""");
        (await Feed.ImportAsync(portal, Sector([.. wider.Reverse()]))).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Products_that_give_up_their_values_on_earlier_lines_let_the_sheet_change_in_the_same_feed()
    {
        await using var portal = await FilledPortalAsync();
        var sheet = Sector([Feed.Json("""{"id":"grade","names":{"en":"Grade"},"type":"code"}""")]);
        var grade = new JsonObject { ["grade"] = "1" };
        foreach (var fault in (await Feed.ImportAsync(portal, Product("one", null), sheet)).Faults)
        {
            fault.Line.ShouldBe(2);
            fault.Refusal.Arguments[1..].ShouldBe([("count", 1), ("id", "two")]);
        }
        (await Feed.ImportAsync(portal, Product("two", null).With("withdrawn", true), sheet, Product("three", grade))).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Products_given_before_the_sheet_on_an_earlier_line_are_judged_by_what_they_say_there()
    {
        await using var portal = await FilledPortalAsync();
        var (_, faults) = await Feed.ImportAsync(portal,
            Product("one", new JsonObject { ["grade"] = "plain" }), Product("two", new JsonObject { ["grade"] = "pure" }), Product("three", new JsonObject { ["number"] = "7" }),
            Sector([Feed.Json("""{"id":"grade","names":{"en":"Grade"},"type":"choice","choices":[{"id":"plain"}]}""")]));
        faults.Select(f => (f.Line, f.Refusal.Field, f.Refusal.Arguments[0].Value, f.Refusal.Arguments[2].Value))
            .ShouldBe([(4, "attributes[0]", "grade", "two"), (4, "attributes", "number", "three")]);
    }

    [Fact]
    public async Task Lines_after_a_refused_sheet_are_read_by_the_one_that_stands()
    {
        await using var portal = await FilledPortalAsync();
        var (report, faults) = await Feed.ImportAsync(portal, Sector([]), Product("three", new JsonObject { ["grade"] = "pure" }));
        faults.ShouldAllBe(f => f.Line == 1);
        (report.New, report.Refused).ShouldBe((1, 1));
    }

    // Two products hold every attribute but the last: one on the site, and one withdrawn.
    private async Task<TemporaryPortal> FilledPortalAsync()
    {
        var portal = await Feed.PortalAsync(database);
        JsonNode Values() => Feed.Json("""{"grade":"pure","purity":{"value":99.5},"storage":{"from":2,"to":8},"note":{"en":"Clear"},"number":"12","uses":["lab"]}""");
        (await Feed.ImportAsync(portal, Sector([.. Attributes()]), Feed.Firm(), Product("one", Values()), Product("two", Values()), Feed.Product("elsewhere"))).Faults.ShouldBeEmpty();
        (await Feed.ImportAsync(portal, Feed.Json("""{"type":"product","id":"two","withdrawn":true}"""))).Faults.ShouldBeEmpty();
        return portal;
    }

    private static JsonArray Attributes() => Feed.Json(Sheet).AsArray();

    private static JsonObject Sector(JsonNode?[] attributes) => new()
    {
        ["type"] = "sector",
        ["id"] = "solvents",
        ["names"] = new JsonObject { ["en"] = "Solvents" },
        ["attributes"] = new JsonArray([.. attributes.Select(a => a?.DeepClone())]),
    };

    private static JsonObject Product(string id, JsonNode? attributes) => Feed.Product(id).With("sector", "solvents").With("attributes", attributes);
}
