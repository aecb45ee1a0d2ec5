using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Catalogue.Pages.Products;

[CachedPage]
internal sealed class ProductModel(FindSubjectPage find, CardLists lists, SubjectHead head, Wording words, TimeProvider time) : PageModel
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
        head.Fill(product, product.Summary?.Value ?? "", new(product.SectorName, $"/{words.Culture.Tag}/sectors/{product.Sector}"));
        return Page();
    }
}
