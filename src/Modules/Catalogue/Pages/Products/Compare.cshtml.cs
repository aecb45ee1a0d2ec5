using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Pages.Products;

internal sealed class CompareModel(PortalDbContext db, PageHead head, Wording words, TimeProvider time) : PageModel
{
    public const int Most = 4;

    public IReadOnlyList<ProductPage> Products { get; private set; } = [];

    /// <summary>The rows of their sheets, in the order of the first; what only later ones have comes after.</summary>
    public IReadOnlyList<FoundText> Labels { get; private set; } = [];

    public bool LeftSomeOut { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(string[] product, CancellationToken cancellation)
    {
        var wanted = product.Where(id => !string.IsNullOrEmpty(id)).Distinct(StringComparer.Ordinal).ToArray();
        LeftSomeOut = wanted.Length > Most;
        wanted = [.. wanted.Take(Most)];
        var pages = await db.Set<PreparedPage>().Where(p => p.Kind == "product" && p.Culture == words.Culture.Tag && wanted.Contains(p.Subject))
            .ToDictionaryAsync(p => p.Subject, p => p.Page, StringComparer.Ordinal, cancellation);
        Products = [.. wanted.Where(pages.ContainsKey).Select(id => ContentJson.Read<ProductPage>(pages[id]))];
        Labels = [.. Products.SelectMany(p => p.Sheet).Select(f => f.Label).DistinctBy(l => l.Value)];
        (head.Title, head.NoIndex) = (words["Catalogue.Compare.Title"], true);
    }

    /// <summary>True unless all products have the same. Where none of a sector states it, that is no difference.</summary>
    public bool Differ(Func<ProductPage, string> held) =>
        Products.GroupBy(p => p.Sector).Where(sector => sector.Any(p => held(p).Length > 0)).SelectMany(sector => sector).Select(held).Distinct(StringComparer.Ordinal).Count() > 1;

    /// <summary>What a product's sheet has under a label; nothing where it has none.</summary>
    public static IReadOnlyList<FactValue> ValuesOf(ProductPage product, FoundText label) => product.Sheet.FirstOrDefault(f => f.Label.Value == label.Value)?.Values ?? [];

    /// <summary>The address of the comparison without one of its products.</summary>
    public string Without(ProductPage left) => AddressOf(words.Culture.Tag, Products.Where(p => p != left).Select(p => p.Id));

    /// <summary>The address that compares products.</summary>
    public static string AddressOf(string culture, IEnumerable<string> products) =>
        $"/{culture}/compare?{string.Join('&', products.Select(id => "product=" + Uri.EscapeDataString(id)))}";
}
