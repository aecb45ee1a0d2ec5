using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Values;
using ExportPortal.Ui.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ExportPortal.Inquiries.Shortlists;

/// <summary>
/// Notes and removes products with one click. The buttons stand on cached pages, which can't carry an antiforgery token;
/// all that a foreign page could do is to change a harmless list, and even that is refused by where the request says it comes from.
/// </summary>
internal static class ShortlistEndpoints
{
    public static void MapShortlist(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/{culture:culture}/shortlist/add", Add).DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapPost("/{culture:culture}/shortlist/remove", Remove).DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> Add(HttpContext context, string culture)
    {
        if (!OwnSite.Sent(context.Request))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await ReadProductAsync(context.Request) is not { } product)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var noted = ShortlistCookie.Read(context.Request);
        if (noted.Count >= Inquiry.MostProducts && !noted.Contains(product))
            return SeeOther(context, $"/{culture}/shortlist?full=true");
        ShortlistCookie.Write(context.Response, [.. noted.Append(product).Distinct()]);
        return SeeOther(context, $"/{culture}/shortlist?added={product}");
    }

    private static async Task<IResult> Remove(HttpContext context, string culture)
    {
        if (!OwnSite.Sent(context.Request))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await ReadProductAsync(context.Request) is not { } removed)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        ShortlistCookie.Write(context.Response, [.. ShortlistCookie.Read(context.Request).Where(p => p != removed)]);
        return SeeOther(context, $"/{culture}/shortlist");
    }

    // Null when the form can't be read or names no product.
    private static async Task<string?> ReadProductAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType && (await request.ReadFormAsync())["product"].ToString() is var product && PublicId.IsValid(product) ? product : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }

    // After a post the browser must go on with a get, whatever it was.
    private static IResult SeeOther(HttpContext context, string path)
    {
        context.Response.Headers.Location = path;
        context.Response.Headers.CacheControl = "no-store";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
