using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;
using ExportPortal.Search.Contracts;
using ExportPortal.Ui.Slots;

namespace ExportPortal.Catalogue.Pages.Products;

/// <summary>Brings together what a product's page shows besides its row: products like it, today's date, what modules above add.</summary>
internal sealed class MakeProductBody(ISearchIndex index, PageSources sources, SlotParts slots, Wording words, TimeProvider time)
{
    private const int Related = 4;

    public ProductBody Run(ProductPage product) => new(product, FindRelated(product), words, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))
    {
        Ask = slots.Of(SlotNames.Ask, new("product", product.Id, product.Name), words),
    };

    // Those of its sector that share words of its name, then others of the sector.
    private Card[] FindRelated(ProductPage product)
    {
        Card[] related = [.. index.Similar(new("product", product.Name.Value, words.Culture.Tag, new("sector", product.Sector), product.Id, Related)).Select(h => h.ToCard(words))];
        // Those it shows, not all of its sector: that a later product would be a better neighbour can wait until the page is made anew.
        foreach (var card in related)
            sources.Add("product", card.Id);
        return related;
    }
}
