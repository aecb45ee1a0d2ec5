using System.Runtime.CompilerServices;
using ExportPortal.Catalogue.Slugs;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Ui.Machines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Catalogue.Pages.Machines;

/// <summary>The pages of the published subjects of one kind, in the order of their first publication, so that a page keeps its part.</summary>
internal sealed class SubjectSitemap(string kind, IServiceScopeFactory scopes) : ISitemapSource
{
    private const int PartSize = 5000;
    private const int BatchSize = 500;

    public string Name => kind + "s";

    public IReadOnlyCollection<string> Kinds => [kind];

    public async Task<int> CountPartsAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var last = await Subjects(scope).MaxAsync(s => (long?)s.Order, cancellation) ?? 1;
        return (int)((last - 1) / PartSize) + 1;
    }

    public async IAsyncEnumerable<SitemapEntry> ReadAsync(int part, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var slugs = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Set<Slug>().AsNoTracking();
        for (long after = (part - 1) * (long)PartSize, end = after + PartSize; after < end; after += BatchSize)
        {
            var upTo = after + BatchSize;
            var subjects = await Subjects(scope).Where(s => s.Order > after && s.Order <= upTo).OrderBy(s => s.Order).Select(s => new { s.Id, s.Published }).ToListAsync(cancellation);
            // By their ids, not by a query within the query, for which SQLite would walk through all slugs.
            var ids = subjects.Select(s => s.Id).ToArray();
            var current = (await slugs.Where(s => s.Kind == kind && ids.Contains(s.Subject) && s.Current).ToListAsync(cancellation))
                .Where(s => PortalCultures.Find(s.Culture) is not null).ToLookup(s => s.Subject, StringComparer.Ordinal);
            foreach (var subject in subjects.Where(s => current.Contains(s.Id)))
                yield return new(current[subject.Id].ToDictionary(s => s.Culture, s => $"/{s.Culture}/{kind}s/{Uri.EscapeDataString(s.Text)}", StringComparer.Ordinal), subject.Published);
        }
    }

    private IQueryable<Subject> Subjects(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<PortalDbContext>().Set<Subject>().AsNoTracking().Where(s => s.Kind == kind);
}
