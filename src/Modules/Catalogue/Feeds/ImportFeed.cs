using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Outcomes;

namespace ExportPortal.Catalogue.Feeds;

/// <summary>How to import.</summary>
/// <param name="DryRun">Look only; write nothing.</param>
/// <param name="AllOrNothing">Import nothing if any line is refused.</param>
internal sealed record ImportOptions(bool DryRun = false, bool AllOrNothing = false);

/// <summary>Why a line, or a field of it, was refused.</summary>
internal sealed record LineFault(long Line, Refusal Refusal);

/// <summary>What an import came to. Lines refused are counted once, however many faults they have.</summary>
internal sealed record ImportReport(int Refused, int New, int Changed, int Unchanged, int Withdrawn, bool Imported)
{
    public int Accepted => New + Changed + Unchanged + Withdrawn;
}

/// <summary>Imports a feed: reads it line by line, refuses what is wrong with line, field and reason, and publishes the rest in batches.</summary>
internal sealed class ImportFeed(PortalDbContext db, FeedFiles files, PublishSubjects publish, StalePages stalePages)
{
    private const string Source = "feed";
    private const int ReadTogether = 64;

    /// <param name="feed">The feed's file.</param>
    /// <param name="options">How.</param>
    /// <param name="refused">Told of each fault, in the order of lines.</param>
    /// <param name="progress">Told how many of how many lines are done.</param>
    /// <param name="cancellation">Ends the import between two batches; what was published stays.</param>
    public async Task<ImportReport> RunAsync(string feed, ImportOptions options, Action<LineFault> refused, Action<long, long> progress, CancellationToken cancellation)
    {
        if (!options.AllOrNothing || options.DryRun)
            return await PassAsync(feed, !options.DryRun, refused, progress, cancellation);
        var look = await PassAsync(feed, writes: false, refused, progress, cancellation);
        return look.Refused > 0 ? look : await PassAsync(feed, writes: true, refused, progress, cancellation);
    }

    private async Task<ImportReport> PassAsync(string feed, bool writes, Action<LineFault> refused, Action<long, long> progress, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(feed))!;
        var total = await FeedFile.CountLinesAsync(feed, cancellation);
        var pass = new Pass(writes, folder, new LineReferences(db), await FeedSheets.LoadAsync(db, feed, cancellation));
        var batch = new List<FeedLine>();
        await foreach (var chunk in FeedFile.ReadAsync(feed, cancellation).Chunk(ReadTogether).WithCancellation(cancellation))
        {
            var lines = chunk.OnAllCores(l => Read(l, pass.Sheets), cancellation);
            for (var at = 0; at < lines.Length; at++)
            {
                // Products that follow a sector's line are read by its sheet, if it is accepted.
                if (batch is [.., { Kind: "sector" }])
                {
                    await FinishAsync(pass, batch, refused, cancellation);
                    for (var after = at; after < lines.Length; after++)
                        if (lines[after].Kind == "product")
                            lines[after] = Read(chunk[after], pass.Sheets);
                }
                if (batch.Count > 0 && (batch.Count == PublishSubjects.MostPerBatch || batch[^1].Kind != lines[at].Kind))
                    await FinishAsync(pass, batch, refused, cancellation);
                batch.Add(lines[at]);
                progress(lines[at].Number, total);
            }
        }
        await FinishAsync(pass, batch, refused, cancellation);
        while (writes && await stalePages.PrepareSomeAsync(db, cancellation)) { }
        progress(total, total);
        return pass.Report;
    }

    private static FeedLine Read((long Number, byte[]? Bytes, bool TooLong) line, FeedSheets sheets) => line.Bytes is not null
        ? FeedLine.Read(line.Number, line.Bytes, sheets.Find)
        : FeedLine.Unreadable(line.Number, line.TooLong ? "LineTooLong" : "NotUtf8", ("most", FeedFile.MostBytes));

    private async Task FinishAsync(Pass pass, List<FeedLine> batch, Action<LineFault> refused, CancellationToken cancellation)
    {
        await pass.Known.LookUpAsync(batch, cancellation);
        var accepted = new List<Submission>();
        foreach (var line in batch)
        {
            if (line.Faults.Count == 0)
                pass.Known.Check(line);
            if (line.Faults.Count == 0)
                await pass.Sheets.CheckAsync(line, cancellation);
            if (line.Faults.Count == 0)
                await files.TakeAsync(line, pass.Folder, pass.Writes, cancellation);
            if (line.Faults.Count == 0)
            {
                pass.Known.Accept(line);
                pass.Sheets.Accept(line);
                accepted.Add(new(line.Kind, line.Id, line.Content!));
                continue;
            }
            pass.Refused++;
            foreach (var fault in line.Faults)
                refused(new(line.Number, fault));
        }
        if (accepted.Count > 0 && pass.Writes)
        {
            var published = await publish.RunAsync(accepted[0].Kind, accepted, Source, cancellation);
            pass.Add(published);
            foreach (var line in batch.Where(l => l.Faults.Count == 0))
                if (published.Refused.TryGetValue(line.Id, out var refusal))
                {
                    pass.Known.Forget(line);
                    refused(new(line.Number, refusal));
                }
        }
        else
            pass.Seen += accepted.Count;
        batch.Clear();
    }

    private sealed class Pass(bool writes, string folder, LineReferences known, FeedSheets sheets)
    {
        private (int New, int Changed, int Unchanged, int Withdrawn) _sum;

        public bool Writes => writes;

        public string Folder => folder;

        public LineReferences Known => known;

        public FeedSheets Sheets => sheets;

        public int Refused { get; set; }

        /// <summary>Lines that a dry run would have published.</summary>
        public int Seen { get; set; }

        public ImportReport Report => new(Refused, _sum.New, _sum.Changed, _sum.Unchanged + Seen, _sum.Withdrawn, writes);

        public void Add(Published more)
        {
            _sum = (_sum.New + more.New, _sum.Changed + more.Changed, _sum.Unchanged + more.Unchanged, _sum.Withdrawn + more.Withdrawn);
            Refused += more.Refused.Count;
        }
    }
}
