using System.Text.Json;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Feeds;
using ExportPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Catalogue;

/// <summary>Feeds to import in tests.</summary>
internal static class Feed
{
    public static readonly string Media = Path.Combine(AppContext.BaseDirectory, "media");

    /// <summary>A product that has nothing wrong with it, to be changed.</summary>
    public static JsonObject Product(string id = "good-product", string firm = "good-firm") => new()
    {
        ["type"] = "product",
        ["id"] = id,
        ["firm"] = firm,
        ["sector"] = "chemicals",
        ["names"] = new JsonObject { ["en"] = "Pure acetone", ["fa"] = "استون خالص" },
        ["hsCode"] = "291411",
        ["attributes"] = new JsonObject { ["cas"] = "67-64-1" },
    };

    public static JsonObject Firm(string id = "good-firm") => new()
    {
        ["type"] = "firm",
        ["id"] = id,
        ["names"] = new JsonObject { ["en"] = "Good Firm", ["fa"] = "شرکت خوب" },
    };

    public static async Task<TemporaryPortal> PortalAsync(TestDatabase database, bool sample = false)
    {
        var portal = await TemporaryPortal.StartAsync(database);
        (await ImportAsync(portal, Path.Combine(Media, "reference", "feed.jsonl"))).Faults.ShouldBeEmpty();
        if (!sample)
            return portal;
        SharedRenditions.Link(portal.Folder);
        (await ImportAsync(portal, Path.Combine(Media, "sample", "feed.jsonl"))).Faults.ShouldBeEmpty();
        return portal;
    }

    public static Task<(ImportReport Report, List<LineFault> Faults)> ImportAsync(TemporaryPortal portal, params IEnumerable<JsonNode> lines) =>
        ImportAsync(portal, Write(portal, lines.Select(l => l.ToJsonString())));

    public static async Task<(ImportReport Report, List<LineFault> Faults)> ImportAsync(TemporaryPortal portal, string file, ImportOptions? options = null)
    {
        var faults = new List<LineFault>();
        var report = await portal.InScopeAsync(s => s.GetRequiredService<ImportFeed>().RunAsync(file, options ?? new(), faults.Add, (_, _) => { }, TestContext.Current.CancellationToken));
        return (report, faults);
    }

    public static async Task<string> ExportAsync(TemporaryPortal portal)
    {
        var folder = Path.Combine(portal.Folder, "export-" + Guid.NewGuid().ToString("N"));
        await portal.InScopeAsync(s => s.GetRequiredService<ExportFeed>().RunAsync(folder, (_, _) => { }, TestContext.Current.CancellationToken));
        return folder;
    }

    public static string Write(TemporaryPortal portal, IEnumerable<string> lines)
    {
        var file = Path.Combine(portal.Folder, $"feed-{Guid.NewGuid():N}.jsonl");
        File.WriteAllLines(file, lines);
        return file;
    }

    public static JsonObject With(this JsonObject line, string name, JsonNode? value)
    {
        var changed = (JsonObject)line.DeepClone();
        changed[name] = value;
        return changed;
    }

    public static JsonNode Json(string json) => JsonNode.Parse(json, documentOptions: new JsonDocumentOptions())!;
}
