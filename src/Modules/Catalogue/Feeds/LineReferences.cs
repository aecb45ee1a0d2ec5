using ExportPortal.Catalogue.Revisions;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Feeds;

/// <summary>
/// Knows which subjects a line may refer to: those stored, and those on earlier lines of the same feed. What earlier lines say goes
/// before what is stored, so that a dry run, in which they are not stored yet, finds what an import finds.
/// </summary>
internal sealed class LineReferences(PortalDbContext db)
{
    private readonly HashSet<(string Kind, string Id)> _accepted = [];
    private readonly HashSet<(string Kind, string Id)> _withdrawn = [];
    private readonly HashSet<(string Kind, string Id)> _used = [];
    private HashSet<(string Kind, string Id)> _stored = [];
    private HashSet<(string Kind, string Id)> _live = [];
    private HashSet<(string Kind, string Id)> _inUse = [];

    /// <summary>Reads what a batch needs to know, in a few queries.</summary>
    public async Task LookUpAsync(IReadOnlyList<FeedLine> batch, CancellationToken cancellation)
    {
        (_stored, _live) = ([], []);
        var wanted = batch.SelectMany(l => l.References.Select(r => (r.Kind, r.Id)).Concat(l.Withdraws ? [(l.Kind, l.Id)] : []));
        foreach (var kind in wanted.GroupBy(w => w.Kind, w => w.Id))
        {
            var ids = kind.Distinct().ToArray();
            _stored.UnionWith((await db.Set<SubjectPart>().Where(p => p.Kind == kind.Key && p.Part == Revision.Shared && ids.Contains(p.Subject))
                .Select(p => p.Subject).ToListAsync(cancellation)).Select(id => (kind.Key, id)));
            if (IsUsedByProducts(kind.Key))
                _live.UnionWith((await db.Set<Subject>().Where(s => s.Kind == kind.Key && ids.Contains(s.Id))
                    .Select(s => s.Id).ToListAsync(cancellation)).Select(id => (kind.Key, id)));
        }
        _inUse = await InUseAsync(batch, cancellation);
    }

    /// <summary>Refuses a line whose subject an earlier one has given, or refers to what is not there.</summary>
    public void Check(FeedLine line)
    {
        if (_accepted.Contains((line.Kind, line.Id)))
        {
            line.Refuse("id", "DuplicateId", ("id", line.Id));
            return;
        }
        if (line.OnlyWithdraws && !IsKnown(line.Kind, line.Id))
            line.Refuse("id", "UnknownSubject", ("id", line.Id));
        if (_inUse.Contains((line.Kind, line.Id)))
            line.Refuse("withdrawn", "StillInUse", ("id", line.Id));
        if (line.OnlyWithdraws)
            return;
        // A product cannot be shown without its firm and sector. Of others that are withdrawn, the page that names them shows nothing.
        var isShownWithThem = line is { Kind: "product", Withdraws: false };
        foreach (var (kind, id, field) in line.References)
            if (!(isShownWithThem && IsUsedByProducts(kind) ? IsLive(kind, id) : IsKnown(kind, id)))
                line.Refuse(field, "UnknownReference", ("id", id));
    }

    public void Accept(FeedLine line)
    {
        _accepted.Add((line.Kind, line.Id));
        if (line.Withdraws)
            _withdrawn.Add((line.Kind, line.Id));
        else if (line.Kind == "product")
            _used.UnionWith(line.References.Where(r => IsUsedByProducts(r.Kind)).Select(r => (r.Kind, r.Id)));
    }

    /// <summary>Takes back a line that was accepted and could not be published.</summary>
    public void Forget(FeedLine line)
    {
        _accepted.Remove((line.Kind, line.Id));
        _withdrawn.Remove((line.Kind, line.Id));
    }

    private bool IsKnown(string kind, string id) => _stored.Contains((kind, id)) || _accepted.Contains((kind, id));

    private bool IsLive(string kind, string id) => (_live.Contains((kind, id)) || _accepted.Contains((kind, id))) && !_withdrawn.Contains((kind, id));

    private static bool IsUsedByProducts(string kind) => kind is "organisation" or "sector";

    // A firm or sector with products on the site cannot leave it before them.
    private async Task<HashSet<(string, string)>> InUseAsync(IReadOnlyList<FeedLine> batch, CancellationToken cancellation)
    {
        var inUse = new HashSet<(string, string)>();
        foreach (var line in batch.Where(l => l.Withdraws && IsUsedByProducts(l.Kind)))
            if (_used.Contains((line.Kind, line.Id)) || await HasOtherProductsAsync(line.Kind, line.Id, cancellation))
                inUse.Add((line.Kind, line.Id));
        return inUse;
    }

    private async Task<bool> HasOtherProductsAsync(string kind, string id, CancellationToken cancellation)
    {
        var products = db.Set<Subject>().Where(s => s.Kind == "product");
        var its = kind == "sector" ? products.Where(p => p.Sector == id) : products.Where(p => p.Owner == id);
        await foreach (var product in its.Select(p => p.Id).AsAsyncEnumerable().WithCancellation(cancellation))
            if (!_accepted.Contains(("product", product)))
                return true;
        return false;
    }
}
