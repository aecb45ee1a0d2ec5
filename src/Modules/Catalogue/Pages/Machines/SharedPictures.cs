using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Limits;
using ExportPortal.Media.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Pages.Machines;

/// <summary>Answers with the drawn pictures of subjects' pages, one for each culture.</summary>
internal sealed class SharedPictures(PortalDbContext db, ShareCards cards, CardLists lists, ReadLimit limit, PictureAddresses addresses)
{
    /// <summary>Answers with the picture of a subject's page; a former address leads to the present one.</summary>
    public async Task<IResult> AnswerAsync(string kind, string id, string hash, HttpContext context)
    {
        var culture = CurrentCulture.Of(context).Tag;
        if (!limit.TryTake(context))
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        var json = await db.Set<PreparedPage>().Where(p => p.Kind == kind && p.Culture == culture && p.Subject == id).Select(p => p.Page).FirstOrDefaultAsync(context.RequestAborted);
        if (json is null)
            return Results.NotFound();
        SubjectPage page = kind switch
        {
            "product" => ContentJson.Read<ProductPage>(json),
            "organisation" => ContentJson.Read<OrganisationPage>(json),
            _ => ContentJson.Read<ShowroomPage>(json),
        };
        var card = addresses.CardOf(page, page is ShowroomPage showroom ? await lists.TheseAsync("product", [.. CardLists.ForCover(showroom)], context.RequestAborted) : []);
        if (card.Hash == hash)
            return await cards.AnswerAsync(card, context);
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Results.LocalRedirect(addresses.PathOf(kind, id, card));
    }
}
