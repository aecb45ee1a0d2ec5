using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;

namespace ExportPortal.Benchmarks.Searching;

/// <summary>What the parts of a search cost over the sample catalogue, by culture: <c>dotnet run -c Release --project tests/Benchmarks -- --filter '*Search*'</c>.</summary>
[MemoryDiagnoser, ShortRunJob]
public class SearchBenchmarks
{
    private readonly Analyser _analyser = new();
    private readonly SearchIndex _index = new();
    private string _text = "";
    private SearchQuery _named = new() { Culture = "en" };

    [Params("en", "fa", "zh-Hans", "ru", "ar", "fr")]
    public string Culture { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var products = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "media", "sample", "feed.jsonl"))
            .Select(l => JsonNode.Parse(l)!).Where(l => (string)l["type"]! == "product" && l["descriptions"] is not null).ToArray();
        _text = products.Select(p => (string)p["descriptions"]![Culture]!).MaxBy(t => t.Length)!;
        _index.Replace(new([], 0, Glossary.Empty));
        _index.Apply([], products.Select(Document), 1);
        _named = new() { Culture = Culture, Text = (string)products[0]["names"]![Culture]! };
    }

    [Benchmark]
    public int AnalyseTheLongestDescription()
    {
        _analyser.Read(_text);
        return _analyser.Tokens.Count;
    }

    [Benchmark]
    public int StemItsWords()
    {
        Span<char> stem = stackalloc char[2 * Analyser.MaxTermLength];
        var letters = 0;
        _analyser.Read(_text);
        foreach (var token in _analyser.Tokens)
            letters += Stemmer.Stem(Stemmer.LanguageFor(Culture, token.Script), _analyser.Term(token), stem);
        return letters;
    }

    [Benchmark]
    public int FindAProductByItsNameWithPassages() => _index.Search(_named).Total;

    [Benchmark]
    public int FindItWithoutPassages() => _index.Search(_named with { Highlights = false }).Total;

    private static SearchDocument Document(JsonNode product) => new()
    {
        Kind = "product",
        Id = (string)product["id"]!,
        Texts = [.. Texts(product, "names", SearchField.Name), .. Texts(product, "descriptions", SearchField.Description)],
        Cards = [.. product["names"]!.AsObject().Select(n => new SearchCard { Culture = n.Key, Name = (string)n.Value!, Path = "products/x" })],
    };

    private static IEnumerable<SearchText> Texts(JsonNode product, string field, SearchField kind) =>
        product[field]!.AsObject().Select(t => new SearchText(kind, t.Key, (string)t.Value!));
}
