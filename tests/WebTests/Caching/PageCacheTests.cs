using System.IO.Compression;
using System.Net;

namespace ExportPortal.WebTests.Caching;

/// <summary>What readers get of kept pages.</summary>
public sealed class PageCacheTests
{
    [Fact]
    public async Task A_kept_page_is_served_with_the_same_bytes_and_made_once()
    {
        await using var site = await CachedSite.StartAsync();
        var first = await site.Client.GetAsync("/pages/a", Cancellation);
        var second = await site.Client.GetAsync("/pages/a", Cancellation);
        (await second.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(await first.Content.ReadAsByteArrayAsync(Cancellation));
        foreach (var answer in (HttpResponseMessage[])[first, second])
        {
            answer.Headers.CacheControl!.ToString().ShouldBe("public, no-cache");
            answer.Headers.Vary.ShouldBe(["Accept-Encoding"]);
            answer.Headers.ETag!.IsWeak.ShouldBeFalse();
            answer.Content.Headers.ContentLanguage.ShouldHaveSingleItem();
            answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        }
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        second.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        site.Made.ShouldBe(1);
    }

    [Fact]
    public async Task Who_has_the_page_already_is_told_so()
    {
        await using var site = await CachedSite.StartAsync();
        var tag = (await site.Client.GetAsync("/pages/a", Cancellation)).Headers.ETag!.Tag;
        foreach (var known in (string[])[tag, "W/" + tag, "\"other\", " + tag, "*"])
        {
            var answer = await AskAsync(site, "/pages/a", ("If-None-Match", known));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotModified, known);
            answer.Headers.ETag!.Tag.ShouldBe(tag);
            (await answer.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBeEmpty();
        }
        (await AskAsync(site, "/pages/a", ("If-None-Match", "\"other\""))).StatusCode.ShouldBe(HttpStatusCode.OK);
        // Another form is another thing.
        (await AskAsync(site, "/pages/a", ("If-None-Match", tag), ("Accept-Encoding", "br"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_head_answers_like_a_get_without_the_page_whichever_comes_first()
    {
        await using var site = await CachedSite.StartAsync();
        foreach (var path in (string[])["/pages/a", "/pages/a"])
        {
            var head = await site.Client.SendAsync(new(HttpMethod.Head, path), Cancellation);
            head.Content.Headers.ContentLength!.Value.ShouldBeGreaterThan(site.Length);
            (await head.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBeEmpty();
        }
        (await site.Client.GetStringAsync("/pages/a", Cancellation)).Length.ShouldBeGreaterThan(site.Length);
        site.Made.ShouldBe(1);
    }

    [Theory]
    [InlineData("br", "br"), InlineData("gzip, deflate, br, zstd", "br"), InlineData("gzip", "gzip"), InlineData("gzip;q=1, br;q=0.5", "gzip")]
    [InlineData("br;q=0, gzip", "gzip"), InlineData("BR", "br"), InlineData("deflate", null), InlineData("", null), InlineData("br;q=0", null), InlineData("identity, *;q=0;;,", null), InlineData("*", "br"), InlineData("br;q=0, *", "gzip")]
    public async Task Each_reader_gets_the_form_it_asks_for_of_one_page(string accepted, string? coding)
    {
        await using var site = await CachedSite.StartAsync();
        var plain = await site.Client.GetAsync("/pages/a", Cancellation);
        for (var time = 0; time < 2; time++)
        {
            var answer = await AskAsync(site, "/pages/a", ("Accept-Encoding", accepted));
            answer.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(coding);
            answer.Headers.Vary.ShouldBe(["Accept-Encoding"]);
            (answer.Headers.ETag!.Tag == plain.Headers.ETag!.Tag).ShouldBe(coding is null);
            Decode(coding, await answer.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(await plain.Content.ReadAsByteArrayAsync(Cancellation));
        }
        site.Made.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_kept_in_a_small_form_is_served_in_all()
    {
        await using var site = await CachedSite.StartAsync();
        var texts = new List<byte[]>();
        foreach (var coding in (string?[])["gzip", "br", null])
            texts.Add(Decode(coding, await (await AskAsync(site, "/pages/a", ("Accept-Encoding", coding ?? "identity"))).Content.ReadAsByteArrayAsync(Cancellation)));
        texts[1].ShouldBe(texts[0]);
        texts[2].ShouldBe(texts[0]);
        site.Made.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_knows_nothing_of_its_reader()
    {
        await using var site = await CachedSite.StartAsync();
        var text = await (await AskAsync(site, "/pages/a?secret=1", ("Cookie", "secret=1"))).Content.ReadAsStringAsync(Cancellation);
        text.ShouldNotContain("secret");
        (await site.Client.GetStringAsync("/pages/a", Cancellation)).ShouldBe(text);
        (await (await AskAsync(site, "/open/a?secret=1", ("Cookie", "secret=1"))).Content.ReadAsStringAsync(Cancellation)).ShouldContain("secret");
    }

    [Fact]
    public async Task A_page_that_asks_who_the_reader_is_is_never_kept_nor_made_without_asking()
    {
        await using var site = await CachedSite.StartAsync();
        using var answer = await site.Client.GetAsync("/closed/1", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (site.Made, site.Cache.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Posts_cookies_faults_and_pages_with_a_say_of_their_own_are_not_kept()
    {
        await using var site = await CachedSite.StartAsync();
        await site.Client.GetAsync("/pages/a", Cancellation);
        await site.Client.PostAsync("/pages/a", null, Cancellation);
        site.Made.ShouldBe(2);
        foreach (var extra in (Action<Microsoft.AspNetCore.Http.HttpContext>[])[c => c.Response.Headers.SetCookie = "a=b", c => c.Response.Headers.CacheControl = "no-store", c => c.Response.StatusCode = 404, c => throw new InvalidOperationException()])
        {
            site.Extra = extra;
            var before = site.Made;
            for (var time = 0; time < 2; time++)
                (await site.Client.GetAsync("/pages/b", Cancellation)).Headers.ETag.ShouldBeNull();
            site.Made.ShouldBe(before + 2);
        }
        site.Cache.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Queries_and_spellings_neither_split_nor_fill_the_cache()
    {
        await using var site = await CachedSite.StartAsync();
        for (var i = 0; i < 50; i++)
        {
            await site.Client.GetAsync($"/pages/a?utm_source={i}&x{i}=1", Cancellation);
            await site.Client.GetAsync($"/pages/a?page={i}", Cancellation);
            await site.Client.GetAsync($"/lists/a?x={i}&page=2", Cancellation);
        }
        (site.Made, site.Cache.Count).ShouldBe((2, 2));
        (await site.Client.GetStringAsync("/lists/a?PAGE=2", Cancellation)).ShouldStartWith("first a ?page=2 ");
        (await site.Client.GetStringAsync("/lists/a?page=1", Cancellation)).ShouldStartWith("first a   ");
        site.Cache.Count.ShouldBe(3);
        // Nobody but the page can tell what is wrong with these.
        foreach (var query in (string[])["page=02", "page=x", "page=", "page=2&page=3", "page=-1", "page=99999999999"])
            (await site.Client.GetStringAsync("/lists/a?" + query, Cancellation)).ShouldContain("?" + query);
        foreach (var path in (string[])["/Pages/a", "/LISTS/a", "/lists//a", "/pages/a%3Fpage=2"])
            await site.Client.GetAsync(path, Cancellation);
        site.Cache.Count.ShouldBe(4);
        (await site.Client.GetStringAsync("/pages/a", Cancellation)).ShouldStartWith("first a  ");
    }

    [Fact]
    public async Task Memory_is_bounded_and_what_is_asked_for_stays()
    {
        await using var site = await CachedSite.StartAsync(megabytes: 1);
        site.Length = 20_000;
        for (var i = 0; i < 300; i++)
        {
            await site.Client.GetAsync($"/pages/{i}", Cancellation);
            await site.Client.GetAsync("/pages/favourite", Cancellation);
            await AskAsync(site, $"/pages/{i}", ("Accept-Encoding", i % 2 == 0 ? "br" : "gzip"));
            site.Cache.Taken.ShouldBeLessThanOrEqualTo(1024 * 1024);
        }
        // Room is looked for in rounds, so that even a favourite goes now and then when all others are asked for again, too.
        site.Made.ShouldBeLessThan(330);
        var made = site.Made;
        site.Cache.Count.ShouldBeGreaterThan(30);
        // One that would take more than its share is served all the same.
        site.Length = 200_000;
        (await site.Client.GetStringAsync("/pages/large", Cancellation)).Length.ShouldBeGreaterThan(200_000);
        (await site.Client.GetStringAsync("/pages/large", Cancellation)).Length.ShouldBeGreaterThan(200_000);
        site.Made.ShouldBe(made + 2);
    }

    [Fact]
    public async Task Many_who_ask_at_once_have_the_page_made_once()
    {
        await using var site = await CachedSite.StartAsync();
        var gate = new TaskCompletionSource();
        site.Gate = gate.Task;
        var asking = Enumerable.Range(0, 20).Select(_ => site.Client.GetStringAsync("/pages/a", Cancellation)).ToArray();
        await Task.Delay(200, Cancellation);
        gate.SetResult();
        (await Task.WhenAll(asking)).Distinct().ShouldHaveSingleItem();
        site.Made.ShouldBe(1);
    }

    [Fact]
    public async Task When_the_first_of_many_goes_away_one_other_makes_the_page()
    {
        await using var site = await CachedSite.StartAsync();
        var gate = new TaskCompletionSource();
        site.Gate = gate.Task;
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var first = site.Client.GetStringAsync("/pages/a", leaving.Token);
        while (site.Made == 0)
            await Task.Delay(10, Cancellation);
        var asking = Enumerable.Range(0, 10).Select(_ => site.Client.GetStringAsync("/pages/a", Cancellation)).ToArray();
        await Task.Delay(200, Cancellation);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        while (site.Made == 1)
            await Task.Delay(10, Cancellation);
        await Task.Delay(200, Cancellation);
        gate.SetResult();
        (await Task.WhenAll(asking)).Distinct().ShouldHaveSingleItem();
        site.Made.ShouldBe(2);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<HttpResponseMessage> AskAsync(CachedSite site, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await site.Client.SendAsync(request, Cancellation);
    }

    private static byte[] Decode(string? coding, byte[] body)
    {
        using var source = new MemoryStream(body);
        using Stream plain = coding switch { "br" => new BrotliStream(source, CompressionMode.Decompress), "gzip" => new GZipStream(source, CompressionMode.Decompress), _ => source };
        using var target = new MemoryStream();
        plain.CopyTo(target);
        return target.ToArray();
    }
}
