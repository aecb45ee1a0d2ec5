using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Texts;

namespace ExportPortal.Catalogue.Pages;

/// <summary>Finds the prepared row behind an address of a subject's page.</summary>
internal sealed class FindSubjectPage(PageRows rows, Wording words, PageSources sources)
{
    /// <summary>The page; null when the address is not, or no longer, that of a page.</summary>
    public async Task<T?> RunAsync<T>(string kind, string slug, CancellationToken cancellation) where T : SubjectPage
    {
        if (await rows.FindAsync(kind, words.Culture.Tag, slug, cancellation) is not { } json)
            return null;
        var page = ContentJson.ReadUtf8<T>(json);
        sources.Add(kind, page.Id);
        return page;
    }
}
