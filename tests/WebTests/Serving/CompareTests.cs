using AngleSharp;

namespace ExportPortal.WebTests.Serving;

public sealed class CompareTests(SamplePortal site)
{
    [Fact]
    public async Task Every_row_in_which_products_differ_says_so_in_words()
    {
        var html = await site.Client.GetStringAsync("/en/compare?product=nabzava-patient-monitor-m12&product=sarvin-filgrastim-300&product=nabzava-patient-monitor-m12", TestContext.Current.CancellationToken);
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html), TestContext.Current.CancellationToken);
        var rows = page.QuerySelectorAll("main tbody tr").ToDictionary(r => r.QuerySelector("th > span")!.TextContent, StringComparer.Ordinal);
        foreach (var name in (string[])["Certificates", "Price", "Minimum order", "Lead time"])
            rows.Keys.ShouldContain(name);
        rows.Values.Count(r => r.ClassList.Contains("differs")).ShouldBeGreaterThan(5);
        foreach (var (name, row) in rows)
        {
            var cells = row.QuerySelectorAll("td").Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToArray();
            cells.Length.ShouldBe(2, name);
            var differs = cells[0] != cells[1];
            row.ClassList.Contains("differs").ShouldBe(differs, name);
            row.QuerySelector("th")!.TextContent.Contains("(differs)", StringComparison.Ordinal).ShouldBe(differs, name);
        }
    }
}
