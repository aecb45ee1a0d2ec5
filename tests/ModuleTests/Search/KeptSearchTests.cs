using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.People;
using ExportPortal.Search.Api;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;
using ExportPortal.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Search;

/// <summary>When an answer of the search API is sent again, and when it is worked out anew.</summary>
public sealed class KeptSearchTests
{
    private const string Query = "?culture=en&q=pump&sector=a&sector=b";

    [Fact]
    public async Task A_merge_and_changes_that_touch_no_document_leave_kept_answers_where_they_are()
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        var index = IndexOf(portal, 20);
        var first = await AskAsync(portal, Query);
        (await AskAsync(portal, Query)).ShouldBeSameAs(first);

        index.Apply([new("market", "cis"), new("product", "unknown")], [], 100);
        index.State.Position.ShouldBe(100);
        (await AskAsync(portal, Query)).ShouldBeSameAs(first, "nothing changed");
        index.Merge().ShouldBeTrue();
        (await AskAsync(portal, Query)).ShouldBeSameAs(first, "the same documents were merged");

        index.Apply([], [Pump(21)], 101);
        var second = await AskAsync(portal, Query);
        second.ShouldNotBeSameAs(first, "there is one more");
        index.Apply([new("product", "d21")], [], 102);
        (await AskAsync(portal, Query)).ShouldNotBeSameAs(second, "it is gone");
    }

    [Fact]
    public async Task A_merge_that_clears_what_was_deleted_makes_answers_anew()
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        var index = IndexOf(portal, 20);
        index.Apply([], [Pump(21), Pump(22)], 100);
        index.Apply([new("product", "d21")], [], 101);
        var before = await AskAsync(portal, Query);
        index.Merge().ShouldBeTrue();
        (await AskAsync(portal, Query)).ShouldNotBeSameAs(before, "how rare a word is may have changed, and with it the order");
    }

    [Theory]
    [InlineData("?culture=en&q=pump&sector=a&sector=b&utm_source=mail")]
    [InlineData("?x=7&q=pump&culture=en&sector=a&sector=b")]
    [InlineData("?sector=b&sector=a&q=pump&culture=en&page=1&pageSize=20&sort=relevance&kind=product")]
    [InlineData("?Q=pump&CULTURE=en&sector=a&sector=b&sector=a&sector=")]
    public async Task What_nobody_reads_and_in_which_order_it_stands_makes_no_other_answer(string query)
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        IndexOf(portal, 3);
        (await AskAsync(portal, Query)).ShouldBeSameAs(await AskAsync(portal, query));
    }

    [Theory]
    [InlineData("?culture=fr&q=pump&sector=a&sector=b")]
    [InlineData("?culture=en&q=pumps&sector=a&sector=b")]
    [InlineData("?culture=en&q=pump&sector=a")]
    [InlineData("?culture=en&q=pump&sector=a&sector=b&page=2")]
    [InlineData("?culture=en&q=pump&sector=a&sector=b&pageSize=21")]
    [InlineData("?culture=en&q=pump&sector=a&sector=b&sort=name")]
    [InlineData("?culture=en&q=pump&sector=a&sector=b&kind=all")]
    public async Task What_is_read_makes_another_answer(string query)
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        IndexOf(portal, 3);
        (await AskAsync(portal, Query)).ShouldNotBeSameAs(await AskAsync(portal, query));
    }

    [Fact]
    public async Task A_text_that_was_cut_says_so_and_the_same_one_typed_no_longer_does_not()
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        IndexOf(portal, 3);
        var whole = new string('p', SearchQuery.MaxTextLength);
        (await AskAsync(portal, "?culture=en&q=" + whole)).ShouldNotBeSameAs(await AskAsync(portal, $"?culture=en&q={whole}p"));
    }

    [Fact]
    public async Task The_links_of_an_answer_that_is_sent_again_are_those_of_its_own_address()
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        IndexOf(portal, 30);
        var plain = await LinksAsync(portal, "?culture=en&q=pump");
        var tagged = await LinksAsync(portal, "?culture=en&q=pump&utm_source=mail");
        plain.ShouldContain("page=2");
        plain.ShouldNotContain("utm_source");
        tagged.ShouldBe(plain.Replace("q=pump", "q=pump&utm_source=mail", StringComparison.Ordinal));
    }

    private static SearchIndex IndexOf(TemporaryPortal portal, int documents)
    {
        var index = portal.Services.GetRequiredService<SearchIndex>();
        index.Replace(new([], 0, Glossary.Empty));
        for (var i = 1; i <= documents; i++)
            index.Apply([], [Pump(i)], i);
        return index;
    }

    private static SearchDocument Pump(int number) => new()
    {
        Kind = "product",
        Id = $"d{number}",
        Texts = [new(SearchField.Name, "en", $"Pump {number}")],
        Cards = [new() { Culture = "en", Name = $"Pump {number}", Path = $"products/d{number}" }],
        Facets = [new("sector", "a")],
    };

    private static async Task<IResult> AskAsync(TemporaryPortal portal, string query) => (await AnswerAsync(portal, query)).Result;

    private static async Task<string> LinksAsync(TemporaryPortal portal, string query) => (await AnswerAsync(portal, query)).Links;

    private static Task<(IResult Result, string Links)> AnswerAsync(TemporaryPortal portal, string query) => portal.InScopeAsync(services =>
    {
        var context = services.GetRequiredService<IHttpContextAccessor>().HttpContext!;
        (context.Request.Path, context.Request.QueryString) = ("/api/v1/search", new(query));
        var result = services.GetRequiredService<SearchApi>().Answer(context, services.GetRequiredService<PublicAddress>(), services.GetRequiredService<ICurrentPerson>());
        return Task.FromResult((result, context.Response.Headers.Link.ToString()));
    });
}
