using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Revisions;

/// <summary>Reads the newest revisions of subjects, of those on the site and of those withdrawn.</summary>
internal static class NewestDrafts
{
    /// <summary>The subjects as they last were; those that were never given are left out.</summary>
    public static async Task<Dictionary<string, SubjectDraft>> ReadAsync(PortalDbContext db, string kind, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var rows = await db.Set<SubjectPart>().AsNoTracking().Where(p => p.Kind == kind && ids.Contains(p.Subject))
            .Join(db.Set<Revision>(), p => new { p.Kind, p.Subject, p.Part, Number = p.Newest }, r => new { r.Kind, r.Subject, r.Part, r.Number },
                (p, r) => new { r.Subject, r.Part, r.Content })
            .ToListAsync(cancellation);
        return rows.GroupBy(r => r.Subject, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => SubjectDraft.FromParts(g.Select(r => (r.Part, r.Content))), StringComparer.Ordinal);
    }
}
