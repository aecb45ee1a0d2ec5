using System.Net;
using ExportPortal.Catalogue.Feeds.Public;
using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Database;
using ExportPortal.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Catalogue;

/// <summary>A position that the public feed gave is good for the log that gave it, and for no other.</summary>
public abstract class FeedPositionTests(TestDatabase database)
{
    public sealed class OnSqlite() : FeedPositionTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : FeedPositionTests(TestDatabase.Postgres);

    [Fact]
    public async Task A_position_names_its_entry_and_is_refused_where_another_stands_in_its_place()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var (_, empty, emptyTag) = await AskAsync(portal, null);
        empty.ShouldBe("0");
        await Feed.ImportAsync(portal, Feed.Firm());
        var (_, position, tag) = await AskAsync(portal, empty);
        var number = await portal.Services.GetRequiredService<ChangeLog>().NewestAsync(TestContext.Current.CancellationToken);
        position!.ShouldMatch($"^{number}-[0-9a-f]{{8}}$");
        tag!.ShouldEndWith($"-0-{position}\"");
        tag.ShouldNotBe(emptyTag);
        (await AskAsync(portal, position)).Status.ShouldBe(200);

        // As after a restore of a backup, from which other changes follow.
        await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<Change>().Where(c => c.Position == number)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Subject, "another"), TestContext.Current.CancellationToken));
        (await AskAsync(portal, position)).Status.ShouldBe(410);
        var (_, anew, newTag) = await AskAsync(portal, null);
        anew.ShouldNotBe(position);
        newTag.ShouldNotBe(tag);
        (await AskAsync(portal, anew)).Status.ShouldBe(200);
        (await AskAsync(portal, "9999-" + anew![^8..])).Status.ShouldBe(410);
        // As the release before named it.
        (await AskAsync(portal, $"{number}")).Status.ShouldBe(410);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1-")]
    [InlineData("1-1a2b3c4")]
    [InlineData("1-1a2b3c4d5")]
    [InlineData("1-1A2B3C4D")]
    [InlineData("1-1a2b3c4g")]
    [InlineData("x-1a2b3c4d")]
    [InlineData("99999999999999999999-1a2b3c4d")]
    public async Task A_malformed_position_is_refused(string since)
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        (await AskAsync(portal, since)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_third_whole_feed_at_once_waits_for_one_to_end_and_changes_do_not()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        await Feed.ImportAsync(portal, Feed.Firm());
        await portal.InScopeAsync(async services =>
        {
            async Task<(HttpContext Context, IResult Answer)> BeginAsync(string address, string? since = null)
            {
                var context = new DefaultHttpContext { RequestServices = services, Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
                context.Request.QueryString = since is null ? default : QueryString.Create("since", since);
                return (context, await services.GetRequiredService<PublicFeed>().AnswerAsync(context));
            }
            async Task<int> EndAsync((HttpContext Context, IResult Answer) begun)
            {
                await begun.Answer.ExecuteAsync(begun.Context);
                return begun.Context.Response.StatusCode;
            }
            var first = await BeginAsync("203.0.113.1");
            var second = await BeginAsync("203.0.113.1", "0");
            var third = await BeginAsync("203.0.113.1");
            (await EndAsync(third)).ShouldBe(429);
            third.Context.Response.Headers.RetryAfter.ShouldBe(["10"]);
            third.Context.Response.ContentType.ShouldBe("application/problem+json");
            (await EndAsync(await BeginAsync("203.0.113.2"))).ShouldBe(200);
            (await EndAsync(first)).ShouldBe(200);
            (await EndAsync(await BeginAsync("203.0.113.1", first.Context.Response.Headers[PublicFeed.PositionHeader]))).ShouldBe(200);
            var fourth = await BeginAsync("203.0.113.1");
            (await EndAsync(await BeginAsync("203.0.113.1"))).ShouldBe(429);
            (await EndAsync(second), await EndAsync(fourth)).ShouldBe((200, 200));
        });
    }

    private static Task<(int Status, string? Position, string? Tag)> AskAsync(TemporaryPortal portal, string? since) => portal.InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<IHttpContextAccessor>().HttpContext!;
        context.Request.QueryString = since is null ? default : QueryString.Create("since", since);
        var answer = await services.GetRequiredService<PublicFeed>().AnswerAsync(context);
        await answer.ExecuteAsync(context);
        var headers = context.Response.Headers;
        return (context.Response.StatusCode, headers[PublicFeed.PositionHeader].SingleOrDefault(), headers.ETag.SingleOrDefault());
    });
}
