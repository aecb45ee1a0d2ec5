using System.Globalization;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Ui.Errors;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Content.Pages.Errors;

// The host runs this page in place of an answer without content, as a reading whatever the request was.
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel(PageHead head) : PageModel
{
    private static readonly int[] Known = [400, 401, 403, 404, 405, 413, 429, 503];

    /// <summary>Which text to show.</summary>
    public int Shown { get; private set; } = StatusCodes.Status500InternalServerError;

    /// <summary>The field that made the request a bad one; null when it is not known.</summary>
    public string? Field => BadField.Of(HttpContext);

    /// <summary>How much a form may hold here, in megabytes; 0 when that is not known.</summary>
    public long MostMegabytes => (HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? 0) / (1024 * 1024);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var status = RouteData.Values["status"] is string given && int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 400 and <= 599
            ? code : StatusCodes.Status500InternalServerError;
        // Somebody who types this page's own address gets what there is there: nothing.
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null && HttpContext.Features.Get<IExceptionHandlerFeature>() is null)
            status = StatusCodes.Status404NotFound;
        Response.StatusCode = status;
        Shown = Known.Contains(status) ? status : status < 500 ? StatusCodes.Status400BadRequest : StatusCodes.Status500InternalServerError;
        head.NoIndex = head.NoTrail = true;
        head.Paths = PortalCultures.All.ToDictionary(c => c.Tag, c => $"/{c.Tag}/", StringComparer.Ordinal);
    }
}
