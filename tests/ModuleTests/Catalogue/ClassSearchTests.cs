using System.Text.Json.Nodes;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;
using ExportPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Catalogue;

/// <summary>A medicine is found by what its classes are called, though its texts never say it.</summary>
public sealed class ClassSearchTests
{
    [Fact]
    public async Task A_medicine_is_found_by_its_class_in_each_culture_after_one_that_says_it()
    {
        await using var portal = await Feed.PortalAsync(TestDatabase.Sqlite);
        (await Feed.ImportAsync(portal, Feed.Firm(), Feed.Product(), Interferon("silent", []), Interferon("says", new()
        {
            ["en"] = "One of the immunostimulants.",
            ["fa"] = "از محرک‌های سیستم ایمنی است.",
            ["zh-Hans"] = "属于免疫增强药。",
            ["ru"] = "Относится к группе: иммуностимуляторы.",
            ["ar"] = "من منبهات المناعة.",
            ["fr"] = "Fait partie des immunostimulants.",
        }))).Faults.ShouldBeEmpty();
        var index = new SearchIndex();
        index.Replace(new([], 0, Glossary.Empty));
        await foreach (var document in portal.Services.GetRequiredService<ISearchSource>().ReadAllAsync(TestContext.Current.CancellationToken))
            index.Apply([], [document], 1);

        foreach (var (culture, words) in new[]
        {
            ("en", "immunostimulants"), ("fa", "محرک‌های سیستم ایمنی"), ("zh-Hans", "免疫增强药"), ("ru", "иммуностимуляторы"), ("ar", "منبهات المناعة"), ("fr", "immunostimulants"),
        })
            index.Search(new() { Text = words, Culture = culture }).Hits.Select(h => h.Id).ShouldBe(["says", "silent"], culture);
        index.Search(new() { Text = "ketones", Culture = "en" }).Hits.Single().Id.ShouldBe("good-product");
        index.Search(new() { Text = "生物制品", Culture = "zh-Hans" }).Hits.Select(h => h.Id).ShouldBe(["says", "silent"], ignoreOrder: true);
    }

    private static JsonObject Interferon(string id, JsonObject descriptions) => Feed.Product(id)
        .With("sector", "recombinant-drugs").With("names", new JsonObject { ["en"] = "Interferon beta-1a", ["fa"] = "اینترفرون بتا-۱آ" })
        .With("hsCode", "300215").With("attributes", new JsonObject { ["atc"] = "L03AB07" }).With("descriptions", descriptions);
}
