using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Slugs;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Preparing;

/// <summary>Prepares pages again when what they depend on has changed, or the calendar has.</summary>
internal sealed class StalePages(PagePreparer preparer, TimeProvider time)
{
    private const int BatchSize = 100;

    /// <summary>Marks the pages that show something of these subjects. Runs within the publishing transaction; the work itself comes after.</summary>
    public async Task MarkDependentsAsync(PortalDbContext db, string kind, string[] ids, CancellationToken cancellation)
    {
        var products = db.Set<Subject>().Where(s => s.Kind == "product");
        var dependents = kind switch
        {
            "organisation" => products.Where(p => ids.Contains(p.Owner!)),
            "sector" => products.Where(p => ids.Contains(p.Sector!)),
            "market" or "regime" => products,
            _ => null,
        };
        if (dependents is null)
            return;
        var now = time.GetUtcNow();
        await db.Set<PreparedPage>().Where(p => p.Kind == "product" && dependents.Any(d => d.Id == p.Subject))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.StaleAt, now), cancellation);
    }

    /// <summary>Prepares a batch of stale pages in a transaction of its own. False when none was stale.</summary>
    public async Task<bool> PrepareSomeAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // A release that knows another form prepares anew what a former one left.
        var rows = db.Set<PreparedPage>().Where(p => p.StaleAt <= now || p.Form < PreparedPage.PresentForm);
        if (!await rows.AnyAsync(cancellation))
            return false;
        await using var transaction = await db.BeginOrderedAsync(cancellation);
        var set = await ReferenceData.ReadAsync(db, cancellation);
        var stale = await rows.Select(p => new { p.Kind, p.Subject }).Distinct().Take(BatchSize).ToListAsync(cancellation);
        foreach (var group in stale.GroupBy(s => s.Kind))
            await PrepareAsync(db, group.Key, [.. group.Select(s => s.Subject)], set, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return true;
    }

    private async Task PrepareAsync(PortalDbContext db, string kind, string[] ids, ReferenceSet set, CancellationToken cancellation)
    {
        var contents = (await db.Set<Subject>().AsNoTracking().Where(s => s.Kind == kind && ids.Contains(s.Id)).Select(s => s.Content).ToListAsync(cancellation))
            .ConvertAll(json => SubjectContents.Read(kind, json));
        var firms = await FirmsOf.ReadAsync(db, contents, cancellation);
        var slugs = (await db.Set<Slug>().AsNoTracking().Where(s => s.Kind == kind && s.Current && ids.Contains(s.Subject)).ToListAsync(cancellation)).ToLookup(s => s.Subject, StringComparer.Ordinal);
        var rows = (await db.Set<PreparedPage>().Where(p => p.Kind == kind && ids.Contains(p.Subject)).ToListAsync(cancellation)).ToDictionary(p => (p.Subject, p.Culture));
        var pages = contents.OnAllCores(subject => preparer.Prepare(kind, subject, new(set,
            slugs[subject.Id].ToDictionary(s => s.Culture, s => s.Text, StringComparer.Ordinal), subject is ProductContent product ? firms[product.Firm] : null)).ToArray(), cancellation);
        foreach (var page in pages.SelectMany(p => p))
            if (rows.Remove((page.Subject, page.Culture), out var row))
                row.Take(page);
        foreach (var subject in contents)
            db.Announce(kind, subject.Id);
        // What is left belongs to subjects that are no longer live.
        db.RemoveRange(rows.Values);
    }
}
