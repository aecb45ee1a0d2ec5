using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExportPortal.Benchmarks.Generating;

/// <summary>
/// Writes a feed of any number of products in six cultures, made from the sample catalogue: each product takes the shape of a sample
/// product, a name of its own, and descriptions of words that are as frequent as in a real language. The same number gives the same feed.
/// </summary>
internal sealed class CatalogueGenerator
{
    private const int ProductsPerFirm = 20;
    private const int DescriptionWords = 45;
    private const int LongestName = 150;
    private const int InventedWords = 20_000;

    private static readonly string[] Cultures = ["en", "fa", "zh-Hans", "ru", "ar", "fr"];
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Names of lines of goods, alike in all cultures, so that neighbours in a sector differ by more than a number.
    private static readonly Dictionary<string, string[]> Lines = new(StringComparer.Ordinal)
    {
        ["en"] = ["Compact", "Portable", "Industrial", "Hospital", "Automatic", "Digital", "Sterile", "High-purity", "Rapid", "Stable", "Wireless", "Modular"],
        ["fa"] = ["فشرده", "قابل حمل", "صنعتی", "بیمارستانی", "خودکار", "دیجیتال", "استریل", "با خلوص بالا", "سریع", "پایدار", "بی‌سیم", "ماژولار"],
        ["zh-Hans"] = ["紧凑型", "便携式", "工业级", "医院用", "全自动", "数字式", "无菌", "高纯度", "快速", "稳定型", "无线", "模块化"],
        ["ru"] = ["Компактный", "Переносной", "Промышленный", "Больничный", "Автоматический", "Цифровой", "Стерильный", "Высокочистый", "Быстрый", "Стабильный", "Беспроводной", "Модульный"],
        ["ar"] = ["مدمج", "محمول", "صناعي", "للمستشفيات", "آلي", "رقمي", "معقم", "عالي النقاء", "سريع", "مستقر", "لاسلكي", "معياري"],
        ["fr"] = ["Compact", "Portable", "Industriel", "Hospitalier", "Automatique", "Numérique", "Stérile", "Haute pureté", "Rapide", "Stable", "Sans fil", "Modulaire"],
    };

    private static readonly Dictionary<string, string> Syllables = new(StringComparer.Ordinal)
    {
        ["en"] = "tra mon ric lev sta por den cal fir nos bel tur vi ka lo me si ra",
        ["fa"] = "را من کا سی دو پر نو تا بر خش مه گر لی شا زا فر هم دا",
        ["zh-Hans"] = "研 制 精 检 测 控 流 温 压 能 源 合 成 分 析 装 置 网 络 数 据 疗 药 酶",
        ["ru"] = "про мер кон ста лив дар нор тел ви са ро ку мен да ли то пе ра",
        ["ar"] = "مر كا سل نو دا رم تي فا بر لا حم سي قو رب نا طل",
        ["fr"] = "tra mon ric lev sta por den cal fir nos bel tur vi ka lo mé si ra",
    };

    private readonly JsonObject[] _products;
    private readonly Dictionary<string, string[]> _words;

    /// <param name="sampleFeed">The feed of the sample catalogue.</param>
    public CatalogueGenerator(string sampleFeed)
    {
        _products = [.. File.ReadLines(sampleFeed).Select(l => JsonNode.Parse(l)!.AsObject()).Where(l => (string)l["type"]! == "product")];
        _words = Cultures.ToDictionary(c => c, WordsOf, StringComparer.Ordinal);
    }

    /// <summary>Writes <c>feed.jsonl</c> and, beside it, the files it names.</summary>
    /// <param name="count">How many products.</param>
    /// <param name="sample">The folder of the sample catalogue.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>The feed's file.</returns>
    public string Write(int count, string sample, string folder)
    {
        foreach (var name in (string[])["images", "docs", "papers"])
            CopyFolder(Path.Combine(sample, name), Path.Combine(folder, name));
        var feed = Path.Combine(folder, "feed.jsonl");
        using var writer = new StreamWriter(feed);
        for (var firm = 0; firm * ProductsPerFirm < count; firm++)
            writer.WriteLine(Firm(firm).ToJsonString(Options));
        for (var product = 0; product < count; product++)
            writer.WriteLine(Product(product).ToJsonString(Options));
        return feed;
    }

    private JsonObject Firm(int number)
    {
        var random = new Random(number);
        return new()
        {
            ["type"] = "organisation",
            ["kind"] = "firm",
            ["id"] = FirmId(number),
            ["names"] = Texts(c => $"{Sentence(c, 2, random)} {Digits(number)}"),
            ["about"] = Texts(c => Sentence(c, 25, random)),
        };
    }

    private JsonObject Product(int number)
    {
        var random = new Random(-1 - number);
        var product = _products[number % _products.Length].DeepClone().AsObject();
        var line = number / _products.Length % Lines["en"].Length;
        product["id"] = string.Create(CultureInfo.InvariantCulture, $"bench-{number:D6}");
        product["firm"] = FirmId(number / ProductsPerFirm);
        product["model"] = string.Create(CultureInfo.InvariantCulture, $"BX-{number:D6}");
        product.Remove("gtin");
        product.Remove("variants");
        var names = product["names"]!.AsObject();
        product["names"] = Texts(c => $"{Lines[c][line]} {Start((string)(names[c] ?? names["en"])!)} {Sentence(c, 1, random)} {Digits(number)}");
        product["descriptions"] = Texts(c => $"{Sentence(c, DescriptionWords / 2, random)}\n\n- {Sentence(c, DescriptionWords / 4, random)}\n- {Sentence(c, DescriptionWords / 4, random)}");
        return product;
    }

    private static JsonObject Texts(Func<string, string> text) => new(Cultures.Select(c => KeyValuePair.Create(c, (JsonNode?)text(c))));

    // Zipf's law: the k-th word of a language is about as frequent as 1/k.
    private string Sentence(string culture, int words, Random random)
    {
        var known = _words[culture];
        var chosen = Enumerable.Range(0, words).Select(_ => known[(int)Math.Pow(known.Length, random.NextDouble()) - 1]);
        return string.Join(culture == "zh-Hans" ? "" : " ", chosen);
    }

    // The words of the sample first, then invented ones.
    private string[] WordsOf(string culture)
    {
        var written = _products.SelectMany(p => (string[])[(string?)p["summaries"]?[culture] ?? "", p["descriptions"]?[culture] is JsonValue text ? (string)text! : ""])
            .SelectMany(t => culture == "zh-Hans" ? t.Chunk(2).Select(c => new string(c)) : t.Split([' ', '\n', '.', ',', '،', ':', ';'], StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.All(char.IsLetter)).GroupBy(w => w).OrderByDescending(w => w.Count()).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Key);
        var syllables = Syllables[culture].Split(' ');
        var random = new Random(culture.Length);
        var invented = Enumerable.Range(0, InventedWords).Select(_ => string.Concat(Enumerable.Range(0, culture == "zh-Hans" ? 2 : random.Next(2, 5)).Select(_ => syllables[random.Next(syllables.Length)])));
        return [.. written.Concat(invented).Distinct(StringComparer.Ordinal)];
    }

    // The sample has names as long as the feed takes.
    private static string Start(string name) => name.Length <= LongestName ? name : name[..LongestName].TrimEnd();

    private static string FirmId(int number) => string.Create(CultureInfo.InvariantCulture, $"bench-firm-{number:D5}");

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void CopyFolder(string from, string to)
    {
        if (!Directory.Exists(from))
            return;
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }
}
