using ExportPortal.Kernel.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ExportPortal.Kernel.Hosting;

/// <summary>Refuses forms with characters that are no text, for every page at once: a database may not take them.</summary>
internal sealed class SoundFormFilter : IAsyncResourceFilter
{
    // Behind the filters of authorization, which set a page's limits of size and read the form under them.
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType
            && (await request.ReadFormAsync(context.HttpContext.RequestAborted)).Any(field => field.Value.Any(text => text is not null && !SoundText.IsSound(text))))
            context.Result = new BadRequestResult();
        else
            await next();
    }
}
