using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Database;
using ExportPortal.Search.Contracts;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Search;

/// <summary>Words that editors add to the glossary from the list of searches, and take back.</summary>
public abstract class SynonymTests(TestDatabase database)
{
    private const string Acetone = """{"type":"glossary","id":"acetone","names":{"en":"acetone","fa":"استون"},"terms":{"en":["propanone"]}}""";

    public sealed class OnSqlite() : SynonymTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : SynonymTests(TestDatabase.Postgres);

    [Fact]
    public async Task A_synonym_of_a_word_of_the_catalogue_makes_the_query_find_what_the_word_finds()
    {
        await using var portal = await StartWithProductAsync();
        await portal.AskAsync("/ru/search?q=" + Uri.EscapeDataString("Пропаноновый растворитель"));
        await portal.TurnAsync();
        var row = (await portal.ListAsync(found: false)).ShouldHaveSingleItem();
        (await portal.AddAsync(row.Text, "acetone", "ru")).ShouldBe("");
        await portal.IndexAsync();
        portal.Find("пропаноновый растворитель", "ru").ShouldBe(["good-product"]);
        (await portal.ListAsync(found: false)).ShouldHaveSingleItem().Results.ShouldBe(1, "it shows at once");
        await portal.TurnAsync();
        (await portal.ListAsync(found: false)).ShouldBeEmpty();
        (await portal.ConceptsAsync()).ShouldHaveSingleItem().Terms.ShouldBe([new("en", "acetone"), new("ru", "Пропаноновый растворитель")], ignoreOrder: true);
        (await portal.Portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<Change>().Where(c => c.Kind == "glossary").CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task A_synonym_of_a_word_of_the_glossary_joins_its_concept_and_takes_nothing_from_it()
    {
        await using var portal = await StartWithProductAsync();
        await portal.ImportConceptAsync("""{"type":"glossary","id":"acetone","sector":"chemicals","names":{"en":"acetone","fa":"استون"},"terms":{"en":["propanone"]}}""");
        (await portal.AddAsync("nail varnish remover", "استون", "fr", "fa")).ShouldBe("");
        (await portal.AddAsync("dimethylketone", "Propanone")).ShouldBe("");
        (await portal.ConceptsAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            c => c.Id.ShouldBe("acetone"),
            c => c.Terms.ShouldBe([new("en", "acetone"), new("fa", "استون"), new("en", "propanone"), new("fr", "nail varnish remover"), new("en", "dimethylketone")], ignoreOrder: true));
        await portal.IndexAsync();
        portal.Find("dimethylketone").ShouldBe(["good-product"]);
        (await portal.AddAsync("Dimethylketone", "acetone")).ShouldBe("Already");
    }

    [Fact]
    public async Task Two_editors_at_once_lose_no_word()
    {
        await using var portal = await StartWithProductAsync();
        (await portal.AddAsync("first word", "acetone")).ShouldBe("");
        (await Task.WhenAll(Enumerable.Range(0, 6).Select(i => portal.AddAsync($"word {i}", "acetone")))).ShouldAllBe(refused => refused.Length == 0);
        (await portal.ConceptsAsync()).ShouldHaveSingleItem().Terms.Count.ShouldBe(8);
    }

    [Fact]
    public async Task A_word_that_is_no_help_is_refused_with_the_remedy()
    {
        await using var portal = await StartWithProductAsync();
        (await portal.AddAsync("solvent", "")).ShouldBe("Missing");
        (await portal.AddAsync("solvent", "?!")).ShouldBe("Missing");
        (await portal.AddAsync("solvent", "nonesuch")).ShouldBe("Unknown");
        (await portal.AddAsync("solvent", "acetona")).ShouldBe("Unknown", "a spelling is no word");
        (await portal.AddAsync("solvent", "SOLVENT")).ShouldBe("Same");
        (await portal.AddAsync("solvent -pure", "pump")).ShouldBe("Marked");
        (await portal.AddAsync("\"pure solvent\"", "pump")).ShouldBe("Marked");
        (await portal.AddAsync("solvent", "pump -syringe")).ShouldBe("Marked");
        (await portal.AddAsync("solvent", new string('a', 81))).ShouldBe("TooLong");
        (await portal.ConceptsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_query_may_have_meant_is_guessed_with_what_it_finds_in_the_querys_market()
    {
        await using var portal = await StartWithProductAsync();
        await portal.ImportConceptAsync("""{"type":"glossary","id":"acetone","names":{"en":"acetone","ru":"ацетон"}}""");
        await portal.ImportConceptAsync("""{"type":"glossary","id":"acetates","names":{"ru":"ацетаты"}}""");
        await portal.IndexAsync();
        foreach (var market in (string[])["", "&market=china", "&market=cis"])
            await portal.AskAsync("/ru/search?q=" + Uri.EscapeDataString("ацетонорастворитель") + market);
        await portal.AskAsync("/ru/search?q=zzqqxxwy");
        await portal.TurnAsync();
        var rows = await portal.ListAsync(found: false);
        rows.Select(r => (r.Text, r.Query.Market, string.Join(',', r.Guesses.Select(g => $"{g.Concept} {g.Word.Text} {g.Products}")))).ShouldBe(
            [("ацетонорастворитель", "", "acetone ацетон 1"), ("ацетонорастворитель", "china", "acetone ацетон 1"), ("ацетонорастворитель", "cis", ""), ("zzqqxxwy", "", "")], ignoreOrder: true);
        (await portal.AddAsync("ацетонорастворитель", "ацетон", "ru", "fa")).ShouldBe("");
        await portal.IndexAsync();
        portal.Find("ацетонорастворитель", "ru").ShouldBe(["good-product"]);
        (await portal.ListAsync(found: false, market: "china")).ShouldHaveSingleItem().Guesses.ShouldBeEmpty("it finds something now");
    }

    [Fact]
    public async Task What_was_added_is_taken_back_and_a_concept_made_by_it_goes()
    {
        await using var portal = await StartWithProductAsync();
        var added = await portal.MakeSynonymAsync("Растворитель", "acetone", "ru");
        added.ShouldSatisfyAllConditions(a => a.IsNew.ShouldBeTrue(), a => a.Words.ShouldBe([new("en", "acetone"), new("ru", "Растворитель")]));
        await portal.TakeBackAsync(added);
        (await portal.ConceptsAsync()).ShouldBeEmpty();
        await portal.IndexAsync();
        portal.Find("растворитель", "ru").ShouldBeEmpty();
        await portal.TakeBackAsync(added);

        // Made anew, the concept has nothing of what was taken back.
        await portal.MakeSynonymAsync("dissolvant", "acetone", "fr");
        (await portal.ConceptsAsync()).ShouldHaveSingleItem().Terms.ShouldBe([new("en", "acetone"), new("fr", "dissolvant")], ignoreOrder: true);
    }

    [Fact]
    public async Task What_an_import_or_another_editor_added_meanwhile_stays()
    {
        await using var portal = await StartWithProductAsync();
        await portal.ImportConceptAsync(Acetone);
        var before = await portal.ConceptsAsync();
        var first = await portal.MakeSynonymAsync("nail polish remover", "acetone");
        first.IsNew.ShouldBeFalse();
        first.Words.ShouldBe([new("en", "nail polish remover")]);
        await portal.MakeSynonymAsync("dissolvant", "acetone", "fr");
        await portal.ImportConceptAsync("""{"type":"glossary","id":"acetone","names":{"en":"acetone","fa":"استون","ru":"ацетон"},"terms":{"en":["propanone","nail polish remover","dimethylketone"],"fr":["dissolvant"]}}""");
        await portal.TakeBackAsync(first);
        (await portal.ConceptsAsync()).ShouldHaveSingleItem().Terms.ShouldBe(
            [.. before.Single().Terms, new("ru", "ацетон"), new("en", "dimethylketone"), new("fr", "dissolvant")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_concept_made_by_one_editor_stays_for_the_words_of_another()
    {
        await using var portal = await StartWithProductAsync();
        var first = await portal.MakeSynonymAsync("растворитель", "acetone", "ru");
        var second = await portal.MakeSynonymAsync("очиститель", "acetone", "ru");
        await portal.TakeBackAsync(first);
        (await portal.ConceptsAsync()).ShouldHaveSingleItem().Terms.ShouldBe([new("en", "acetone"), new("ru", "очиститель")], ignoreOrder: true);
        await portal.IndexAsync();
        portal.Find("очиститель", "ru").ShouldBe(["good-product"]);
        portal.Find("растворитель", "ru").ShouldBeEmpty();
        second.IsNew.ShouldBeFalse();
    }

    [Fact]
    public async Task An_import_of_the_concept_at_the_same_moment_is_not_overwritten()
    {
        await using var portal = await StartWithProductAsync();
        await portal.ImportConceptAsync(Acetone);
        var added = await portal.MakeSynonymAsync("one", "acetone");
        await ChangeAsync(portal, "imported first", () => portal.MakeSynonymAsync("two", "acetone"));
        await ChangeAsync(portal, "imported then", async () => { await portal.TakeBackAsync(added); return added; });
        (await portal.ConceptsAsync()).Single().Terms.Where(t => t.Culture == "en").Select(t => t.Text).ShouldBe(["acetone", "propanone", "imported first", "two", "imported then"], ignoreOrder: true);
    }

    // Another publisher is at work on the concept while an editor sends the form, and commits later.
    private static async Task ChangeAsync(CountedPortal portal, string word, Func<Task<AddedWords>> edit)
    {
        Task<AddedWords>? editing = null;
        await portal.Portal.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<PortalDbContext>();
            await using var transaction = await db.BeginOrderedAsync(Cancellation);
            var row = await db.Set<Subject>().SingleAsync(c => c.Kind == "glossary", Cancellation);
            editing = Task.Run(edit, Cancellation);
            await Task.Delay(500, Cancellation);
            var content = JsonNode.Parse(row.Content)!;
            content["terms"]!["en"]!.AsArray().Add(JsonValue.Create(word));
            row.Content = content.ToJsonString();
            await db.SaveChangesAsync(Cancellation);
            await transaction.CommitAsync(Cancellation);
            return true;
        });
        await editing!;
    }

    [Fact]
    public async Task Of_several_concepts_with_a_word_it_is_the_one_that_has_it_in_the_querys_language()
    {
        await using var portal = await StartWithProductAsync();
        await portal.ImportConceptAsync("""{"type":"glossary","id":"a-screen","names":{"en":"monitor","ru":"экран"}}""");
        await portal.ImportConceptAsync("""{"type":"glossary","id":"b-watcher","names":{"en":"patient watcher","fr":"monitor"}}""");
        (await portal.MakeSynonymAsync("dispositif xy", "monitor", "fr")).Concept.ShouldBe("b-watcher");
        (await portal.MakeSynonymAsync("device xy", "monitor")).Concept.ShouldBe("a-screen");
        (await portal.MakeSynonymAsync("устройство", "monitor", "ru")).Concept.ShouldBe("a-screen");
    }

    private Task<CountedPortal> StartWithProductAsync() => CountedPortal.StartWithProductAsync(database);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
