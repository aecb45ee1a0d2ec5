using System.Collections.Concurrent;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Catalogue.Searching;

/// <summary>The names of published organisations, held for labels of facets.</summary>
internal sealed class FirmNames(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<string, LocalizedText> _names = new(StringComparer.Ordinal);

    private long _edition;

    /// <summary>How often names were read.</summary>
    public long Edition => Volatile.Read(ref _edition);

    /// <summary>The name for a reader of a culture; null for an unknown organisation.</summary>
    public FoundText? Find(string id, string culture) => _names.GetValueOrDefault(id)?.For(culture);

    /// <summary>Reads all names.</summary>
    public Task LoadAsync(CancellationToken cancellation) => ReadAsync(_ => true, cancellation);

    /// <summary>Reads the names of these organisations again.</summary>
    public async Task RefreshAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        foreach (var id in ids)
            _names.TryRemove(id, out _);
        await ReadAsync(s => ids.Contains(s.Id), cancellation);
    }

    private async Task ReadAsync(System.Linq.Expressions.Expression<Func<Subject, bool>> which, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var contents = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Set<Subject>().AsNoTracking()
            .Where(s => s.Kind == "organisation").Where(which).Select(s => s.Content).AsAsyncEnumerable();
        await foreach (var content in contents.WithCancellation(cancellation))
            if (ContentJson.Read<OrganisationContent>(content) is var organisation)
                _names[organisation.Id] = organisation.Names;
        Interlocked.Increment(ref _edition);
    }
}
