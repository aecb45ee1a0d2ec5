using System.Runtime.CompilerServices;
using System.Text.Json;
using ExportPortal.Catalogue.Revisions;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Feeds;

/// <summary>
/// Finds the values of sheets that products hold, those withdrawn too: what a changed sheet no longer takes could not be imported
/// again once it is exported. A product that stands on an earlier line of the feed holds what that line says; it is read from the
/// feed in a dry run and in an import alike, so both find the same.
/// </summary>
internal sealed class HeldValues(PortalDbContext db, string feed)
{
    private const int BatchSize = 200;

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly List<long> _lines = [];

    public void Accept(FeedLine line)
    {
        if (line is not { Kind: "product", OnlyWithdraws: false })
            return;
        _given.Add(line.Id);
        _lines.Add(line.Number);
    }

    /// <summary>Refuses a sector's line for each attribute of which products hold values that no longer fit.</summary>
    public async Task CheckAsync(FeedLine line, SectorContent older, SectorContent newer, CancellationToken cancellation)
    {
        var changes = SheetChange.Between(older, newer);
        if (changes.Count == 0)
            return;
        var holders = new (int Count, string First)[changes.Count];
        await foreach (var (product, attributes) in FindAsync(line.Id, cancellation))
            for (var i = 0; i < changes.Count; i++)
                if (attributes.TryGetProperty(changes[i].Older.Id, out var value) && value.ValueKind != JsonValueKind.Null && !changes[i].Takes(value))
                    holders[i] = (holders[i].Count + 1, holders[i].Count == 0 || string.CompareOrdinal(product, holders[i].First) < 0 ? product : holders[i].First);
        for (var i = 0; i < changes.Count; i++)
            if (holders[i].Count > 0)
                line.Refuse(changes[i].Field, "StillHeld", ("attribute", changes[i].Older.Id), ("count", holders[i].Count), ("id", holders[i].First));
    }

    private async IAsyncEnumerable<(string Product, JsonElement Attributes)> FindAsync(string sector, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var live = db.Set<Subject>().AsNoTracking().Where(s => s.Kind == "product" && s.Sector == sector).Select(s => new { s.Id, s.Content });
        await foreach (var row in live.AsAsyncEnumerable().WithCancellation(cancellation))
            if (!_given.Contains(row.Id) && AttributesOf(JsonDocument.Parse(row.Content), sector) is { } held)
                yield return held;
        await foreach (var content in WithdrawnAsync(sector, cancellation))
            if (AttributesOf(JsonDocument.Parse(content), sector) is { } held)
                yield return held;
        await foreach (var content in GivenAsync(cancellation))
            if (AttributesOf(JsonDocument.Parse(content), sector) is { } held)
                yield return held;
    }

    // A withdrawn product has no live row; the mark only spares reading those of other sectors.
    private async IAsyncEnumerable<string> WithdrawnAsync(string sector, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var mark = $"\"sector\":\"{sector}\"";
        var ids = await db.Set<SubjectPart>().AsNoTracking().Where(p => p.Kind == "product" && p.Part == Revision.Shared && p.State == PartState.Withdrawn)
            .Join(db.Set<Revision>(), p => new { p.Kind, p.Subject, p.Part, Number = p.Newest }, r => new { r.Kind, r.Subject, r.Part, r.Number }, (p, r) => r)
            .Where(r => r.Content.Contains(mark)).Select(r => r.Subject).ToListAsync(cancellation);
        foreach (var batch in ids.Where(id => !_given.Contains(id)).Chunk(BatchSize))
            foreach (var draft in (await NewestDrafts.ReadAsync(db, "product", batch, cancellation)).Values)
                yield return draft.Join("product").ToJsonString();
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> GivenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = 0;
        await foreach (var (number, bytes, _) in FeedFile.ReadAsync(feed, cancellation))
        {
            if (next == _lines.Count)
                yield break;
            if (number != _lines[next])
                continue;
            next++;
            yield return bytes;
        }
    }

    private static (string, JsonElement)? AttributesOf(JsonDocument product, string sector)
    {
        using (product)
        {
            var root = product.RootElement;
            return root.GetProperty("sector").ValueEquals(sector) && root.TryGetProperty("attributes", out var attributes) && attributes.ValueKind == JsonValueKind.Object
                ? (root.GetProperty("id").GetString()!, attributes.Clone()) : null;
        }
    }
}
