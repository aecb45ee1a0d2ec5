using ExportPortal.Kernel.Api;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.Texts;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Index;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Search.Api;

/// <summary>Answers <c>GET /api/v1/search</c>.</summary>
internal sealed class SearchApi(SearchIndex index, SearchRequestReader reader, FacetWords words, InterfaceTexts texts)
{
    public IResult Answer(HttpContext context, PublicAddress address)
    {
        var refusals = new List<Refusal>();
        var request = reader.Read(context.Request.Query, CultureOf(context), refusals);
        if (refusals.Count > 0)
            return ApiProblem.Refused(context, refusals);
        if (!index.Snapshot.Ready)
            return NotReady(context, texts);
        var answer = index.Search(request.ToQuery(index));
        ListLinks.Write(context, address.Root, request.Page, Math.Clamp((answer.Total + request.PageSize - 1) / request.PageSize, 1, SearchRequest.LastPage));
        return ApiJson.Written(SearchAnswerJson.Of(request, answer, words).ToBytes());
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
