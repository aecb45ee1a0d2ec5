using ExportPortal.Kernel.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ExportPortal.Kernel.Hosting;

/// <summary>Refuses forms that can't be read, and those with characters that are no text, which a database may not take; for every page at once.</summary>
internal sealed class SoundFormFilter : IAsyncResourceFilter
{
    // Behind the filters of authorization, which set a page's limits of size and read the form under them.
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (await FindFaultAsync(context.HttpContext.Request) is { } status)
            context.Result = new StatusCodeResult(status);
        else
            await next();
    }

    private static async Task<int?> FindFaultAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
            return null;
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.Any(field => field.Value.Any(text => text is not null && !SoundText.IsSound(text))) ? StatusCodes.Status400BadRequest : null;
        }
        catch (BadHttpRequestException fault)
        {
            return fault.StatusCode;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
