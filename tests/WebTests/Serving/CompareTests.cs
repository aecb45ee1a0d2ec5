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
        string.Join(' ', rows["Certificates"].QuerySelectorAll("td")[1].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldBe("GMP and HALAL");
        foreach (var name in (string[])["Certificates", "Price", "Minimum order", "Lead time"])
            rows.Keys.ShouldContain(name);
        rows.Values.Count(r => r.ClassList.Contains("differs")).ShouldBeGreaterThan(3);
        page.QuerySelectorAll("main a").Single(a => a.TextContent == "Ask about these 2 products").GetAttribute("href")
            .ShouldBe("/en/inquire?product=nabzava-patient-monitor-m12&product=sarvin-filgrastim-300");
        foreach (var (name, row) in rows)
        {
            var cells = row.QuerySelectorAll("td").Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToArray();
            cells.Length.ShouldBe(2, name);
            // What the other's sheet has no row for is no difference.
            var differs = cells[0] != cells[1] && (!cells.Contains("–") || name is "Price" or "Minimum order" or "Lead time");
            row.ClassList.Contains("differs").ShouldBe(differs, name);
            row.QuerySelector("th")!.TextContent.Contains("(differs)", StringComparison.Ordinal).ShouldBe(differs, name);
        }
    }

    [Fact]
    public async Task What_only_one_of_a_sector_states_is_a_difference()
    {
        var html = await site.Client.GetStringAsync("/en/compare?product=sarvin-filgrastim-300&product=sarvin-epoetin-4000&product=nabzava-patient-monitor-m12", TestContext.Current.CancellationToken);
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html), TestContext.Current.CancellationToken);
        var rows = page.QuerySelectorAll("main tbody tr").ToDictionary(r => r.QuerySelector("th > span")!.TextContent, r => r.ClassList.Contains("differs"), StringComparer.Ordinal);
        (rows["Reference product"], rows["Storage temperature"], rows["EMDN code"]).ShouldBe((true, false, false));
    }

    [Fact]
    public async Task Four_products_stand_side_by_side_and_of_a_fifth_it_is_said_that_it_was_left_out()
    {
        string[] asked = ["nabzava-patient-monitor-m12", "sarvin-filgrastim-300", "mahour-teriparatide-pen", "pezhvak-aed-d1", "hesar-mohr-signature"];
        async Task<AngleSharp.Dom.IDocument> OpenAsync(int count)
        {
            var html = await site.Client.GetStringAsync("/en/compare?" + string.Join('&', asked.Take(count).Select(p => "product=" + p)), TestContext.Current.CancellationToken);
            return await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html), TestContext.Current.CancellationToken);
        }

        var (four, five) = (await OpenAsync(4), await OpenAsync(5));
        foreach (var page in (AngleSharp.Dom.IDocument[])[four, five])
        {
            page.QuerySelectorAll(".compare thead th[scope=col]").Length.ShouldBe(4);
            page.QuerySelectorAll(".compare tbody tr").ShouldAllBe(r => r.QuerySelectorAll("td").Length == 4);
            page.QuerySelectorAll(".compare .ask a").Select(a => a.GetAttribute("href")!.Split('=')[1]).ShouldBe(asked.Take(4));
        }
        four.QuerySelector("main .notice").ShouldBeNull();
        five.QuerySelector("main .notice")!.TextContent.ShouldContain("left out");
    }

    [Theory]
    [InlineData("/en/compare?product=nabzava-patient-monitor-m12&product=hesar-mohr-signature", ".compare tbody td")]
    [InlineData("/en/products/sanjeh-hiv-ag-ab-elisa", "#registrations ~ table td")]
    public async Task No_cell_of_a_table_is_empty(string path, string cells)
    {
        var answer = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var html = await (answer.Headers.Location is { } other ? await site.Client.GetAsync(other, TestContext.Current.CancellationToken) : answer).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html), TestContext.Current.CancellationToken);
        page.QuerySelectorAll(cells).Select(c => c.TextContent.Trim()).ShouldNotBeEmpty();
        page.QuerySelectorAll(cells).ShouldAllBe(c => c.TextContent.Trim().Length > 0);
    }
}
