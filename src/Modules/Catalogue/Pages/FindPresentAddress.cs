using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Slugs;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Texts;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Pages;

/// <summary>Finds where a subject's page is, for an address at which there is none, or none any longer.</summary>
internal sealed class FindPresentAddress(PortalDbContext db, Wording words)
{
    /// <summary>The path for good if the slug is or was the subject's in any culture, or is its id; null if nothing is there.</summary>
    public async Task<string?> RunAsync(string kind, string slug, CancellationToken cancellation)
    {
        var culture = words.Culture.Tag;
        var text = slug.Normalize().ToLowerInvariant();
        var owners = await db.Set<Slug>().Where(s => s.Kind == kind && s.Text == text).Select(s => new { s.Culture, s.Subject, s.Current }).ToListAsync(cancellation);
        // One slug may stand for different subjects in different cultures: the reader's own culture decides, then its chain.
        var chain = PortalCultures.Chain(culture).ToList();
        var subject = owners.OrderBy(o => chain.IndexOf(o.Culture) is >= 0 and var at ? at : int.MaxValue).ThenByDescending(o => o.Current).FirstOrDefault()?.Subject ?? text;
        var current = await db.Set<PreparedPage>().Where(p => p.Kind == kind && p.Culture == culture && p.Subject == subject).Select(p => p.Slug).FirstOrDefaultAsync(cancellation);
        return current is null || current == slug ? null : $"/{culture}/{kind}s/{Uri.EscapeDataString(current)}";
    }
}
