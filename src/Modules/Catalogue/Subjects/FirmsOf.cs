using System.Collections.Concurrent;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Slugs;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Subjects;

/// <summary>The firm behind products.</summary>
/// <param name="Content">The firm.</param>
/// <param name="Slugs">Its current slugs, by culture.</param>
internal sealed record FirmOf(OrganisationContent Content, IReadOnlyDictionary<string, string> Slugs)
{
    /// <summary>Its cards as made, by culture: the products of a firm show the same one.</summary>
    public ConcurrentDictionary<string, Card> Cards { get; } = new(StringComparer.Ordinal);
}

/// <summary>Reads the firms behind products.</summary>
internal static class FirmsOf
{
    public static async Task<Dictionary<string, FirmOf>> ReadAsync(PortalDbContext db, IReadOnlyCollection<SubjectContent> subjects, CancellationToken cancellation)
    {
        var ids = subjects.OfType<ProductContent>().Select(p => p.Firm).Distinct().ToArray();
        if (ids.Length == 0)
            return [];
        var contents = await db.Set<Subject>().AsNoTracking().Where(s => s.Kind == "organisation" && ids.Contains(s.Id)).Select(s => s.Content).ToListAsync(cancellation);
        var slugs = await db.Set<Slug>().AsNoTracking().Where(s => s.Kind == "organisation" && s.Current && ids.Contains(s.Subject)).ToListAsync(cancellation);
        return contents.Select(ContentJson.Read<OrganisationContent>).ToDictionary(
            f => f.Id,
            f => new FirmOf(f, slugs.Where(s => s.Subject == f.Id).ToDictionary(s => s.Culture, s => s.Text, StringComparer.Ordinal)),
            StringComparer.Ordinal);
    }
}
