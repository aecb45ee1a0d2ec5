using ExportPortal.Inquiries.Deadlines;
using ExportPortal.Inquiries.Records;
using ExportPortal.Inquiries.Routing;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Texts;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Answering;

/// <summary>Reads what staff see of an inquiry beside its messages.</summary>
internal sealed class ReadCase(PortalDbContext db, ReasonWords words, Terms terms, InterfaceTexts texts)
{
    /// <summary>Who asks; null after erasing.</summary>
    public Task<Contact?> ContactAsync(Inquiry inquiry, CancellationToken cancellation) =>
        db.Set<Contact>().AsNoTracking().FirstOrDefaultAsync(c => c.InquiryId == inquiry.Id, cancellation);

    /// <summary>The desk's name and zone, and whether the next step is overdue.</summary>
    public (string Name, TimeZoneInfo Zone, bool IsOverdue) DeskOf(Inquiry inquiry, PortalCulture culture) =>
        (words.DeskName(inquiry.Desk, culture), terms.ZoneOf(inquiry.Desk), inquiry.DueAt < terms.Now);

    /// <summary>Why it came to this desk, and what the release check found, if it was asked.</summary>
    public async Task<(string Routing, string? Release)> ReasonsAsync(Inquiry inquiry, PortalCulture culture, CancellationToken cancellation) => (
        await words.TellAsync(inquiry.RoutingReason, texts.For(culture), cancellation),
        inquiry.ReleaseFinding is { } finding ? await words.TellAsync(finding, texts.For(culture), cancellation) : null);

    /// <summary>What the ledger holds about it, oldest first.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> LedgerAsync(Inquiry inquiry, CancellationToken cancellation) =>
        await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Subject == inquiry.Reference).OrderBy(e => e.Position).ToListAsync(cancellation);
}
