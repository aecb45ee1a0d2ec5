using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Revisions;
using ExportPortal.Catalogue.Slugs;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Subjects;

/// <summary>A subject to be published, as a validated line with its files stored.</summary>
internal sealed record Submission(string Kind, string Id, JsonObject Line)
{
    /// <summary>True when the line takes the subject off the site.</summary>
    public bool Withdraws => Line["withdrawn"]?.GetValue<bool>() == true;
}

/// <summary>What publishing a batch did.</summary>
/// <param name="Refused">By id, the subjects left out because another writer came between checking and publishing.</param>
internal sealed record Published(int New, int Changed, int Unchanged, int Withdrawn, IReadOnlyDictionary<string, Refusal> Refused);

/// <summary>Makes revisions of subjects and puts them on the site, a batch in one transaction.</summary>
internal sealed class PublishSubjects(PortalDbContext db, ReferenceData references, PagePreparer preparer, StalePages stalePages)
{
    /// <summary>The most subjects in one transaction, so that no writer waits long.</summary>
    public const int MostPerBatch = 200;

    /// <summary>Publishes subjects of one kind, each at most once.</summary>
    /// <param name="source">Where they come from, for the revisions.</param>
    public Task<Published> RunAsync(string kind, IReadOnlyList<Submission> batch, string source, CancellationToken cancellation) =>
        RunAsync(kind, _ => Task.FromResult(batch), source, cancellation);

    /// <summary>Publishes subjects of one kind, each at most once, that are made of what is published at that moment.</summary>
    /// <param name="make">Reads within the transaction, where no other publisher can come between, and gives what is to be published.</param>
    /// <param name="source">Where they come from, for the revisions.</param>
    public async Task<Published> RunAsync(string kind, Func<CancellationToken, Task<IReadOnlyList<Submission>>> make, string source, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginOrderedAsync(cancellation);
        var batch = await make(cancellation);
        if (batch.Count > MostPerBatch)
            throw new InvalidOperationException($"At most {MostPerBatch} subjects go into one transaction.");
        if (batch.Count == 0)
            return new(0, 0, 0, 0, ReadOnlyDictionary<string, Refusal>.Empty);
        // Not before: what another writer publishes while this one waits for its turn must show on these pages, which it can't mark.
        var set = await ReferenceData.ReadAsync(db, cancellation);
        var now = await db.InstantAsync(cancellation);
        var refused = await CameBetween.FindAsync(db, kind, batch, cancellation);
        batch = [.. batch.Where(s => !refused.ContainsKey(s.Id))];
        var ids = batch.Select(s => s.Id).ToArray();
        var parts = (await db.Set<SubjectPart>().Where(p => p.Kind == kind && ids.Contains(p.Subject)).ToListAsync(cancellation)).ToLookup(p => p.Subject, StringComparer.Ordinal);
        var older = await NewestDrafts.ReadAsync(db, kind, ids, cancellation);
        var live = await db.Set<Subject>().Where(s => s.Kind == kind && ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, StringComparer.Ordinal, cancellation);
        var order = await db.Set<Subject>().Where(s => s.Kind == kind).MaxAsync(s => (long?)s.Order, cancellation) ?? 0;

        var (added, changed, unchanged, withdrawn) = (0, 0, 0, 0);
        var shown = new List<(Subject Row, SubjectDraft Draft)>();
        foreach (var (submission, draft, given) in batch.OnAllCores(s => Draft(s, older.GetValueOrDefault(s.Id)), cancellation))
        {
            var mine = parts[submission.Id].ToArray();
            var differs = Revise(submission, given, mine, source, now);
            var row = live.GetValueOrDefault(submission.Id);
            if (submission.Withdraws)
            {
                if (row is null && !differs)
                    unchanged++;
                else
                    withdrawn++;
                if (row is not null)
                    await WithdrawAsync(row, mine, cancellation);
                else if (mine.Length == 0 && differs)
                    // Never on the site, but lines may name it from now on.
                    db.Announce(kind, submission.Id);
                continue;
            }
            if (!differs && row is not null)
            {
                unchanged++;
                continue;
            }
            foreach (var part in mine)
                (part.Live, part.State) = (part.Newest, PartState.Published);
            if (row is null)
            {
                added++;
                row = db.Add(new Subject { Kind = kind, Id = submission.Id, Order = ++order, Content = "", FirstPublished = now }).Entity;
            }
            else
                changed++;
            shown.Add((row, draft));
            db.Announce(kind, submission.Id);
        }
        var published = shown.OnAllCores(s => Fill(s.Row, s.Draft, now), cancellation);
        if (SubjectContents.HasPage(kind) && published.Length > 0)
            await PreparePagesAsync(kind, published, set, cancellation);
        await db.SaveChangesAsync(cancellation);
        if (published.Length > 0 || withdrawn > 0)
            await stalePages.MarkDependentsAsync(db, kind, ids, cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        if (ReferenceData.Kinds.Contains(kind))
            await references.LoadAsync(cancellation);
        return new(added, changed, unchanged, withdrawn, refused);
    }

    private static (Submission, SubjectDraft, Dictionary<string, DraftPart> Parts) Draft(Submission submission, SubjectDraft? older)
    {
        var draft = Merge(submission, older);
        return (submission, draft, draft.Parts().ToDictionary(p => p.Part, StringComparer.Ordinal));
    }

    // Changes nothing but this row.
    private SubjectContent Fill(Subject row, SubjectDraft draft, DateTimeOffset now)
    {
        var content = draft.Join(row.Kind);
        (row.Content, row.Published) = (content.ToJsonString(ContentJson.Options), now);
        (row.Owner, row.Sector) = (content[row.Kind == "product" ? "firm" : "market"]?.GetValue<string>(), content["sector"]?.GetValue<string>());
        return SubjectContents.Read(row.Kind, row.Content);
    }

    // A culture that the line does not name keeps its texts; a line that only withdraws keeps everything.
    private static SubjectDraft Merge(Submission submission, SubjectDraft? older)
    {
        var given = SubjectDraft.FromLine(submission.Kind, submission.Line);
        if (older is null)
            return given with { Texts = given.Texts.Over(new()) };
        if (!submission.Withdraws || submission.Line["names"] is not null)
            return given with { Texts = given.Texts.Over(older.Texts) };
        var shared = (JsonObject)older.Shared.DeepClone();
        shared["withdrawn"] = true;
        return new(shared, older.Texts);
    }

    /// <summary>Adds a revision for each part that differs; false when none does.</summary>
    private bool Revise(Submission submission, Dictionary<string, DraftPart> given, SubjectPart[] mine, string source, DateTimeOffset now)
    {
        var (kind, id) = (submission.Kind, submission.Id);
        var next = mine.Length == 0 ? 1 : mine.Max(p => p.Newest) + 1;
        var gone = mine.Where(p => !given.ContainsKey(p.Part)).Select(p => p.Part).ToArray();
        foreach (var part in gone)
            given[part] = SubjectDraft.NoTexts(part);
        var differs = false;
        foreach (var (part, content, hash) in given.Values)
        {
            var known = Array.Find(mine, p => p.Part == part);
            if (known?.Hash == hash)
                continue;
            differs = true;
            db.Add(new Revision { Kind = kind, Subject = id, Part = part, Number = next, Content = content, Hash = hash, At = now, Source = source });
            if (known is null)
                db.Add(new SubjectPart { Kind = kind, Subject = id, Part = part, Newest = next, Hash = hash, Live = submission.Withdraws ? null : next, State = submission.Withdraws ? PartState.Withdrawn : PartState.Published });
            else
                (known.Newest, known.Hash) = (next, hash);
        }
        return differs;
    }

    private async Task WithdrawAsync(Subject row, SubjectPart[] parts, CancellationToken cancellation)
    {
        foreach (var part in parts)
            (part.Live, part.State) = (null, PartState.Withdrawn);
        db.Remove(row);
        db.Announce(row.Kind, row.Id);
        await db.Set<PreparedPage>().Where(p => p.Kind == row.Kind && p.Subject == row.Id).ExecuteDeleteAsync(cancellation);
    }

    private async Task PreparePagesAsync(string kind, IReadOnlyCollection<SubjectContent> published, ReferenceSet set, CancellationToken cancellation)
    {
        var slugs = await SlugGiver.GiveAsync(db, kind, published, cancellation);
        var firms = await FirmsOf.ReadAsync(db, published, cancellation);
        var ids = published.Select(p => p.Id).ToArray();
        var rows = (await db.Set<PreparedPage>().Where(p => p.Kind == kind && ids.Contains(p.Subject)).ToListAsync(cancellation))
            .ToDictionary(p => (p.Subject, p.Culture));
        var pages = published.OnAllCores(s => preparer.Prepare(kind, s, new(set, slugs[s.Id], s is ProductContent product ? firms[product.Firm] : null)).ToArray(), cancellation);
        foreach (var page in pages.SelectMany(p => p))
            if (rows.TryGetValue((page.Subject, page.Culture), out var row))
                row.Take(page);
            else
                db.Add(page);
    }
}
