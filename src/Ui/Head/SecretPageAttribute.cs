using Microsoft.AspNetCore.Mvc.Filters;

namespace ExportPortal.Ui.Head;

/// <summary>A page whose address is a secret: it is told to no other site and no search engine.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SecretPageAttribute : ResultFilterAttribute
{
    /// <inheritdoc/>
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        context.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
