namespace ExportPortal.RelevanceTests;

/// <summary>How good the search is, held against docs/relevance.md; with UPDATE_RELEVANCE=1 the page is written anew.</summary>
public sealed class RelevanceTests(Measurement measurement) : IClassFixture<Measurement>
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
    public void A_product_with_the_code_asked_for_stands_first() =>
        measurement.Results.Where(r => r.Query.Kind == "code" && r.Figures.Success < 1).Select(r => $"{r.Query.Id} {r.Query.Text}").ShouldBeEmpty();
}
