using System.Globalization;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Outbox;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Saving;
using ExportPortal.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Search;

public abstract class SavedSearchTests(TestDatabase database)
{
    public sealed class OnSqlite() : SavedSearchTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : SavedSearchTests(TestDatabase.Postgres);

    [Fact]
    public async Task Before_its_reader_confirms_nothing_is_told_and_the_mail_holds_nothing_that_was_typed()
    {
        await using var portal = await SavedPortal.StartAsync(database);
        portal.Publish("old", "Old pump");
        var token = (await portal.SaveAsync("?q=pump+buy-me&sector=medical&sector=cheap-goods&firm=visit.example&kind=product", "ru")).ShouldNotBeNull();
        var mail = (await portal.MailsAsync()).ShouldHaveSingleItem();
        (mail.To, mail.Culture, mail.StopAt).ShouldBe((SavedPortal.Reader, "ru", null));
        foreach (var typed in new[] { "pump", "buy-me", "cheap-goods", "visit.example" })
            (mail.Subject + mail.Text).ShouldNotContain(typed);
        mail.Text.ShouldContain("https://portal.example/ru/search/saved/confirm/" + token);
        var saved = (await portal.AllAsync<SavedSearch>()).ShouldHaveSingleItem();
        saved.ConfirmedAt.ShouldBeNull();
        (await portal.AllAsync<SavedLink>()).ShouldHaveSingleItem().Hash.ShouldNotContain(token);

        portal.Publish("new", "Buy-me pump");
        await portal.LookAsync();
        (await portal.NewsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_mail_to_confirm_names_filters_as_the_portal_words_them()
    {
        await using var portal = await SavedPortal.StartAsync(database);
        portal.Publish("old", "Old pump");
        await portal.SaveAsync("?readiness=KZ&sector=medical", "ru");
        var text = (await portal.MailsAsync())[0].Text;
        text.ShouldContain("\n\nГотово к ввозу в страну: \u2068Казахстан\u2069");
        text.ShouldContain("medical", customMessage: "a document has it");
    }

    [Fact]
    public async Task What_was_first_published_after_a_search_was_saved_is_told_once_and_stops_with_one_click()
    {
        await using var portal = await SavedPortal.StartAsync(database);
        portal.Publish("old", "Old pump");
        portal.Pass(TimeSpan.FromMinutes(3));
        await portal.WatchAsync("?q=pump&sector=medical");
        await portal.LookAsync();
        (await portal.NewsAsync()).ShouldBeEmpty("nothing is new");
        for (var i = 1; i <= 12; i++)
            portal.Publish(string.Create(CultureInfo.InvariantCulture, $"pump-{i}"), string.Create(CultureInfo.InvariantCulture, $"Pump number {i}"));
        portal.Publish("other", "Pump of another sector", "ict");
        portal.Publish("valve", "Valve");
        portal.Pass(TimeSpan.FromHours(1));
        await portal.LookAsync();

        var mail = (await portal.NewsAsync()).ShouldHaveSingleItem();
        (mail.To, mail.Culture, mail.Subject).ShouldBe((SavedPortal.Reader, "en", "pump: 12 new products"));
        mail.Text.ShouldContain("Words: \u2068pump\u2069\n");
        mail.Text.ShouldContain("\u2068Pump number 12\u2069\n\u2068A summary.\u2069\nhttps://portal.example/en/products/pump-12\n");
        mail.Text.ShouldContain("/products/pump-3\n");
        mail.Text.ShouldNotContain("/products/pump-2\n");
        mail.Text.ShouldContain("\n2 more\n");
        mail.Text.ShouldContain("https://portal.example/en/search?q=pump&sort=newest&sector=medical\n");
        foreach (var strange in new[] { "Old pump", "Valve", "another sector" })
            mail.Text.ShouldNotContain(strange);
        mail.StopAt.ShouldBe("https://portal.example/en/search/saved/stop/" + SavedPortal.TokenOf(mail));
        mail.Text.ShouldContain(mail.StopAt!);

        await portal.LookAsync();
        portal.Pass(TimeSpan.FromDays(2));
        await portal.LookAsync();
        (await portal.NewsAsync()).Count.ShouldBe(1);

        (await portal.StopAsync(SavedPortal.TokenOf(mail))).ShouldBeTrue();
        (await portal.StopAsync(SavedPortal.TokenOf(mail))).ShouldBeFalse();
        (await portal.AllAsync<SavedSearch>()).ShouldBeEmpty();
        (await portal.AllAsync<SavedLink>()).ShouldBeEmpty();
        (await portal.MailsAsync()).ShouldBeEmpty("what has not left must not leave");
        (await portal.AllAsync<OutboxMessage>()).ShouldAllBe(m => !m.Payload.Contains(SavedPortal.Reader, StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_most_one_mail_comes_within_the_hours_that_are_set_and_nothing_is_lost_meanwhile()
    {
        await using var portal = await SavedPortal.StartAsync(database, ("Search:SavedHours", "12"));
        await portal.WatchAsync("?q=pump");
        portal.Publish("first", "First pump");
        await portal.LookAsync();
        (await portal.NewsAsync()).Count.ShouldBe(1);
        portal.Publish("second", "Second pump");
        portal.Pass(TimeSpan.FromHours(11));
        portal.Publish("third", "Third pump");
        await portal.LookAsync();
        (await portal.NewsAsync()).Count.ShouldBe(1);
        portal.Pass(TimeSpan.FromHours(1));
        await portal.LookAsync();
        var next = (await portal.NewsAsync())[^1];
        next.Subject.ShouldEndWith(": 2 new products");
        (next.Text.Contains("Second pump", StringComparison.Ordinal), next.Text.Contains("First pump", StringComparison.Ordinal)).ShouldBe((true, false));
    }

    [Fact]
    public async Task However_many_nodes_look_at_once_each_reader_gets_one_mail()
    {
        await using var portal = await SavedPortal.StartAsync(database);
        for (var i = 0; i < 10; i++)
            await portal.WatchAsync("?q=pump", email: string.Create(CultureInfo.InvariantCulture, $"reader{i}@pharma.kz"));
        portal.Publish("new", "New pump");
        portal.Pass(TimeSpan.FromMinutes(3));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(portal.TurnAsync)));
        (await portal.NewsAsync()).Select(m => m.To).Order().ShouldBe(Enumerable.Range(0, 10).Select(i => string.Create(CultureInfo.InvariantCulture, $"reader{i}@pharma.kz")));
    }

    [Fact]
    public async Task A_look_that_is_cut_short_leaves_nothing_behind_and_is_made_again()
    {
        await using var portal = await SavedPortal.StartAsync(database);
        await portal.WatchAsync("?q=pump");
        portal.Publish("new", "New pump");
        portal.Pass(TimeSpan.FromMinutes(3));
        var saved = (await portal.AllAsync<SavedSearch>()).Single();
        await Should.ThrowAsync<OperationCanceledException>(() => portal.Portal.InScopeAsync(s =>
            s.GetRequiredService<LookForNew>().TellAsync(saved, saved.LookedAt.AddMinutes(4), new CancellationToken(canceled: true))));
        (await portal.NewsAsync()).ShouldBeEmpty();
        await portal.TurnAsync();
        (await portal.NewsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_node_whose_index_lags_behind_passes_nothing_over()
    {
        await using var portal = await SavedPortal.StartAsync(database);
        await portal.WatchAsync("?q=pump");
        await Shelf.AnnounceAsync(portal.Portal, "product", "late");
        await portal.LookAsync();
        portal.Publish("late", "Late pump");
        portal.Index.Apply([], [], long.MaxValue);
        await portal.LookAsync();
        (await portal.NewsAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task A_node_whose_clock_is_wrong_loses_nothing(int minutesAhead)
    {
        await using var portal = await SavedPortal.StartAsync(database);
        portal.SetAhead(TimeSpan.FromMinutes(minutesAhead));
        await portal.WatchAsync("?q=pump");
        for (var i = 0; i < 5; i++)
        {
            portal.Publish(string.Create(CultureInfo.InvariantCulture, $"pump-{i}"), "Pump");
            portal.Pass(TimeSpan.FromHours(13));
            await portal.TurnAsync();
            portal.Publish(string.Create(CultureInfo.InvariantCulture, $"late-{i}"), "Late pump");
            portal.Pass(TimeSpan.FromHours(13));
            await portal.TurnAsync();
        }
        await portal.LookAsync(TimeSpan.FromDays(1));
        var told = string.Join('\n', (await portal.NewsAsync()).Select(m => m.Text));
        for (var i = 0; i < 5; i++)
            foreach (var id in new[] { "pump", "late" })
                told.Split(string.Create(CultureInfo.InvariantCulture, $"/products/{id}-{i}\n")).Length.ShouldBe(2, $"{id}-{i}");
    }

    [Fact]
    public async Task What_is_published_while_the_form_is_filled_in_is_told()
    {
        await using var portal = await SavedPortal.StartAsync(database);
        portal.Publish("seen", "Seen pump");
        portal.Pass(TimeSpan.FromMinutes(10));
        portal.Publish("meanwhile", "Pump of meanwhile");
        portal.Pass(TimeSpan.FromMinutes(10));
        await portal.ConfirmAsync((await portal.SaveAsync("?q=pump", openFor: TimeSpan.FromMinutes(10))).ShouldNotBeNull());
        await portal.LookAsync();
        var text = (await portal.NewsAsync()).ShouldHaveSingleItem().Text;
        (text.Contains("Pump of meanwhile", StringComparison.Ordinal), text.Contains("Seen pump", StringComparison.Ordinal)).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_search_that_is_saved_again_while_it_is_stopped_is_either_gone_or_a_new_one()
    {
        await using var portal = await SavedPortal.StartAsync(database, ("Search:SavedMailsPerDay", "1000"));
        for (var i = 0; i < 20; i++)
        {
            var token = (await portal.SaveAsync("?q=pump")).ShouldNotBeNull();
            portal.Pass(TimeSpan.FromMinutes(2));
            await Task.WhenAll(portal.StopAsync(token), portal.SendAsync("?q=pump"));
            portal.Pass(TimeSpan.FromMinutes(2));
            (await portal.AllAsync<SavedLink>()).Count.ShouldBe((await portal.MailsAsync()).Count);
        }
    }

    [Fact]
    public async Task Where_nothing_was_published_all_searches_are_passed_over_together()
    {
        await using var portal = await SavedPortal.StartAsync(database);
        portal.Publish("old", "Old pump");
        portal.Pass(TimeSpan.FromMinutes(3));
        foreach (var words in new[] { "pump", "valve", "tube" })
            await portal.WatchAsync("?q=" + words);
        async Task<bool> IsWorthLookingAsync() => await portal.Portal.InScopeAsync(async s =>
        {
            var until = await s.GetRequiredService<FindNew>().CompleteUntilAsync(TestContext.Current.CancellationToken);
            return s.GetRequiredService<LookForNew>().IsWorthLooking(await portal.AllAsync<SavedSearch>(), until!.Value);
        });
        var before = (await portal.AllAsync<SavedSearch>()).Max(s => s.LookedAt);
        portal.Pass(TimeSpan.FromMinutes(3));
        (await IsWorthLookingAsync()).ShouldBeFalse();
        await portal.TurnAsync();
        (await portal.AllAsync<SavedSearch>()).Select(s => s.LookedAt).Distinct().ShouldHaveSingleItem().ShouldBeGreaterThan(before);
        portal.Publish("new", "New pump");
        portal.Pass(TimeSpan.FromMinutes(31));
        (await IsWorthLookingAsync()).ShouldBeTrue();
        await portal.TurnAsync();
        (await portal.NewsAsync()).ShouldHaveSingleItem().Text.ShouldContain("New pump");
    }

    [Fact]
    public async Task What_is_refused_is_a_try_and_counts_as_nothing_sent()
    {
        await using var portal = await SavedPortal.StartAsync(database, ("Search:LimitSends", "1"));
        var request = new DefaultHttpContext { RequestServices = portal.Portal.Services };
        request.Request.Method = HttpMethods.Post;
        async Task<string> RefusedAsync() => (await portal.Portal.InScopeAsync(s => s.GetRequiredService<SavedGate>()
            .SendAsync(request, null, FormCollection.Empty, () => throw new InvalidOperationException("Let in.")))).Refusals.ShouldHaveSingleItem().Key;
        for (var tries = 0; tries < 5; tries++)
            (await RefusedAsync()).ShouldBe("Ui.Form.NotMatched");
        (await RefusedAsync()).ShouldBe("Ui.Form.TooMany", "a machine that goes on trying");
        request.Response.StatusCode.ShouldBe(StatusCodes.Status429TooManyRequests);
    }

    [Fact]
    public async Task Whoever_asks_again_has_one_search_and_few_mails_and_nobody_else_learns_of_it()
    {
        await using var portal = await SavedPortal.StartAsync(database, ("Search:SavedMailsPerDay", "4"));
        var first = (await portal.SaveAsync("?q=Infusion++pump&sort=name&page=2", "fr")).ShouldNotBeNull();
        (await portal.SaveAsync("?q=infusion+pump")).ShouldBeNull("a button pressed twice");
        portal.Pass(TimeSpan.FromHours(1));
        var second = (await portal.SaveAsync("?q=infusion+pump", "fa", "ALIYA@pharma.kz")).ShouldNotBeNull();
        var saved = (await portal.AllAsync<SavedSearch>()).ShouldHaveSingleItem();
        (saved.Query, saved.Culture, saved.Email).ShouldBe(("?q=Infusion%20pump", "fa", SavedPortal.Reader));
        await portal.ConfirmAsync(first);
        await portal.ConfirmAsync(second);
        portal.Pass(TimeSpan.FromHours(1));
        await portal.SaveAsync("?q=infusion+pump", "ar");
        (await portal.AllAsync<SavedSearch>()).ShouldHaveSingleItem().Culture.ShouldBe("fa", "who only knows the address changes nothing");
        (await portal.MailsAsync())[^1].Subject.ShouldBe("این جست‌وجو را از پیش پیگیری می‌کنید");
        (await portal.SaveAsync("?q=valve", email: "aliya+more@pharma.kz")).ShouldNotBeNull();
        (await portal.SaveAsync("?q=tube")).ShouldBeNull("the day's mails to this mailbox are used up");
        portal.Pass(TimeSpan.FromDays(1));
        (await portal.SaveAsync("?q=tube")).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_nobody_confirms_is_forgotten_after_a_week_and_the_rest_after_its_time()
    {
        await using var portal = await SavedPortal.StartAsync(database, ("Search:SavedDays", "30"));
        await portal.SaveAsync("?q=pump");
        portal.Pass(TimeSpan.FromDays(3));
        await portal.WatchAsync("?q=valve");
        portal.Pass(TimeSpan.FromDays(3.9));
        await portal.TurnAsync();
        (await portal.AllAsync<SavedSearch>()).Count.ShouldBe(2);
        portal.Pass(TimeSpan.FromDays(0.2));
        await portal.TurnAsync();
        (await portal.AllAsync<SavedSearch>()).ShouldHaveSingleItem().Query.ShouldBe("?q=valve");
        (await portal.MailsAsync()).Count.ShouldBe(1, "the other's mail is taken back");
        portal.Pass(TimeSpan.FromDays(26));
        await portal.TurnAsync();
        (await portal.AllAsync<SavedSearch>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_search_for_everything_and_one_without_consent_or_address_are_refused()
    {
        await using var portal = await SavedPortal.StartAsync(database);
        async Task<string[]> RefusedAsync(SearchQuery search, string email, bool consent) =>
            [.. (await portal.Portal.InScopeAsync(s => s.GetRequiredService<SaveSearch>().RunAsync(new() { Culture = "en", Text = search.Text }, new(email, consent), TimeSpan.Zero, TestContext.Current.CancellationToken))).Refusals.Select(r => r.Key)];
        (await RefusedAsync(new() { Culture = "en" }, SavedPortal.Reader, true)).ShouldBe(["Search.Saved.Nothing"]);
        (await RefusedAsync(new() { Culture = "en", Text = "pump" }, " ", false)).ShouldBe(["Search.Saved.EmailMissing", "Search.Saved.ConsentMissing"]);
        (await RefusedAsync(new() { Culture = "en", Text = "pump" }, "a@b", true)).ShouldBe(["Ui.Form.EmailMalformed"]);
        (await RefusedAsync(new() { Culture = "en", Text = new string('语', 500) }, SavedPortal.Reader, true)).ShouldBe(["Search.Saved.TooLong"]);
        (await portal.AllAsync<SavedSearch>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Mails_come_in_the_language_of_the_search()
    {
        await using var portal = await SavedPortal.StartAsync(database);
        foreach (var culture in PortalCultures.All)
            await portal.WatchAsync("?q=pump&market=cis", culture.Tag, $"{culture.Tag}@pharma.kz");
        foreach (var culture in PortalCultures.All)
            await portal.WatchAsync("?sector=medical", culture.Tag, $"{culture.Tag}@clinic.kz");
        portal.Publish("new", "New pump");
        await portal.LookAsync();
        var mails = await portal.MailsAsync();
        mails.Count.ShouldBe(18);
        mails.ShouldAllBe(m => m.To.StartsWith(m.Culture + "@", StringComparison.Ordinal) && !m.Text.Contains('{', StringComparison.Ordinal) && !m.Text.Contains("\n\n\n", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("DUMP") is { } dump)
            await File.WriteAllLinesAsync(dump, mails.Select(m => $"=== {m.Culture}: {m.Subject}\n{m.Text}"), TestContext.Current.CancellationToken);
    }
}
