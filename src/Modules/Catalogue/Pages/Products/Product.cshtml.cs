using ExportPortal.Catalogue.Pages.Machines;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;
using ExportPortal.Media.Contracts;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Catalogue.Pages.Products;

[CachedPage]
internal sealed class ProductModel(FindSubjectPage find, CardLists lists, PageHead head, Wording words, TimeProvider time) : PageModel
{
    public ProductPage Product { get; private set; } = null!;

    public IReadOnlyList<Card> Related { get; private set; } = [];

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await find.RunAsync<ProductPage>("product", slug, cancellation) is not { } product)
            return await find.ElsewhereAsync("product", slug, cancellation);
        Product = product;
        Related = lists.Related(product);
        head.Description = product.Summary?.Value ?? "";
        if (product.Images.FirstOrDefault(i => i.FileMedia is not null) is { FileMedia: { } file } image)
        {
            var width = Math.Min(StructuredCatalogue.PictureWidth, file.Width);
            head.Picture = new(MediaAddress.Picture(file.Key, StructuredCatalogue.PictureWidth, "jpg"), width, file.Height * width / file.Width, image.Alt?.For(words.Culture.Tag)?.Value ?? product.Name.Value);
        }
        head.Trail = [new(product.SectorName, $"/{words.Culture.Tag}/sectors/{product.Sector}")];
        return Page();
    }
}
