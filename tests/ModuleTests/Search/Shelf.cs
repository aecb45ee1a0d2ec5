using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ExportPortal.Kernel.Database;
using ExportPortal.Search.Contracts;
using ExportPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Search;

/// <summary>A source of documents that tests put there and take away.</summary>
internal sealed class Shelf : ISearchSource
{
    public const string Kind = "thing";

    private readonly ConcurrentDictionary<string, SearchDocument> _things = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Kinds { get; } = [Kind];

    public string Form { get; set; } = "1";

    /// <summary>How often everything was read.</summary>
    public int FullReadings { get; private set; }

    /// <summary>Full readings wait here before their end.</summary>
    public SemaphoreSlim? Gate { get; set; }

    /// <summary>Readings that fail first.</summary>
    public int Faults { get; set; }

    public void Put(string id, string name) => _things[id] = new()
    {
        Kind = Kind,
        Id = id,
        Texts = [new(SearchField.Name, "en", name)],
        Cards = [new() { Culture = "en", Name = name, Path = $"things/{id}" }],
    };

    public void Take(string id) => _things.TryRemove(id, out _);

    public async IAsyncEnumerable<SearchDocument> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        Stumble();
        FullReadings++;
        foreach (var thing in _things.Values)
            yield return thing;
        if (Gate is { } gate)
            await gate.WaitAsync(cancellation);
    }

    public Task<IReadOnlyList<SearchDocument>> ReadAsync(string kind, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        Stumble();
        return Task.FromResult<IReadOnlyList<SearchDocument>>([.. ids.Where(_things.ContainsKey).Select(id => _things[id])]);
    }

    /// <summary>Announces changes, as the process that made them would.</summary>
    public static Task AnnounceAsync(TemporaryPortal portal, string kind, params string[] ids) => portal.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        foreach (var id in ids)
            db.Announce(kind, id);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private void Stumble()
    {
        if (Faults-- > 0)
            throw new InvalidOperationException("The shelf is out of reach.");
    }
}
