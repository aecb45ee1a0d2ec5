using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Slugs;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Catalogue.Pages;

/// <summary>Finds the prepared row behind an address of a subject's page, or where the subject is now.</summary>
internal sealed class FindSubjectPage(PageRows rows, Wording words, PageSources sources, IServiceProvider services)
{
    private string Culture => words.Culture.Tag;

    /// <summary>The page; null when the address is not, or no longer, that of a page.</summary>
    public async Task<T?> RunAsync<T>(string kind, string slug, CancellationToken cancellation) where T : SubjectPage
    {
        if (await rows.FindAsync(kind, Culture, slug, cancellation) is not { } json)
            return null;
        var page = ContentJson.ReadUtf8<T>(json);
        sources.Add(kind, page.Id);
        return page;
    }

    /// <summary>For an address without a page, the path for good if the slug is or was the subject's in any culture, or is its id; null if nothing is there.</summary>
    public async Task<string?> ElsewhereAsync(string kind, string slug, CancellationToken cancellation)
    {
        // Made only here: hardly any page needs it.
        var db = services.GetRequiredService<PortalDbContext>();
        var text = slug.Normalize().ToLowerInvariant();
        var owners = await db.Set<Slug>().Where(s => s.Kind == kind && s.Text == text).Select(s => new { s.Culture, s.Subject, s.Current }).ToListAsync(cancellation);
        // One slug may stand for different subjects in different cultures: the reader's own culture decides, then its chain.
        var chain = PortalCultures.Chain(Culture).ToList();
        var subject = owners.OrderBy(o => chain.IndexOf(o.Culture) is >= 0 and var at ? at : int.MaxValue).ThenByDescending(o => o.Current).FirstOrDefault()?.Subject ?? text;
        var current = await db.Set<PreparedPage>().Where(p => p.Kind == kind && p.Culture == Culture && p.Subject == subject).Select(p => p.Slug).FirstOrDefaultAsync(cancellation);
        return current is null || current == slug ? null : $"/{Culture}/{kind}s/{Uri.EscapeDataString(current)}";
    }
}
