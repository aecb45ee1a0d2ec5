using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Catalogue.Pages.Products;

/// <summary>Finds products like one: those of its sector that share words of its name, then others of the sector.</summary>
internal sealed class FindRelated(ISearchIndex index, Wording words, PageSources sources)
{
    private const int Most = 4;

    public IReadOnlyList<Card> Run(ProductPage product)
    {
        Card[] related = [.. index.Similar(new("product", product.Name.Value, words.Culture.Tag, new("sector", product.Sector), product.Id, Most)).Select(h => h.ToCard(words))];
        // Those it shows, not all of its sector: that a later product would be a better neighbour can wait until the page is made anew.
        foreach (var card in related)
            sources.Add("product", card.Id);
        return related;
    }
}
