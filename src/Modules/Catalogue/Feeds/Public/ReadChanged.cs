using System.Text.Json;
using ExportPortal.Catalogue.Revisions;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Feeds.Public;

/// <summary>A subject that changed and is on the site.</summary>
/// <param name="Id">Its public id.</param>
/// <param name="First">The position of its first change.</param>
/// <param name="WasTold">Whether it was on the site before, and did not leave it meanwhile.</param>
internal sealed record ChangedSubject(string Id, long First, bool WasTold);

/// <summary>What changed of one kind of subject.</summary>
/// <param name="Live">On the site, in the order of first publication.</param>
/// <param name="Gone">Those that were on the site and are no more.</param>
/// <param name="Unseen">Those that came and went, and that lines may name all the same.</param>
internal sealed record ChangedKind(IReadOnlyList<ChangedSubject> Live, IReadOnlyList<string> Gone, IReadOnlyList<string> Unseen);

/// <summary>
/// Finds what changed after an entry of the change log. All of a transaction has one instant, later than every entry before it, so
/// instants tell what is after an entry.
/// </summary>
internal sealed class ReadChanged(PortalDbContext db, ChangeLog log)
{
    private const int BatchSize = 500;

    /// <summary>
    /// True for kinds that lines may name though they are not on the site: products list markets, markets desks. Those that came and went
    /// are told of as well, whoever knew them.
    /// </summary>
    public static bool MayBeNamed(string kind) => kind is "sector" or "regime" or "desk" or "market";

    /// <summary>
    /// What changed of one kind. Others than those that <see cref="MayBeNamed"/> count as on the site only if they were there at the entry
    /// <paramref name="until"/> and since.
    /// </summary>
    public async Task<ChangedKind> RunAsync(string kind, Change since, Change until, CancellationToken cancellation)
    {
        var live = new List<(ChangedSubject Subject, long Order)>();
        var (gone, unseen) = (new List<string>(), new List<string>());
        var mayBeNamed = MayBeNamed(kind);
        foreach (var batch in (await log.SubjectsAsync(kind, since.Position, cancellation)).Chunk(BatchSize))
        {
            var ids = batch.Select(b => b.Subject).ToArray();
            var rows = await db.Set<Subject>().Where(s => s.Kind == kind && ids.Contains(s.Id) && (mayBeNamed || s.FirstPublished <= until.At)).Select(s => new { s.Id, s.Order, s.FirstPublished }).ToDictionaryAsync(s => s.Id, StringComparer.Ordinal, cancellation);
            var told = await ToldAsync(kind, [.. ids.Where(id => !rows.ContainsKey(id))], since.At, cancellation);
            foreach (var (id, first) in batch)
                if (rows.TryGetValue(id, out var row))
                    live.Add((new(id, first, row.FirstPublished <= since.At), row.Order));
                else if (told.Contains(id))
                    gone.Add(id);
                else if (mayBeNamed)
                    unseen.Add(id);
        }
        return new([.. live.OrderBy(s => s.Order).Select(s => s.Subject)], gone, unseen);
    }

    /// <summary>The cultures in which subjects' texts changed after an entry: only those can have lost one.</summary>
    public async Task<ILookup<string, string>> CulturesAsync(string kind, string[] ids, Change since, CancellationToken cancellation)
    {
        var rows = await db.Set<Revision>().Where(r => r.Kind == kind && r.Part != Revision.Shared && ids.Contains(r.Subject) && r.At > since.At)
            .Select(r => new { r.Subject, r.Part }).Distinct().ToListAsync(cancellation);
        return rows.ToLookup(r => r.Subject, r => r.Part, StringComparer.Ordinal);
    }

    // Who holds the catalogue as it was at that entry knows these. Every publication and withdrawal revises the shared part; the last revision until then tells which it was.
    private async Task<HashSet<string>> ToldAsync(string kind, string[] ids, DateTimeOffset at, CancellationToken cancellation)
    {
        if (ids.Length == 0)
            return [];
        var last = await db.Set<Revision>().Where(r => r.Kind == kind && r.Part == Revision.Shared && ids.Contains(r.Subject) && r.At <= at)
            .GroupBy(r => r.Subject).Select(g => new { Subject = g.Key, Number = g.Max(r => r.Number) })
            .Join(db.Set<Revision>().Where(r => r.Kind == kind && r.Part == Revision.Shared), g => new { g.Subject, g.Number }, r => new { r.Subject, r.Number }, (g, r) => new { g.Subject, r.Content })
            .ToListAsync(cancellation);
        return last.Where(r => !IsWithdrawn(r.Content)).Select(r => r.Subject).ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsWithdrawn(string shared)
    {
        using var content = JsonDocument.Parse(shared);
        return content.RootElement.TryGetProperty("withdrawn", out var withdrawn) && withdrawn.ValueKind == JsonValueKind.True;
    }
}
