using ExportPortal.Kernel.Values;
using ExportPortal.Ui.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ExportPortal.Ui.Forms;

/// <summary>Refuses forms that can't be read, and those with characters that are no text, which a database may not take; for every page at once.</summary>
internal sealed class SoundFormFilter : IAsyncAuthorizationFilter, IOrderedFilter
{
    // Behind the filters that set a page's limits of size (900), before the one that looks for the form's token (1000):
    // to that one a form it can't read, for whatever reason, lacks its token.
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (await FindFaultAsync(context.HttpContext.Request) is { } status)
            context.Result = new StatusCodeResult(status);
    }

    private static async Task<int?> FindFaultAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
            return null;
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            if (form.FirstOrDefault(field => field.Value.Any(text => text is not null && !SoundText.IsSound(text))).Key is not { } unsound)
                return null;
            BadField.Name(request.HttpContext, unsound);
            return StatusCodes.Status400BadRequest;
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
