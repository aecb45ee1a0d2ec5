using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Revisions;
using ExportPortal.Catalogue.Schemas;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Feeds.Public;

/// <summary>
/// Reads the lines of the public feed, in an order in which an import takes them. A batch is held at a time; of what changed, the ids.
/// What changes while it is read comes again with the changes after it.
/// </summary>
internal sealed class PublicLines(PortalDbContext db, ReadChanged changed)
{
    private const int BatchSize = 200;

    /// <summary>All that is on the site.</summary>
    /// <param name="until">The newest entry of the log, which who takes the lines goes on from; null if there is none.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<JsonObject> AllAsync(Change? until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var kind in LineSchemas.PublicOrder)
        {
            for (var after = 0L; ;)
            {
                var rows = await Shown(kind, until).Where(s => s.Order > after).OrderBy(s => s.Order).Take(BatchSize).Select(s => new { s.Order, s.Content }).ToListAsync(cancellation);
                foreach (var line in await LinesAsync(kind, rows.Select(r => r.Content), until, cancellation))
                    yield return line;
                if (rows.Count < BatchSize)
                    break;
                after = rows[^1].Order;
            }
            if (!ReadChanged.MayBeNamed(kind))
                continue;
            foreach (var id in await db.Set<SubjectPart>().Where(p => p.Kind == kind && p.Part == Revision.Shared && p.State == PartState.Withdrawn).OrderBy(p => p.Subject).Select(p => p.Subject).ToListAsync(cancellation))
                yield return PublicLine.Unseen(kind, id);
        }
    }

    /// <summary>
    /// What changed after an entry of the log, each subject once and as it is now. What leaves the site goes first if others hold it up
    /// (products), and last if it holds up others (their firms).
    /// </summary>
    /// <param name="since">The entry.</param>
    /// <param name="until">The newest entry, which who takes the lines goes on from.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<JsonObject> ChangedAsync(Change since, Change until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var kinds = new Dictionary<string, ChangedKind>(StringComparer.Ordinal);
        foreach (var kind in LineSchemas.PublicOrder)
            kinds[kind] = await changed.RunAsync(kind, since, until, cancellation);
        var sectors = kinds["sector"].Live.ToDictionary(s => s.Id, StringComparer.Ordinal);
        // A product that gave up a value before its sector's sheet did must come before it; one that took a new value, after it.
        var (early, late) = Divide(kinds["product"], await SectorsOfAsync(kinds["product"], cancellation), sectors);

        foreach (var kind in (string[])["showroom", "product"])
            foreach (var id in kinds[kind].Gone)
                yield return PublicLine.Gone(kind, id);
        foreach (var kind in (string[])["desk", "market", "organisation"])
            await foreach (var line in PresentAsync(kind, kinds[kind], since, until, cancellation))
                yield return line;
        await foreach (var line in PresentAsync("product", early, since, until, cancellation))
            yield return line;
        foreach (var kind in (string[])["sector", "regime"])
            await foreach (var line in PresentAsync(kind, kinds[kind], since, until, cancellation))
                yield return line;
        await foreach (var line in PresentAsync("product", late, since, until, cancellation))
            yield return line;
        await foreach (var line in PresentAsync("showroom", await WithThoseListingAsync(kinds["product"], kinds["showroom"], cancellation), since, until, cancellation))
            yield return line;
        foreach (var kind in (string[])["organisation", "regime", "market", "desk", "sector"])
            foreach (var id in kinds[kind].Gone)
                yield return PublicLine.Gone(kind, id);
    }

    private static (ChangedKind Early, ChangedKind Late) Divide(ChangedKind products, Dictionary<string, string> sectorOf, Dictionary<string, ChangedSubject> sectors)
    {
        var halves = products.Live.ToLookup(p => sectorOf.TryGetValue(p.Id, out var id) && sectors.TryGetValue(id, out var sector) && sector.WasTold && p.First < sector.First);
        return (products with { Live = [.. halves[true]], Unseen = [] }, products with { Live = [.. halves[false]] });
    }

    private async Task<Dictionary<string, string>> SectorsOfAsync(ChangedKind products, CancellationToken cancellation)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var batch in products.Live.Select(p => p.Id).Chunk(BatchSize))
            foreach (var row in await db.Set<Subject>().Where(s => s.Kind == "product" && batch.Contains(s.Id)).Select(s => new { s.Id, s.Sector }).ToListAsync(cancellation))
                found[row.Id] = row.Sector!;
        return found;
    }

    // A product that came back stands in showrooms again that did not change themselves.
    private async Task<ChangedKind> WithThoseListingAsync(ChangedKind products, ChangedKind showrooms, CancellationToken cancellation)
    {
        var come = products.Live.Where(p => !p.WasTold).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        if (come.Count == 0)
            return showrooms;
        var present = new List<ChangedSubject>();
        var changed = showrooms.Live.ToDictionary(s => s.Id, StringComparer.Ordinal);
        await foreach (var content in db.Set<Subject>().Where(s => s.Kind == "showroom").OrderBy(s => s.Order).Select(s => s.Content).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var showroom = ContentJson.Read<ShowroomContent>(content);
            if (changed.TryGetValue(showroom.Id, out var known))
                present.Add(known);
            else if (showroom.Products.Any(come.Contains))
                present.Add(new(showroom.Id, 0, WasTold: true));
        }
        return showrooms with { Live = present };
    }

    private async IAsyncEnumerable<JsonObject> PresentAsync(string kind, ChangedKind subjects, Change since, Change until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var batch in subjects.Live.Select(s => s.Id).Chunk(BatchSize))
        {
            var rows = await Shown(kind, until).Where(s => batch.Contains(s.Id)).OrderBy(s => s.Order).Select(s => s.Content).ToListAsync(cancellation);
            var revised = await changed.CulturesAsync(kind, batch, since, cancellation);
            foreach (var line in await LinesAsync(kind, rows, until, cancellation))
            {
                PublicLine.TakeAway(kind, line, [.. revised[line["id"]!.GetValue<string>()]]);
                yield return line;
            }
        }
        foreach (var id in subjects.Unseen)
            yield return PublicLine.Unseen(kind, id);
    }

    // What was first published after the position that is given out comes with the changes after it: told now and withdrawn before the
    // next look, it would be neither there nor known to have been. So does a product that moved to such a firm.
    private IQueryable<Subject> Shown(string kind, Change? until)
    {
        var rows = db.Set<Subject>().AsNoTracking().Where(s => s.Kind == kind);
        if (until is null || ReadChanged.MayBeNamed(kind))
            return rows;
        rows = rows.Where(s => s.FirstPublished <= until.At);
        return kind == "product" ? rows.Where(p => db.Set<Subject>().Any(f => f.Kind == "organisation" && f.Id == p.Owner && f.FirstPublished <= until.At)) : rows;
    }

    // A showroom's page leaves out products that are not on the site, and so does its line: who takes it may never have known them.
    private async Task<IReadOnlyList<JsonObject>> LinesAsync(string kind, IEnumerable<string> contents, Change? until, CancellationToken cancellation)
    {
        JsonObject[] lines = [.. contents.Select(content => PublicLine.Of(kind, content))];
        if (kind != "showroom" || lines.Length == 0)
            return lines;
        var listed = lines.ToDictionary(l => l, l => l["products"]?.AsArray().Select(p => p!.GetValue<string>()).ToArray() ?? []);
        var ids = listed.Values.SelectMany(products => products).Distinct().ToArray();
        var shown = await Shown("product", until).Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToHashSetAsync(StringComparer.Ordinal, cancellation);
        foreach (var (line, products) in listed)
        {
            line.Remove("products");
            if (products.Any(shown.Contains))
                line["products"] = new JsonArray([.. products.Where(shown.Contains).Select(id => JsonValue.Create(id))]);
        }
        return lines;
    }
}
