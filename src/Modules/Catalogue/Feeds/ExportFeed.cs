using System.Text;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Revisions;
using ExportPortal.Catalogue.Schemas;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using ExportPortal.Media.Contracts;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Feeds;

/// <summary>Writes everything the catalogue holds as a feed with its files, loss-free.</summary>
internal sealed class ExportFeed(PortalDbContext db, MediaStore media)
{
    /// <summary>The feed's name within the folder.</summary>
    public const string FileName = "feed.jsonl";

    /// <summary>Its name until it is complete.</summary>
    public const string Unfinished = FileName + ".new";

    private const int BatchSize = 200;

    /// <param name="folder">A new or empty folder.</param>
    /// <param name="progress">Told how many of how many lines are written.</param>
    /// <param name="cancellation">Ends the export between two lines.</param>
    /// <returns>How many lines were written.</returns>
    public async Task<long> RunAsync(string folder, Action<long, long> progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var total = await db.Set<SubjectPart>().Where(p => p.Part == Revision.Shared).LongCountAsync(cancellation);
        var written = 0L;
        var names = new ExportedNames();
        await using (var feed = new StreamWriter(Path.Combine(folder, Unfinished), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
            await foreach (var line in LinesAsync(cancellation))
            {
                await WriteFilesAsync(line, folder, names, cancellation);
                StoredSchemas.StripMedia(line);
                await feed.WriteLineAsync(line.ToJsonString(ContentJson.Options).AsMemory(), cancellation);
                progress(++written, total);
            }
        // Complete or not there.
        File.Move(Path.Combine(folder, Unfinished), Path.Combine(folder, FileName), overwrite: true);
        return written;
    }

    private async IAsyncEnumerable<JsonObject> LinesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var kind in LineSchemas.ReferenceOrder)
        {
            for (var after = 0L; ;)
            {
                var rows = await db.Set<Subject>().AsNoTracking().Where(s => s.Kind == kind && s.Order > after).OrderBy(s => s.Order).Take(BatchSize)
                    .Select(s => new { s.Order, s.Content }).ToListAsync(cancellation);
                foreach (var row in rows)
                    yield return (JsonObject)JsonNode.Parse(row.Content)!;
                if (rows.Count < BatchSize)
                    break;
                after = rows[^1].Order;
            }
            await foreach (var line in WithdrawnAsync(kind, cancellation))
                yield return line;
        }
    }

    private async IAsyncEnumerable<JsonObject> WithdrawnAsync(string kind, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var withdrawn = await db.Set<SubjectPart>().AsNoTracking()
            .Where(p => p.Kind == kind && p.Part == Revision.Shared && p.State == PartState.Withdrawn).OrderBy(p => p.Subject).Select(p => p.Subject).ToListAsync(cancellation);
        foreach (var batch in withdrawn.Chunk(BatchSize))
        {
            var drafts = await NewestDrafts.ReadAsync(db, kind, batch, cancellation);
            foreach (var id in batch)
                yield return drafts[id].Join(kind);
        }
    }

    private async Task WriteFilesAsync(JsonObject line, string folder, ExportedNames names, CancellationToken cancellation)
    {
        foreach (var (holder, field) in StoredSchemas.FileHolders(line).ToArray())
        {
            if (holder[field + StoredSchemas.Suffix] is not { } stored)
                continue;
            var key = stored["key"]!.GetValue<string>();
            var (name, isNew) = names.Take(holder[field]!.GetValue<string>(), key);
            holder[field] = name;
            if (!isNew)
                continue;
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var from = media.OpenRead(key);
            await using var to = File.Create(path);
            await from.CopyToAsync(to, cancellation);
        }
    }
}
