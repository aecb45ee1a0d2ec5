namespace ExportPortal.WebTests.Caching;

/// <summary>When kept pages end.</summary>
public sealed class EvictionTests
{
    [Fact]
    public async Task A_change_ends_the_pages_made_of_it_and_no_others()
    {
        await using var site = await CachedSite.StartAsync();
        foreach (var path in (string[])["/pages/a", "/pages/b", "/lists/c"])
            await site.Client.GetAsync(path, Cancellation);
        site.Published = "second";
        site.Change("product", "a");
        (await site.Client.GetStringAsync("/pages/a", Cancellation)).ShouldStartWith("second");
        (await site.Client.GetStringAsync("/lists/c", Cancellation)).ShouldStartWith("second");
        (await site.Client.GetStringAsync("/pages/b", Cancellation)).ShouldStartWith("first");
        site.Change("showroom", "a");
        await site.Client.GetStringAsync("/lists/c", Cancellation);
        site.Made.ShouldBe(5);
    }

    [Theory]
    [InlineData("sector"), InlineData("*"), InlineData("unheard-of")]
    public async Task A_change_that_pages_do_not_name_ends_all(string kind)
    {
        await using var site = await CachedSite.StartAsync();
        await site.Client.GetAsync("/pages/a", Cancellation);
        site.Published = "second";
        site.Change(kind, "");
        (await site.Client.GetStringAsync("/pages/a", Cancellation)).ShouldStartWith("second");
    }

    [Fact]
    public async Task A_page_made_of_what_was_changed_meanwhile_does_not_stay()
    {
        await using var site = await CachedSite.StartAsync();
        var gate = new TaskCompletionSource();
        site.Gate = gate.Task;
        var slow = site.Client.GetStringAsync("/pages/a", Cancellation);
        while (site.Made == 0)
            await Task.Delay(10, Cancellation);
        site.Published = "second";
        site.Change("product", "a");
        gate.SetResult();
        (await slow).ShouldStartWith("first");
        site.Cache.Count.ShouldBe(0);
        (await site.Client.GetStringAsync("/pages/a", Cancellation)).ShouldStartWith("second");
    }

    [Fact]
    public async Task A_page_made_while_the_index_lags_behind_does_not_stay()
    {
        await using var site = await CachedSite.StartAsync();
        site.Change("product", "a", isIndexed: false);
        (await site.Client.GetStringAsync("/pages/a", Cancellation)).ShouldStartWith("first");
        site.Published = "second";
        site.Index.Position = site.Clock.Position;
        (await site.Client.GetStringAsync("/pages/a", Cancellation)).ShouldStartWith("second");
        site.Index.Position = -1;
        (await site.Client.GetStringAsync("/pages/a", Cancellation)).ShouldStartWith("second", customMessage: "what is kept stays good");
        site.Cache.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_index_made_anew_ends_all()
    {
        await using var site = await CachedSite.StartAsync();
        await site.Client.GetAsync("/pages/a", Cancellation);
        site.Clock.LookAtEditions();
        await site.Client.GetAsync("/pages/a", Cancellation);
        site.Made.ShouldBe(1);
        site.Index.Edition++;
        site.Clock.LookAtEditions();
        await site.Client.GetAsync("/pages/a", Cancellation);
        site.Made.ShouldBe(2);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
