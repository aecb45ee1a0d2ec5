using System.Globalization;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Kernel.Api;

/// <summary>Refusals and faults of the API: problem details (RFC 9457) in the reader's culture.</summary>
public static class ApiProblem
{
    // The title says what there is to say; a type of our own would only repeat it.
    private const string NoType = "about:blank";

    private static readonly int[] Named = [400, 404, 405, 410, 413, 415, 429, 500, 503];

    /// <summary>A problem told by its status alone.</summary>
    public static IResult Of(HttpContext context, int status) => Of(context, status, TitleOf(context, status));

    /// <summary>A problem with a title of its own.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="title">A sentence in the request's culture.</param>
    /// <param name="refusals">What is wrong; those that name a field stand under <c>errors</c>.</param>
    public static IResult Of(HttpContext context, int status, string title, params IReadOnlyList<Refusal> refusals)
    {
        var words = WordingOf(context);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentLanguage = words.Culture.Tag;
        var errors = refusals.Where(r => r.Field is not null).GroupBy(r => r.Field!, words.Explain).ToDictionary(f => f.Key, f => f.ToArray(), StringComparer.Ordinal);
        return Results.Problem(type: NoType, title: title, statusCode: status,
            extensions: errors.Count > 0 ? new Dictionary<string, object?> { ["errors"] = errors } : null);
    }

    /// <summary>Something in the address is malformed: 400 with the fields named.</summary>
    public static IResult Refused(HttpContext context, params IReadOnlyList<Refusal> refusals) =>
        Of(context, StatusCodes.Status400BadRequest, WordingOf(context)["Kernel.Api.Refused"], refusals);

    /// <summary>Puts the host's own problems, such as an unknown address, into the reader's culture.</summary>
    internal static void Localise(ProblemDetailsContext problem)
    {
        if (problem.ProblemDetails.Type == NoType)
            return;
        (problem.ProblemDetails.Type, problem.ProblemDetails.Title) = (NoType, TitleOf(problem.HttpContext, problem.ProblemDetails.Status ?? problem.HttpContext.Response.StatusCode));
        problem.HttpContext.Response.Headers.ContentLanguage = CurrentCulture.Of(problem.HttpContext).Tag;
    }

    private static string TitleOf(HttpContext context, int status) =>
        WordingOf(context)["Kernel.Problem." + (Named.Contains(status) ? status.ToString(CultureInfo.InvariantCulture) : status < 500 ? "400" : "500")];

    private static Wording WordingOf(HttpContext context) => context.RequestServices.GetRequiredService<InterfaceTexts>().WordingOf(context);
}
