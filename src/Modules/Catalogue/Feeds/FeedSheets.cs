using ExportPortal.Catalogue.Revisions;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Feeds;

/// <summary>The sheets by which the products of a feed are read: those stored, of withdrawn sectors too, and those on earlier lines.</summary>
internal sealed class FeedSheets
{
    private readonly Dictionary<string, SectorContent> _sheets;
    private readonly HeldValues _held;

    private FeedSheets(Dictionary<string, SectorContent> sheets, HeldValues held) => (_sheets, _held) = (sheets, held);

    /// <param name="db">Where the stored sheets are.</param>
    /// <param name="feed">The feed's file.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<FeedSheets> LoadAsync(PortalDbContext db, string feed, CancellationToken cancellation)
    {
        var ids = await db.Set<SubjectPart>().Where(p => p.Kind == "sector" && p.Part == Revision.Shared).Select(p => p.Subject).ToListAsync(cancellation);
        var sheets = (await NewestDrafts.ReadAsync(db, "sector", ids, cancellation)).Values
            .Select(d => ContentJson.Read<SectorContent>(d.Join("sector").ToJsonString()));
        return new(sheets.ToDictionary(s => s.Id, StringComparer.Ordinal), new(db, feed));
    }

    /// <summary>The sheet of a sector, on the site or withdrawn; null for an unknown one.</summary>
    public SectorContent? Find(string sector) => _sheets.GetValueOrDefault(sector);

    /// <summary>Refuses a sector's line if products hold values that its sheet does not take.</summary>
    public async Task CheckAsync(FeedLine line, CancellationToken cancellation)
    {
        // A sector that came from elsewhere since the feed was begun: the line's values were read by no sheet.
        if (line is { Kind: "product", OnlyWithdraws: false } && line.Content!["sector"]!.GetValue<string>() is var sector && Find(sector) is null)
            line.Refuse("sector", "UnknownReference", ("id", sector));
        if (line is { Kind: "sector", OnlyWithdraws: false } && Find(line.Id) is { } older)
            await _held.CheckAsync(line, older, SheetOf(line), cancellation);
    }

    public void Accept(FeedLine line)
    {
        if (line is { Kind: "sector", OnlyWithdraws: false })
            _sheets[line.Id] = SheetOf(line);
        _held.Accept(line);
    }

    private static SectorContent SheetOf(FeedLine line) => ContentJson.Read<SectorContent>(line.Content!.ToJsonString());
}
