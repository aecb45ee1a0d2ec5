using ExportPortal.Kernel.Api;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.People;
using ExportPortal.Kernel.Texts;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Index;
using ExportPortal.Search.Keeping;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ExportPortal.Search.Api;

/// <summary>Answers <c>GET /api/v1/search</c>.</summary>
internal sealed class SearchApi(SearchIndex index, SearchRequestReader reader, FacetWords words, InterfaceTexts texts, IOptions<SearchOptions> options)
{
    // What an answer takes beside its letters: objects, the tag, its place.
    private const int Overhead = 500;

    // Whatever an answer depends on: the request, as it is spelt, and the state of index and names.
    private readonly record struct Question(string Path, string Query, string Culture);

    // Both only rise.
    private readonly record struct State(long Snapshot, long Names) : IComparable<State>
    {
        public int CompareTo(State other) => (Snapshot, Names).CompareTo((other.Snapshot, other.Names));
    }

    private sealed record Answered(IResult Result, string Links, int Length);

    private readonly KeptAnswers<State, Question, Answered> _kept = new(options.Value.KeptMegabytes * 1024L * 1024,
        (question, answer) => Overhead + answer.Length + 2 * (question.Path.Length + question.Query.Length + answer.Links.Length));

    public IResult Answer(HttpContext context, PublicAddress address, ICurrentPerson person)
    {
        var question = new Question(context.Request.Path.Value!, context.Request.QueryString.Value!, CultureOf(context));
        var state = new State(index.Snapshot.Number, words.Edition);
        if (_kept.Find(state, question) is { } kept)
        {
            context.Response.Headers.Link = kept.Links;
            return kept.Result;
        }
        var refusals = new List<Refusal>();
        var request = reader.Read(context.Request.Query, question.Culture, refusals);
        if (refusals.Count > 0)
            return ApiProblem.Refused(context, refusals);
        if (request.Explain && !person.Scopes.Any(s => s.IsStaff))
            return ApiProblem.Of(context, StatusCodes.Status403Forbidden, texts.WordingOf(context)["Search.ExplainForStaff"]);
        if (!index.Snapshot.Ready)
            return NotReady(context, texts);
        var answer = index.Search(request.ToQuery(index));
        ListLinks.Write(context, address.Root, request.Page, Math.Clamp((answer.Total + request.PageSize - 1) / request.PageSize, 1, SearchRequest.LastPage));
        var body = SearchAnswerJson.Of(request, answer, words).ToBytes();
        if (request.Explain)
            return Explained(context, body);
        var answered = new Answered(ApiJson.Written(body), context.Response.Headers.Link.ToString(), body.Length);
        _kept.Keep(state, question, answered);
        return answered.Result;
    }

    // For one person, once.
    private static IResult Explained(HttpContext context, byte[] body)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(body, "application/json; charset=utf-8");
    }

    /// <summary>The culture asked for, also beyond those of the interface: its documents are found all the same.</summary>
    public static string CultureOf(HttpContext context) =>
        context.Request.Query["culture"] is [var tag] && CultureTag.TryNormalise(tag, out var culture) ? culture : CurrentCulture.Of(context).Tag;

    public static IResult NotReady(HttpContext context, InterfaceTexts texts)
    {
        context.Response.Headers.RetryAfter = "2";
        return ApiProblem.Of(context, StatusCodes.Status503ServiceUnavailable, texts.WordingOf(context)["Search.NotReady"]);
    }
}
