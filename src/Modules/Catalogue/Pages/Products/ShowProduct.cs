using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Catalogue.Pages.Products;

/// <summary>Answers with a product's page, which is the page most asked for: it writes itself.</summary>
internal sealed class ShowProduct(FindSubjectPage find, SubjectHead head, MakeProductBody make, PageWriter writer, Wording words)
{
    public async Task RunAsync(HttpContext context)
    {
        var slug = (string)context.Request.RouteValues["slug"]!;
        if (await find.RunAsync<ProductPage>("product", slug, context.RequestAborted) is not { } product)
        {
            var path = await find.ElsewhereAsync("product", slug, context.RequestAborted);
            await (path is null ? Results.NotFound() : Results.LocalRedirect(path, permanent: true)).ExecuteAsync(context);
            return;
        }
        head.Fill(product, product.Summary?.Value ?? "", new(product.SectorName, $"/{words.Culture.Tag}/sectors/{product.Sector}"));
        head.Head.MainClass = $"hue-{product.Sector}";
        await writer.WriteAsync(context, make.Run(product), words);
    }
}

/// <summary>The address of a product's page.</summary>
internal static class ProductAddress
{
    public static void MapProduct(this IEndpointRouteBuilder endpoints) => endpoints
        .MapMethods("/{culture:culture}/products/{slug}", [HttpMethods.Get, HttpMethods.Head], context => context.RequestServices.GetRequiredService<ShowProduct>().RunAsync(context))
        .WithMetadata(new CachedPageAttribute()).ExcludeFromDescription();
}
