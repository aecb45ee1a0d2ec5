using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Search;
using ExportPortal.Search.Api;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Files;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Benchmarks.Searching;

/// <summary>
/// Measures the portal's index inside the process, on one thread, beside SQLite's FTS5 and PostgreSQL's full-text search over the same
/// texts: each query goes to one after the other, so that what else the machine does falls on all alike.
/// </summary>
internal sealed class MeasureSearch(string folder)
{
    private const int WarmUp = 2_000;
    private const int Queries = 10_000;
    // Others take a tenth of a second for many of them.
    private const int Compared = 300;
    private const int LettersTyped = 4;

    private readonly ServiceProvider _services = new ServiceCollection().AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Portal:PublicUrl", "https://portal.example")]).Build())
        .AddKernel().AddCatalogue().AddSearch().BuildServiceProvider();

    /// <param name="output">Where the figures go.</param>
    public void Run(TextWriter output)
    {
        var feed = Path.Combine(folder, "feed", "feed.jsonl");
        var products = File.ReadLines(feed).Select(l => JsonNode.Parse(l)!.AsObject()).Where(l => (string)l["type"]! == "product").Select(TextsOf).ToList();
        var index = Load(output);
        var mix = new QueryMix(products);

        foreach (var query in mix.Take(WarmUp))
            index.Search(query.ToSearch(index));
        var times = mix.Take(Queries).Select(q => (q.Kind, Milliseconds: Time(() => index.Search(q.ToSearch(index))))).ToArray();
        Tell(output, "all", times.Select(t => t.Milliseconds));
        foreach (var kind in times.GroupBy(t => t.Kind, t => t.Milliseconds).OrderBy(k => k.Key, StringComparer.Ordinal))
            Tell(output, kind.Key, kind);

        // As the page asks while somebody types, to the bytes of the answer.
        foreach (var query in mix.Take(WarmUp))
            Suggest(query);
        Tell(output, "suggestions", mix.Take(Queries / 2).Select(q => Time(() => Suggest(q))).ToArray());

        using var others = new OtherEngines(products, output);
        var (ours, sqlite, postgres) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var query in mix.Take(Compared))
        {
            ours.Add(Time(() => index.Search(query.ToSearch(index) with { Chosen = [], Facets = [], Highlights = false })));
            sqlite.Add(Time(() => others.AskSqlite(query.Text)));
            postgres.Add(Time(() => others.AskPostgres(query.Text)));
        }
        Tell(output, "without facets", ours);
        Tell(output, "SQLite FTS5, any word", sqlite);
        Tell(output, "PostgreSQL, any word", postgres);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean time of FTS5 by ours {sqlite.Average() / ours.Average():0.0}, of PostgreSQL by ours {postgres.Average() / ours.Average():0.0}"));
    }

    private void Suggest(AskedQuery query)
    {
        var context = new DefaultHttpContext { RequestServices = _services };
        context.Request.QueryString = QueryString.Create("q", query.Text[..Math.Min(query.Text.Length, LettersTyped)]).Add("culture", query.Culture);
        _services.GetRequiredService<SuggestApi>().Answer(context, _services.GetRequiredService<PublicAddress>()).ExecuteAsync(context).GetAwaiter().GetResult();
        if (context.Response.StatusCode != StatusCodes.Status200OK)
            throw new InvalidOperationException($"Suggestions were answered with {context.Response.StatusCode}.");
    }

    private SearchIndex Load(TextWriter output)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var path = Path.Combine(folder, "data", "index");
        using var files = IndexFolder.TryOpen(path) ?? throw new InvalidOperationException("A portal has this index.");
        var saved = files.Load(out var why) ?? throw new InvalidOperationException("The index can't be used: " + why);
        var index = _services.GetRequiredService<SearchIndex>();
        index.Replace(saved.Segments, saved.Position, new Glossary([.. Concepts()]));
        var size = new DirectoryInfo(path).EnumerateFiles().Sum(f => f.Length) / 1048576.0;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{index.State.Documents:N0} documents loaded in {clock.Elapsed.TotalSeconds:0.0} s; {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0:0} MiB in memory, {size:0} MiB on disk"));
        return index;
    }

    private static IEnumerable<SearchConcept> Concepts() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "media", "glossary", "feed.jsonl")).Select(l => JsonNode.Parse(l)!)
            .Select(c => new SearchConcept((string)c["id"]!,
            [
                .. c["names"]!.AsObject().Select(n => new ConceptTerm(n.Key, (string)n.Value!)),
                .. (c["terms"]?.AsObject() ?? []).SelectMany(t => t.Value!.AsArray(), (t, word) => new ConceptTerm(t.Key, (string)word!)),
            ]));

    private static ProductTexts TextsOf(JsonObject product) => new((string)product["id"]!, (string?)product["model"] ?? "", (string)product["sector"]!,
        QueryMix.Cultures.ToDictionary(c => c, c => (string?)product["names"]?[c] ?? "", StringComparer.Ordinal),
        QueryMix.Cultures.ToDictionary(c => c, c => (string?)product["descriptions"]?[c] ?? "", StringComparer.Ordinal));

    private static double Time(Action action)
    {
        var began = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static void Tell(TextWriter output, string what, IEnumerable<double> times)
    {
        var ordered = times.Order().ToArray();
        double At(double share) => ordered[Math.Min(ordered.Length - 1, (int)(ordered.Length * share))];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-24} | {ordered.Length,6} queries | p50 {At(0.5):0.00} ms | p90 {At(0.9):0.00} | p99 {At(0.99):0.00} | most {ordered[^1]:0.0}"));
    }
}
