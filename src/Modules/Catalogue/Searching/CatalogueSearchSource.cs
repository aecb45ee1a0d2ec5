using System.Runtime.CompilerServices;
using ExportPortal.Catalogue.Codes;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Slugs;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using ExportPortal.Search.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Catalogue.Searching;

/// <summary>Gives products, organisations and showrooms to the search index.</summary>
internal sealed class CatalogueSearchSource(IServiceScopeFactory scopes, ReferenceData references, DocumentMaker documents) : ISearchSource
{
    private const int BatchSize = 200;

    public IReadOnlyCollection<string> Kinds { get; } = ["product", "organisation", "showroom"];

    public string Form => $"{DocumentMaker.Form}-{ClassNames.Version}";

    public async IAsyncEnumerable<SearchDocument> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var set = await references.LoadAsync(cancellation);
        foreach (var kind in Kinds)
            for (var after = 0L; ;)
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
                var rows = await db.Set<Subject>().AsNoTracking().Where(s => s.Kind == kind && s.Order > after).OrderBy(s => s.Order).Take(BatchSize).ToListAsync(cancellation);
                foreach (var document in await MakeAsync(db, kind, rows, set, cancellation))
                    yield return document;
                if (rows.Count < BatchSize)
                    break;
                after = rows[^1].Order;
            }
    }

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(string kind, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var wanted = ids.ToArray();
        var rows = await db.Set<Subject>().AsNoTracking().Where(s => s.Kind == kind && wanted.Contains(s.Id)).ToListAsync(cancellation);
        // Read anew: a sheet may have come with the same import, and whoever keeps the set may not have looked since.
        return rows.Count == 0 ? [] : await MakeAsync(db, kind, rows, await references.LoadAsync(cancellation), cancellation);
    }

    private async Task<IReadOnlyList<SearchDocument>> MakeAsync(PortalDbContext db, string kind, List<Subject> rows, ReferenceSet set, CancellationToken cancellation)
    {
        var ids = rows.Select(r => r.Id).ToArray();
        var contents = rows.Select(r => (Row: r, Content: SubjectContents.Read(kind, r.Content))).ToArray();
        var firms = await FirmsOf.ReadAsync(db, [.. contents.Select(c => c.Content)], cancellation);
        var slugs = (await db.Set<Slug>().AsNoTracking().Where(s => s.Kind == kind && s.Current && ids.Contains(s.Subject)).ToListAsync(cancellation)).ToLookup(s => s.Subject, StringComparer.Ordinal);
        // A product whose firm is not published is not shown either.
        var shown = contents.Where(c => c.Content is not ProductContent product || firms.ContainsKey(product.Firm));
        return [.. shown.Select(c => documents.Make(c.Content, set, slugs[c.Row.Id].ToDictionary(s => s.Culture, s => s.Text, StringComparer.Ordinal),
            c.Content is ProductContent product ? firms[product.Firm].Content : null, c.Row.FirstPublished))];
    }
}
