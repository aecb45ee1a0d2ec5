using BenchmarkDotNet.Attributes;
using ExportPortal.Catalogue.Feeds;
using ExportPortal.Catalogue.Subjects;

namespace ExportPortal.Benchmarks;

/// <summary>What one line of the sample feed costs to read and check: <c>dotnet run -c Release --project tests/Benchmarks -- --filter '*Feed*'</c>.</summary>
[MemoryDiagnoser, ShortRunJob]
public class FeedBenchmarks
{
    private byte[] _line = [];
    private Dictionary<string, SectorContent> _sheets = [];

    [GlobalSetup]
    public void Setup()
    {
        var media = Path.Combine(AppContext.BaseDirectory, "media");
        _sheets = File.ReadLines(Path.Combine(media, "reference", "feed.jsonl")).Where(l => l.Contains("\"type\":\"sector\"", StringComparison.Ordinal))
            .Select(ContentJson.Read<SectorContent>).ToDictionary(s => s.Id, StringComparer.Ordinal);
        _line = File.ReadLines(Path.Combine(media, "sample", "feed.jsonl")).Where(l => l.Contains("\"type\":\"product\"", StringComparison.Ordinal))
            .Select(System.Text.Encoding.UTF8.GetBytes).MaxBy(l => l.Length)!;
    }

    [Benchmark]
    public int ReadAndCheckTheLongestSampleProduct() => FeedLine.Read(1, _line, _sheets.GetValueOrDefault).Faults.Count;
}
