using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Catalogue.References;

/// <summary>The present <see cref="ReferenceSet"/>: read at first use, and again after a change to a part of it.</summary>
internal sealed class ReferenceData(IServiceScopeFactory scopes) : IDisposable
{
    /// <summary>The kinds of subject it is made of.</summary>
    public static readonly IReadOnlyCollection<string> Kinds = ["sector", "market", "desk", "regime"];

    private readonly SemaphoreSlim _loading = new(1);
    private volatile ReferenceSet? _current;

    private long _edition;

    /// <summary>How often it was read.</summary>
    public long Edition => Volatile.Read(ref _edition);

    /// <summary>The set as last read; empty before the first reading.</summary>
    public ReferenceSet Current => _current ?? ReferenceSet.Empty;

    /// <summary>The set, read first if it has not been or no longer holds.</summary>
    public async ValueTask<ReferenceSet> GetAsync(CancellationToken cancellation) => _current ?? await LoadAsync(cancellation);

    /// <summary>Reads it anew.</summary>
    public async Task<ReferenceSet> LoadAsync(CancellationToken cancellation)
    {
        await _loading.WaitAsync(cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            _current = await ReadAsync(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), cancellation);
            Interlocked.Increment(ref _edition);
            return _current;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>The set as it is in a transaction.</summary>
    public static async Task<ReferenceSet> ReadAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var rows = await db.Set<Subject>().AsNoTracking().Where(s => Kinds.Contains(s.Kind)).OrderBy(s => s.Kind).ThenBy(s => s.Order)
            .Select(s => new { s.Kind, s.Content }).ToListAsync(cancellation);
        List<T> Read<T>(string kind) => [.. rows.Where(r => r.Kind == kind).Select(r => ContentJson.Read<T>(r.Content))];
        return new(Read<SectorContent>("sector"), Read<MarketContent>("market"), Read<DeskContent>("desk"), Read<RegimeContent>("regime"));
    }

    public void Dispose() => _loading.Dispose();
}
