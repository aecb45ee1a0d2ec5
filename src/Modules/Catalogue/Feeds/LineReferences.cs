using ExportPortal.Catalogue.Revisions;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Feeds;

/// <summary>Knows which subjects a line may refer to: those published, and those on earlier lines of the same feed.</summary>
internal sealed class LineReferences(PortalDbContext db)
{
    private readonly HashSet<(string Kind, string Id)> _onEarlierLines = [];
    private readonly HashSet<(string Kind, string Id)> _accepted = [];
    private readonly HashSet<(string Kind, string Id)> _withdrawn = [];
    private HashSet<(string Kind, string Id)> _published = [];
    private HashSet<(string Kind, string Id)> _inUse = [];

    /// <summary>Reads what a batch needs to know, in a few queries.</summary>
    public async Task LookUpAsync(IReadOnlyList<FeedLine> batch, CancellationToken cancellation)
    {
        _published = [];
        var wanted = batch.SelectMany(l => l.References.Select(r => (r.Kind, r.Id)).Concat(l.Withdraws ? [(l.Kind, l.Id)] : []));
        foreach (var kind in wanted.GroupBy(w => w.Kind, w => w.Id))
        {
            var ids = kind.Distinct().ToArray();
            var found = MustBeLive(kind.Key)
                ? await db.Set<Subject>().Where(s => s.Kind == kind.Key && ids.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellation)
                : await db.Set<SubjectPart>().Where(p => p.Kind == kind.Key && p.Part == Revision.Shared && ids.Contains(p.Subject)).Select(p => p.Subject).ToListAsync(cancellation);
            _published.UnionWith(found.Select(id => (kind.Key, id)));
        }
        _inUse = await InUseAsync(batch, cancellation);
    }

    /// <summary>Refuses a line that stands twice, or refers to what is not there.</summary>
    public void Check(FeedLine line)
    {
        if (!_onEarlierLines.Add((line.Kind, line.Id)))
        {
            line.Refuse("id", "DuplicateId", ("id", line.Id));
            return;
        }
        if (line.Withdraws)
        {
            if (line.Content!["names"] is null && !Exists(line.Kind, line.Id))
                line.Refuse("id", "UnknownSubject", ("id", line.Id));
            if (_inUse.Contains((line.Kind, line.Id)))
                line.Refuse("withdrawn", "StillInUse", ("id", line.Id));
            return;
        }
        foreach (var (kind, id, field) in line.References)
            if (!Exists(kind, id))
                line.Refuse(field, "UnknownReference", ("id", id));
    }

    public void Accept(FeedLine line)
    {
        _accepted.Add((line.Kind, line.Id));
        if (line.Withdraws)
            _withdrawn.Add((line.Kind, line.Id));
    }

    private bool Exists(string kind, string id) =>
        (_published.Contains((kind, id)) || _accepted.Contains((kind, id))) && !(MustBeLive(kind) && _withdrawn.Contains((kind, id)));

    // A product cannot be shown without its firm and sector. Of others that are withdrawn, the page that names them shows nothing.
    private static bool MustBeLive(string kind) => kind is "organisation" or "sector";

    // A firm or sector with products on the site cannot leave it before them.
    private async Task<HashSet<(string, string)>> InUseAsync(IReadOnlyList<FeedLine> batch, CancellationToken cancellation)
    {
        var firms = batch.Where(l => l.Withdraws && l.Kind == "organisation").Select(l => l.Id).ToArray();
        var sectors = batch.Where(l => l.Withdraws && l.Kind == "sector").Select(l => l.Id).ToArray();
        if (firms.Length + sectors.Length == 0)
            return [];
        var products = db.Set<Subject>().Where(s => s.Kind == "product");
        var usedFirms = await products.Where(p => firms.Contains(p.Owner!)).Select(p => p.Owner!).Distinct().ToListAsync(cancellation);
        var usedSectors = await products.Where(p => sectors.Contains(p.Sector!)).Select(p => p.Sector!).Distinct().ToListAsync(cancellation);
        return [.. usedFirms.Select(id => ("organisation", id)), .. usedSectors.Select(id => ("sector", id))];
    }
}
