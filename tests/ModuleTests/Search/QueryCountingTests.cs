using System.Diagnostics;
using System.Diagnostics.Metrics;
using ExportPortal.Search.Counting;
using ExportPortal.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ExportPortal.ModuleTests.Search;

public abstract class QueryCountingTests(TestDatabase database)
{
    private const string Found = "/en/search?q=acetone";

    public sealed class OnSqlite() : QueryCountingTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : QueryCountingTests(TestDatabase.Postgres);

    [Fact]
    public async Task Queries_are_counted_by_words_language_market_and_week()
    {
        await using var portal = await StartWithProductAsync();
        await portal.AskAsync("/en/search?q=Acetone");
        await portal.AskAsync("/en/search?q=acetone%20&kind=product");
        await portal.AskAsync("/fa/search?q=acetone");
        await portal.AskAsync("/en/search?q=acetone&market=cis");
        await portal.AskAsync("/en/search?q=solvnt9");
        var counts = await portal.CountsAsync();
        counts.Select(c => (c.Query, c.Culture, c.Market, c.Asked, c.Opened, c.Results > 0)).ShouldBe(
        [
            ("acetone", "en", "", 2, 0, true), ("acetone", "en", "cis", 1, 0, false), ("acetone", "fa", "", 1, 0, true), ("solvnt9", "en", "", 1, 0, false),
        ]);
        counts.ShouldAllBe(c => c.Week == new DateOnly(2026, 3, 16));

        portal.Pass(TimeSpan.FromDays(7));
        await portal.AskAsync(Found);
        (await portal.CountsAsync()).Where(c => (c.Query, c.Culture, c.Market) == ("acetone", "en", "")).Select(c => (c.Week, c.Asked))
            .ShouldBe([(new DateOnly(2026, 3, 16), 2), (new DateOnly(2026, 3, 23), 1)]);
    }

    [Fact]
    public async Task What_is_no_search_of_a_reader_is_not_counted()
    {
        await using var portal = await StartWithProductAsync();
        await portal.AskAsync(Found, method: "HEAD");
        await portal.AskAsync(Found, method: "POST");
        await portal.AskAsync(Found, status: 302);
        await portal.AskAsync(Found, status: 429);
        await portal.AskAsync(Found + "&page=2");
        await portal.AskAsync(Found + "&sector=chemicals", from: Found);
        await portal.AskAsync(Found + "&sort=name", from: Found + "&page=2");
        await portal.AskAsync("/api/v1/search?q=acetone");
        await portal.AskAsync("/en/search/saved?q=acetone");
        await portal.AskAsync("/xx/search?q=acetone");
        await portal.AskAsync("/en/search?sector=chemicals");
        await portal.AskAsync("/en/search?q=acetone&market=aliya-of-pharma");
        await portal.AskAsync("/en/search?q=aliya%40pharma.kz");
        await portal.AskAsync("/en/search?q=%2B7+701+123+45+67");
        (await portal.CountsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Opened_results_are_counted_for_the_search_they_were_opened_from()
    {
        await using var portal = await StartWithProductAsync();
        const string Result = "/en/products/pure-acetone";
        await portal.AskAsync(Result, from: Found);
        (await portal.CountsAsync()).ShouldBeEmpty("nobody asked");

        await portal.AskAsync(Found);
        await portal.AskAsync(Result, from: Found);
        await portal.TurnAsync();
        await portal.AskAsync(Result, from: "/en/search?q=ACETONE&page=2", status: 304);
        await portal.AskAsync("/en/organisations/good-firm", from: Found + "&sector=chemicals");
        foreach (var address in (string[])["/en/sectors", "/en/search/saved?q=acetone", "/media/key/320.webp", "/en/"])
            await portal.AskAsync(address, from: Found);
        await portal.AskAsync(Result, from: Found, host: "elsewhere.example");
        await portal.AskAsync(Result, from: "/en/products/other");
        await portal.AskAsync(Result, from: "/en/search?q=other");
        await portal.AskAsync(Result, from: Found, status: 404);
        await portal.AskAsync(Result, from: Found, method: "HEAD");
        (await portal.CountsAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Asked.ShouldBe(1), c => c.Opened.ShouldBe(3));
    }

    [Fact]
    public async Task What_was_counted_last_is_written_down_at_the_end()
    {
        await using var portal = await StartWithProductAsync();
        await portal.AskAsync(Found);
        await portal.Portal.Services.GetServices<IHostedService>().OfType<CountingClock>().Single().StopAsync(TestContext.Current.CancellationToken);
        portal.Portal.Services.GetRequiredService<QueryTally>().Take().ShouldBeEmpty();
        (await portal.CountsAsync()).ShouldHaveSingleItem().Asked.ShouldBe(1);
    }

    [Fact]
    public async Task What_could_not_be_written_down_is_not_lost()
    {
        await using var portal = await StartWithProductAsync();
        var tally = new QueryTally();
        tally.AddAsked(new("en", "", "acetone"), "Acetone");
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => portal.Portal.InScopeAsync(s => s.GetRequiredService<WriteCounts>().RunAsync(tally, ended.Token)));
        await portal.Portal.InScopeAsync(s => s.GetRequiredService<WriteCounts>().RunAsync(tally, TestContext.Current.CancellationToken));
        (await portal.CountsAsync()).ShouldHaveSingleItem().Asked.ShouldBe(1);
        tally.Take().ShouldBeEmpty();
    }

    [Fact]
    public async Task Letters_that_are_many_when_compared_fit_or_are_left_out()
    {
        await using var portal = await StartWithProductAsync();
        await portal.AskAsync("/en/search?q=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat("\uFDFA", 20))));
        await portal.AskAsync(Found);
        (await portal.CountsAsync()).ShouldHaveSingleItem().Query.ShouldBe("acetone");
    }

    [Fact]
    public async Task Who_narrows_a_search_to_a_market_asks_nothing_new_and_what_they_open_counts_for_the_search_they_began_with()
    {
        await using var portal = await StartWithProductAsync();
        await portal.AskAsync(Found);
        await portal.AskAsync(Found + "&market=cis", from: Found);
        await portal.AskAsync("/en/products/pure-acetone", from: Found + "&market=cis");
        (await portal.CountsAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Market.ShouldBeEmpty(), c => c.Asked.ShouldBe(1), c => c.Opened.ShouldBe(1));
    }

    [Fact]
    public async Task Old_weeks_are_forgotten()
    {
        await using var portal = await CountedPortal.StartAsync(database, ("Search:QueryDays", "30"));
        await portal.AskAsync("/en/search?q=old");
        await portal.TurnAsync();
        portal.Pass(TimeSpan.FromDays(30));
        await portal.AskAsync("/en/search?q=new");
        (await portal.CountsAsync()).Select(c => c.Query).ShouldBe(["new", "old"]);
        portal.Pass(TimeSpan.FromDays(7));
        (await portal.CountsAsync()).Select(c => c.Query).ShouldBe(["new"]);
    }

    [Fact]
    public async Task Beyond_the_bound_the_rarest_go_first()
    {
        await using var portal = await CountedPortal.StartAsync(database, ("Search:QueryRows", "10"));
        for (var i = 1; i <= 250; i++)
            await portal.AskAsync($"/en/search?q=word{i}", times: i > 240 ? 2 : 1);
        (await portal.CountsAsync()).Length.ShouldBe(250);
        portal.Pass(TimeSpan.FromMinutes(2));
        (await portal.CountsAsync()).Select(c => c.Query).ShouldBe(Enumerable.Range(241, 10).Select(i => $"word{i}"));
    }

    [Fact]
    public async Task Two_nodes_add_to_the_same_counts()
    {
        await using var portal = await StartWithProductAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(node =>
        {
            var tally = new QueryTally();
            tally.PutBack(Enumerable.Range(0, 300).Select(i => KeyValuePair.Create(new AskedQuery("en", "", $"query {(i + (node * 70)) % 300}"), new QueryTimes("query", 1, 1))));
            return portal.Portal.InScopeAsync(s => s.GetRequiredService<WriteCounts>().RunAsync(tally, TestContext.Current.CancellationToken));
        }));
        var counts = await portal.CountsAsync();
        counts.Length.ShouldBe(300);
        counts.ShouldAllBe(c => c.Asked == 4 && c.Opened == 4);
    }

    [Fact]
    public async Task Lists_hold_what_finds_nothing_and_what_is_seldom_opened_most_asked_first()
    {
        await using var portal = await StartWithProductAsync();
        await portal.AskAsync("/en/search?q=solvnt9", times: 2);
        await portal.AskAsync("/ru/search?q=zzqqx", times: 3);
        await portal.AskAsync("/ru/search?q=zzqqx&market=cis");
        await portal.AskAsync(Found, times: ReadQueries.LeastAsked);
        await portal.AskAsync("/en/search?q=pure", times: ReadQueries.LeastAsked - 1);
        await portal.AskAsync("/fa/search?q=acetone", times: ReadQueries.LeastAsked);
        await portal.AskAsync("/fa/products/pure-acetone", from: "/fa/search?q=acetone");
        await portal.TurnAsync();
        (await portal.ListAsync(found: false)).Select(r => (r.Text, r.Query.Culture, r.Query.Market, r.Asked)).ShouldBe([("zzqqx", "ru", "", 3), ("solvnt9", "en", "", 2), ("zzqqx", "ru", "cis", 1)]);
        (await portal.ListAsync(found: false, culture: "ru", market: "")).ShouldHaveSingleItem().Asked.ShouldBe(3);
        (await portal.ListAsync(found: false, market: "cis")).ShouldHaveSingleItem().Asked.ShouldBe(1);
        (await portal.ListAsync(found: true)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Query.Query.ShouldBe("acetone"), r => r.Query.Culture.ShouldBe("en"), r => r.Results.ShouldBe(1));

        portal.Pass(TimeSpan.FromDays(14));
        (await portal.ListAsync(found: false, weeks: 1)).ShouldBeEmpty();
        (await portal.ListAsync(found: false, weeks: 3)).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("https://portal.example/en/search?q=%ZZ%E2%28%A1&market=%00")]
    [InlineData("https://portal.example/en/search?q=\ud800\u0000&page=99999999999999999999&sort=%")]
    [InlineData("https://portal.example/en/search?")]
    [InlineData("/search?q=acetone")]
    [InlineData("http://[/en/search?q=acetone")]
    [InlineData("https://portal.example:99999/en/search?q=acetone")]
    [InlineData("javascript:/en/search?q=acetone")]
    [InlineData("https://elsewhere.example/en/search?q=acetone")]
    [InlineData("https://user:secret@elsewhere.example/en/search?q=acetone#portal.example")]
    public async Task An_address_made_up_to_do_harm_breaks_no_page_and_counts_as_none(string referer)
    {
        await using var portal = await StartWithProductAsync();
        await portal.AskAsync(Found);
        await portal.AskAsync("/en/products/pure-acetone", referer: referer);
        await portal.AskAsync(Found, referer: referer);
        (await portal.CountsAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Query.ShouldBe("acetone"), c => c.Asked.ShouldBe(2), c => c.Opened.ShouldBe(0));
        portal.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_very_long_address_that_somebody_comes_from_breaks_no_page_and_takes_no_time()
    {
        await using var portal = await StartWithProductAsync();
        foreach (var rest in (string[])[new('%', 70_000), string.Concat(Enumerable.Repeat("&attribute.a=1", 5_000)), string.Concat(Enumerable.Range(0, 2_000).Select(i => $"&attribute.a{i}={i}")), new('a', 30_000)])
        {
            var began = Stopwatch.GetTimestamp();
            await portal.AskAsync("/en/products/pure-acetone", referer: "https://portal.example" + Found + rest);
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        }
        portal.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("prefetch")]
    [InlineData("prefetch;prerender")]
    [InlineData("Prefetch;anonymous-client-ip")]
    public async Task What_a_browser_loads_ahead_is_not_counted(string purpose)
    {
        await using var portal = await StartWithProductAsync();
        await portal.AskAsync(Found, purpose: purpose);
        (await portal.CountsAsync()).ShouldBeEmpty();
        await portal.AskAsync(Found);
        await portal.AskAsync("/en/products/pure-acetone", from: Found, purpose: purpose);
        (await portal.CountsAsync()).ShouldHaveSingleItem().Opened.ShouldBe(0);
    }

    [Fact]
    public async Task A_fault_of_the_counting_is_logged_and_breaks_no_page()
    {
        await using var portal = await StartWithProductAsync();
        portal.Labels.Fault = new InvalidOperationException("no labels");
        await portal.AskAsync(Found + "&market=nowhere");
        portal.Faults.ShouldHaveSingleItem().ShouldBe(portal.Labels.Fault);
        portal.Labels.Fault = null;
        await portal.AskAsync(Found);
        (await portal.CountsAsync()).ShouldHaveSingleItem().Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Counting_results_is_not_measured_as_somebodys_search()
    {
        await using var portal = await StartWithProductAsync();
        var mine = new AsyncLocal<bool>();
        var measured = 0;
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Name == "portal.search.duration") self.EnableMeasurementEvents(instrument); } };
        // Other tests search at the same time.
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => { if (mine.Value) Interlocked.Increment(ref measured); });
        listener.Start();
        mine.Value = true;
        portal.Find("acetone");
        measured.ShouldBe(1);
        await portal.AskAsync("/en/search?q=solvnt9");
        await portal.TurnAsync();
        (await portal.ListAsync(found: false)).Count.ShouldBe(1);
        measured.ShouldBe(1);
    }

    private Task<CountedPortal> StartWithProductAsync() => CountedPortal.StartWithProductAsync(database);
}
