using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace ExportPortal.Kernel.Hosting;

/// <summary>Refuses requests that a page has no handler for, such as TRACE or a form sent to a page without one: it would be shown without what it is about.</summary>
internal sealed class HandledMethodFilter : IPageFilter
{
    private const string Readings = "GET, HEAD";

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        // Plain pages need no handler to be read, and the framework answers OPTIONS itself.
        if (context.HandlerMethod is not null || HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method))
            return;
        context.HttpContext.Response.Headers.Append(HeaderNames.Allow, Readings);
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
