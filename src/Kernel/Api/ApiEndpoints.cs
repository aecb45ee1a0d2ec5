using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Limits;
using ExportPortal.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace ExportPortal.Kernel.Api;

/// <summary>The API's addresses that are read: each counts its readers, and answers in the culture its query or the browser names.</summary>
public static class ApiEndpoints
{
    /// <summary>What every address of the API begins with.</summary>
    public const string Root = "/api/v1";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps an address below <see cref="Root"/>.</summary>
    /// <param name="endpoints">Where.</param>
    /// <param name="path">The address after <see cref="Root"/>, beginning with a slash.</param>
    /// <param name="answer">What answers GET and HEAD; services it takes find the request's culture set.</param>
    /// <param name="whileTyping">True for what is asked with every few letters.</param>
    public static RouteHandlerBuilder MapApiReading(this IEndpointRouteBuilder endpoints, string path, Delegate answer, bool whileTyping = false) =>
        endpoints.MapMethods(Root + path, Reading, answer).AddEndpointFilter((invocation, next) => LookAsync(invocation, next, whileTyping));

    private static async ValueTask<object?> LookAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next, bool whileTyping)
    {
        var context = invocation.HttpContext;
        context.Response.Headers.ContentLanguage = CurrentCulture.Of(context).Tag;
        // The browser's wish counts only where the address names no culture.
        if (context.Request.Query["culture"].Count == 0)
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        if (!context.RequestServices.GetRequiredService<ReadLimit>().TryTakeAndTell(context, whileTyping))
            return ApiProblem.Of(context, StatusCodes.Status429TooManyRequests);
        return CurrentCulture.IsMalformed(context) ? ApiProblem.Refused(context, new Refusal("Kernel.Api.Culture", "culture")) : await next(invocation);
    }
}
