using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Answering;

/// <summary>Which inquiries the signed-in person sees, and as whom. Every read and write of staff goes through here.</summary>
internal sealed class StaffAccess(PortalDbContext db, ICurrentPerson person)
{
    public bool IsAdministrator => person.Scopes.Contains(Scope.Administrator);

    public IReadOnlyList<string> Desks => Ids("desk");

    public IReadOnlyList<string> Firms => Ids("firm");

    /// <summary>The person's internal id.</summary>
    public string Actor => person.Id ?? throw new InvalidOperationException("Staff pages are for people who signed in.");

    /// <summary>Desks see what came to them; firms what was released to them; administrators everything.</summary>
    public IQueryable<Inquiry> Visible
    {
        get
        {
            var all = db.Set<Inquiry>();
            if (IsAdministrator)
                return all;
            var (desks, firms) = (Desks, Firms);
            return all.Where(i => desks.Contains(i.Desk) || (i.ReleasedAt != null && i.Parts.Any(p => firms.Contains(p.Firm))));
        }
    }

    /// <summary>An inquiry to be worked on, with parts and products; null when there is none or it is not theirs to see.</summary>
    public Task<Inquiry?> FindAsync(string reference, CancellationToken cancellation) =>
        Visible.Include(i => i.Parts).Include(i => i.Products).AsSplitQuery().FirstOrDefaultAsync(i => i.Reference == reference, cancellation);

    /// <summary>True when they act for the inquiry's desk.</summary>
    public bool ActsForDesk(Inquiry inquiry) => person.MayActFor(Scope.Desk(inquiry.Desk));

    /// <summary>The firms for which they answer, each its own part; empty when they act for the desk, or have no part.</summary>
    public IReadOnlyList<string> FirmsIn(Inquiry inquiry) => ActsForDesk(inquiry) ? [] : [.. inquiry.Parts.Select(p => p.Firm).Where(Firms.Contains)];

    private string[] Ids(string kind) => [.. person.Scopes.Where(s => s.Kind == kind).Select(s => s.Id)];
}
