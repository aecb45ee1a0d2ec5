using System.Globalization;
using BenchmarkDotNet.Running;
using ExportPortal.Benchmarks;
using ExportPortal.Benchmarks.Generating;
using ExportPortal.Benchmarks.Searching;
using ExportPortal.Benchmarks.Serving;

// generate COUNT SAMPLE FOLDER | serve PORTAL COUNT FOLDER | search FOLDER | plain URL FILE | options of BenchmarkDotNet
switch (args)
{
    case ["generate", var count, var sample, var folder]:
        new CatalogueGenerator(Path.Combine(sample, "feed.jsonl")).Write(int.Parse(count, CultureInfo.InvariantCulture), sample, folder);
        break;
    case ["serve", var portal, var count, var folder]:
        await new MeasurePortal(portal, int.Parse(count, CultureInfo.InvariantCulture), folder).RunAsync();
        break;
    case ["search", var folder]:
        new MeasureSearch(folder).Run(Console.Out);
        break;
    case ["plain", var url, var file]:
        await PlainAnswer.ServeAsync(url, file);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FeedBenchmarks).Assembly).Run(args);
        break;
}
