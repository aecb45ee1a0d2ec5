using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ExportPortal.BrowserTests.Browsing;

/// <summary>A feed whose subjects have as much as a feed may hold, as little, or all of it in one language; its words are the sample's.</summary>
public static class UnevenCatalogue
{
    public const int Products = 3;
    public const string Long = "long-product";
    public const string Short = "short-product";
    public const string OnlyRussian = "russian-product";
    public const string Firm = "long-firm";
    public const string Showroom = "long-showroom";
    private const int MostName = 250;
    private const int MostSummary = 600;
    private const int Variants = 30;
    private const int Certificates = 20;
    private const int Documents = 12;

    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "media", "sample");

    /// <summary>A word without a gap, in each culture.</summary>
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["en"] = "Polytetrafluoroethylenehexafluoropropylenevinylidenefluoridecopolymer",
        ["fa"] = "تتراهیدروپیرانیلسیکلوپنتیلتتراهیدروپیریدوپیریدینپلیتترافلوئورواتیلن",
        ["zh-Hans"] = "四氢吡喃基环戊基四氢吡啶并吡啶聚四氟乙烯六氟丙烯偏二氟乙烯共聚物",
        ["ru"] = "Тетрагидропиранилциклопентилтетрагидропиридопиридиновоепроизводное",
        ["ar"] = "تتراهيدروبيرانيلسيكلوبنتيلتتراهيدروبيريدوبيريدينبوليتترافلوروإيثيلين",
        ["fr"] = "Polytétrafluoroéthylènehexafluoropropylènefluoruredevinylidènecopolymère",
    };

    /// <summary>Writes the feed with its files into a folder that is not there yet, and gives its path.</summary>
    public static string Write(string folder)
    {
        var samples = File.ReadLines(Path.Combine(Sample, "feed.jsonl")).Select(l => JsonNode.Parse(l)!.AsObject()).Where(l => (string)l["type"]! == "product").ToList();
        var documents = Directory.GetFiles(Path.Combine(Sample, "docs"), "*.pdf").Order(StringComparer.Ordinal).Take(Documents).Select(Path.GetFileName).ToList();
        var pattern = samples.Single(s => (string)s["id"]! == "nabzava-patient-monitor-m12");
        var pictures = pattern["images"]!.AsArray().Select(i => (string)i!["file"]!);
        foreach (var file in documents.Select(d => "docs/" + d).Concat(pictures))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.Copy(Path.Combine(Sample, file), Path.Combine(folder, file));
        }
        var feed = Path.Combine(folder, "feed.jsonl");
        File.WriteAllLines(feed, Lines(samples, pattern, documents!).Select(l => l.ToJsonString()));
        return feed;
    }

    private static IEnumerable<JsonObject> Lines(List<JsonObject> samples, JsonObject pattern, List<string> documents)
    {
        JsonObject Filled(string field, int length, bool word = false) => new([.. SamplePortal.Cultures.Select(c => KeyValuePair.Create(c, (JsonNode?)Fill(samples, field, c, length, word ? Words[c] : "")))]);
        JsonObject Russian(string field, int length) => new() { ["ru"] = Fill(samples, field, "ru", length, Words["ru"]) };
        JsonArray certificates = [.. Enumerable.Range(1, Certificates).Select(CertificateOf)];

        yield return new() { ["type"] = "firm", ["id"] = "short-firm", ["names"] = new JsonObject { ["en"] = "A" } };
        yield return new()
        {
            ["type"] = "firm", ["id"] = Firm, ["names"] = Filled("names", 200, word: true), ["about"] = Filled("descriptions", 3000), ["country"] = "IR", ["founded"] = 2001, ["employees"] = "201-500",
            ["website"] = "https://a-very-long-name-of-a-firm-that-nobody-can-remember.example/with/a/path", ["certificates"] = certificates.DeepClone(),
        };
        var full = pattern.DeepClone().AsObject();
        full.Remove("gtin");
        (full["id"], full["firm"], full["model"], full["certificates"]) = (Long, Firm, "M12-EXTRA-LONG-MODEL-DESIGNATION-2027-REV-B/64", certificates);
        (full["names"], full["summaries"], full["descriptions"]) = (Filled("names", MostName, word: true), Filled("summaries", MostSummary), Filled("descriptions", 5000));
        full["variants"] = new JsonArray([.. Enumerable.Range(1, Variants).Select(i => new JsonObject { ["id"] = Numbered("v", i), ["names"] = Filled("names", 80 + i), ["model"] = Numbered("MODEL-WITH-A-LONG-CODE-", i * 104_729) })]);
        full["documents"] = new JsonArray([.. documents.Select((d, i) => new JsonObject { ["file"] = "docs/" + d, ["kind"] = "datasheet", ["culture"] = "en", ["title"] = Filled("names", 100 + i) })]);
        yield return full;
        yield return new() { ["type"] = "product", ["id"] = Short, ["firm"] = "short-firm", ["sector"] = "medical-devices", ["names"] = new JsonObject { ["fa"] = "ک" } };
        yield return new()
        {
            ["type"] = "product", ["id"] = OnlyRussian, ["firm"] = "short-firm", ["sector"] = "medical-devices",
            ["names"] = Russian("names", MostName), ["summaries"] = Russian("summaries", MostSummary), ["descriptions"] = Russian("descriptions", 3000),
        };
        yield return new()
        {
            ["type"] = "showroom", ["id"] = Showroom, ["names"] = Filled("names", MostName, word: true), ["introductions"] = Filled("summaries", MostSummary),
            ["products"] = new JsonArray(Long, Short, OnlyRussian),
        };
    }

    private static JsonNode CertificateOf(int number) => new JsonObject
    {
        ["scheme"] = "ISO 13485", ["number"] = Numbered("IR-VERY-LONG-NUMBER-", number * 7919), ["issuer"] = "A certification body with a rather long name, International Branch",
        ["issued"] = "2025-01-01", ["expires"] = "2028-01-01",
    };

    // The texts that products have in a culture, one after another, up to so many characters.
    private static string Fill(List<JsonObject> samples, string field, string culture, int length, string begin)
    {
        var text = new StringBuilder(begin);
        foreach (var part in samples.Select(s => s[field]?[culture]).OfType<JsonNode>())
            if (text.Length < length)
                text.Append(text.Length == 0 ? "" : field == "descriptions" ? "\n\n" : " ").Append(part is JsonObject told ? (string)told["text"]! : (string)part!);
        return text.ToString(0, Math.Min(length, text.Length)).Trim();
    }

    private static string Numbered(string name, int number) => name + number.ToString(CultureInfo.InvariantCulture);
}
