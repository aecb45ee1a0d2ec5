using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using BenchmarkDotNet.Attributes;
using ExportPortal.Catalogue;
using ExportPortal.Catalogue.Pages.Cards;
using ExportPortal.Catalogue.Pages.Products;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Benchmarks.Rendering;

/// <summary>What the parts of a product's page cost, by culture: <c>dotnet run -c Release --project tests/Benchmarks -- --filter '*Render*'</c>.</summary>
[MemoryDiagnoser, ShortRunJob]
public class RenderBenchmarks
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringWriter _page = new();
    private string _row = "";
    private ProductPage _product = null!;
    private Wording _words = null!;
    private DateOnly _today;

    [Params("en", "fa", "zh-Hans", "ru", "ar", "fr")]
    public string Culture { get; set; } = "";

    /// <summary>Prepares the sample product of which there is most to say.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationManager()).AddKernel().AddCatalogue().BuildServiceProvider();
        var lines = Lines("reference").Concat(Lines("sample")).ToLookup(l => (string)l["type"]!);
        List<T> Read<T>(string type) => [.. lines[type].Select(l => l.Deserialize<T>(ContentJson.Options)!)];
        var set = new ReferenceSet(Read<SectorContent>("sector"), Read<MarketContent>("market"), Read<DeskContent>("desk"), Read<RegimeContent>("regime"));
        var product = Read<ProductContent>("product").MaxBy(p => JsonSerializer.Serialize(p, ContentJson.Options).Length)!;
        var firm = lines["firm"].Concat(lines["organisation"]).Select(l => l.Deserialize<OrganisationContent>(ContentJson.Options)!).Single(o => o.Id == product.Firm);
        var slugs = PortalCultures.All.ToDictionary(c => c.Tag, _ => product.Id, StringComparer.Ordinal);
        var pages = services.GetRequiredService<PagePreparer>().Prepare("product", product, new(set, slugs, new(firm, slugs)));
        _row = pages.Single(p => p.Culture == Culture).Page;
        _product = ReadItsRow();
        _words = services.GetRequiredService<InterfaceTexts>().For(Culture);
        _today = DateOnly.FromDateTime(DateTime.UtcNow);
    }

    [Benchmark]
    public object ReadIt() => ReadItsRow();

    [Benchmark]
    public int WriteWhatBuyersAsk() => Write(new ProductTitle(_product, _words), new Gallery(_product, _words), new Answers(_product, _words, _today), new Summary(_product, _words));

    [Benchmark]
    public int WriteSheetAndTrade() => Write(new Sheet(_product, _words), new Trade(_product, _words, _today));

    [Benchmark]
    public int WriteItsFirm() => Write(new OrganisationCard(_product.Firm, _words));

    private ProductPage ReadItsRow() => ContentJson.Read<ProductPage>(_row);

    private int Write(params IEnumerable<IHtmlContent> parts)
    {
        _page.GetStringBuilder().Clear();
        foreach (var part in parts)
            part.WriteTo(_page, Encoder);
        return _page.GetStringBuilder().Length;
    }

    private static IEnumerable<JsonObject> Lines(string feed) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "media", feed, "feed.jsonl")).Select(l => JsonNode.Parse(l)!.AsObject());
}
