using System.Diagnostics.Metrics;
using ExportPortal.Kernel.Api;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Measuring;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.People;
using ExportPortal.Kernel.Texts;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;
using ExportPortal.Search.Keeping;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ExportPortal.Search.Api;

/// <summary>Answers <c>GET /api/v1/search</c>.</summary>
internal sealed class SearchApi(SearchIndex index, SearchRequestReader reader, FacetWords words, InterfaceTexts texts, IOptions<SearchOptions> options)
{
    // What an answer takes beside its letters: objects, the tag, its place.
    private const int Overhead = 500;

    private static readonly Counter<long> Kept = PortalMeter.Meter.CreateCounter<long>("portal.search.kept", "{answer}", "Answers of the search API that were sent again without a search");

    // Whatever an answer depends on beside the state of index and names: what is read of the request, in one spelling.
    private readonly record struct Question(string Query, string Culture, bool IsCut);

    // Both only rise.
    private readonly record struct State(long Content, long Names) : IComparable<State>
    {
        public int CompareTo(State other) => (Content, Names).CompareTo((other.Content, other.Names));
    }

    private sealed record Answered(IResult Result, int Pages, int Length);

    private readonly KeptAnswers<State, Question, Answered> _kept = new(options.Value.KeptMegabytes * 1024L * 1024,
        (question, answer) => Overhead + answer.Length + 2 * question.Query.Length);

    public IResult Answer(HttpContext context, PublicAddress address, ICurrentPerson person)
    {
        var refusals = new List<Refusal>();
        var request = reader.Read(context.Request.Query, CultureOf(context), refusals);
        var explain = ReadExplain(context.Request.Query["explain"], refusals);
        if (refusals.Count > 0)
            return ApiProblem.Refused(context, refusals);
        if (explain && !person.Scopes.Any(s => s.IsStaff))
            return ApiProblem.Of(context, StatusCodes.Status403Forbidden, texts.WordingOf(context)["Search.ExplainForStaff"]);
        if (!index.Snapshot.Ready)
            return NotReady(context, texts);
        // In which order choices are told says nothing.
        request = request with { Chosen = [.. request.Chosen.OrderBy(c => c.Facet, StringComparer.Ordinal).ThenBy(c => c.Value, StringComparer.Ordinal)] };
        var answered = explain ? Explain(request) : FindOrSearch(request);
        // For one person, once.
        if (explain)
            context.Response.Headers.CacheControl = "no-store";
        ListLinks.Write(context, address.Root, request.Page, answered.Pages);
        return answered.Result;
    }

    private static bool ReadExplain(StringValues given, List<Refusal> refusals)
    {
        if (given is not ([] or ["true"] or ["false"]))
            refusals.Add(new("Search.Refused.Explain", "explain"));
        return given is ["true"];
    }

    private Answered FindOrSearch(SearchRequest request)
    {
        var question = new Question(SearchLinks.QueryOf(request), request.Culture, request.TextCut);
        var state = new State(index.Snapshot.Content, words.Edition);
        if (_kept.Find(state, question) is { } kept)
        {
            Kept.Add(1);
            return kept;
        }
        var answered = Search(request, request.ToQuery(index), body => ApiJson.Written(body));
        _kept.Keep(state, question, answered);
        return answered;
    }

    private Answered Explain(SearchRequest request) =>
        Search(request, request.ToQuery(index) with { Explain = true }, body => Results.Bytes(body, "application/json; charset=utf-8"));

    private Answered Search(SearchRequest request, SearchQuery query, Func<byte[], IResult> toResult)
    {
        var answer = index.Search(query);
        var body = SearchAnswerJson.Of(request, answer, words).ToBytes();
        return new(toResult(body), Math.Clamp((answer.Total + request.PageSize - 1) / request.PageSize, 1, SearchRequest.LastPage), body.Length);
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
