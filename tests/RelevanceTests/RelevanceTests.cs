using System.Diagnostics;

namespace ExportPortal.RelevanceTests;

/// <summary>How good the search is, held against docs/relevance.md; with UPDATE_RELEVANCE=1 the page is written anew.</summary>
public sealed class RelevanceTests(Measurement measurement, ITestOutputHelper output) : IClassFixture<Measurement>
{
    private const double Margin = 0.02;

    [Fact]
    public void No_figure_falls_below_the_page_by_more_than_the_margin()
    {
        var page = File.ReadAllText(Report.Path);
        var written = Report.Write(page, measurement.Results);
        if (Environment.GetEnvironmentVariable("UPDATE_RELEVANCE") == "1")
            File.WriteAllText(Report.Path, page = written);
        var (told, now) = (Report.Read(page), Report.Read(written));
        told.Keys.Order().ShouldBe(now.Keys.Order(), "the queries have changed; write the page anew");
        now.Where(n => n.Value.Zip(told[n.Key]).Any(f => f.First < f.Second - Margin))
            .Select(n => $"{n.Key}: {string.Join(" ", n.Value)}, was {string.Join(" ", told[n.Key])}").ShouldBeEmpty();
    }

    [Fact]
    public void No_text_makes_the_search_fail()
    {
        var slowest = (Time: TimeSpan.Zero, Number: 0);
        foreach (var (number, text) in HostileTexts.Make(10_000).Index())
        {
            var began = Stopwatch.GetTimestamp();
            var answer = measurement.Index.Search(new() { Text = text, Culture = "fa", Facets = ["sector"], Highlights = number % 10 == 0 });
            var time = Stopwatch.GetElapsedTime(began);
            answer.Hits.Count.ShouldBe(Math.Min(answer.Total, 20));
            if (time > slowest.Time)
                slowest = (time, number);
        }
        output.WriteLine($"The slowest took {slowest.Time.TotalMilliseconds:0.0} ms: text {slowest.Number}.");
    }

    [Fact]
    public void A_product_with_the_code_asked_for_stands_first() =>
        measurement.Results.Where(r => r.Query.Kind == "code" && r.Figures.Success < 1).Select(r => $"{r.Query.Id} {r.Query.Text}").ShouldBeEmpty();
}
