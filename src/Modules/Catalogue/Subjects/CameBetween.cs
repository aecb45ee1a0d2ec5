using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Subjects;

/// <summary>
/// Looks, within the publishing transaction, whether what a batch was checked against still stands. Pictures take long to be checked, and
/// another writer may have withdrawn a firm meanwhile, or given one a product that is to be withdrawn here.
/// </summary>
internal static class CameBetween
{
    /// <summary>The subjects that can't be published as they are any more, by id, and why.</summary>
    public static async Task<Dictionary<string, Refusal>> FindAsync(PortalDbContext db, string kind, IReadOnlyList<Submission> batch, CancellationToken cancellation)
    {
        var refused = new Dictionary<string, Refusal>(StringComparer.Ordinal);
        if (kind == "product")
            foreach (var (field, owners) in new[] { ("firm", "organisation"), ("sector", "sector") })
            {
                var shown = batch.Where(s => !s.Withdraws).Select(s => (s.Id, Owner: s.Line[field]!.GetValue<string>())).ToArray();
                var wanted = shown.Select(s => s.Owner).Distinct().ToArray();
                var live = await db.Set<Subject>().Where(s => s.Kind == owners && wanted.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellation);
                foreach (var (id, owner) in shown.Where(s => !live.Contains(s.Owner)))
                    refused[id] = new("Catalogue.Feed.UnknownReference", field, ("id", owner));
            }
        else if (kind is "organisation" or "sector" && batch.Where(s => s.Withdraws).Select(s => s.Id).ToArray() is { Length: > 0 } leaving)
        {
            var products = db.Set<Subject>().Where(s => s.Kind == "product");
            var used = kind == "sector" ? products.Where(p => leaving.Contains(p.Sector!)).Select(p => p.Sector!) : products.Where(p => leaving.Contains(p.Owner!)).Select(p => p.Owner!);
            foreach (var id in await used.Distinct().ToListAsync(cancellation))
                refused[id] = new("Catalogue.Feed.StillInUse", "withdrawn", ("id", id));
        }
        return refused;
    }
}
