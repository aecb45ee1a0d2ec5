using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Deadlines;
using ExportPortal.Inquiries.Records;
using ExportPortal.Inquiries.Routing;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Pages.Desk;

/// <summary>One line of the inbox.</summary>
internal sealed record InboxRow(
    string Reference, InquiryState State, string ShownState, InquiryKind Kind, string Destination, string Desk, TimeZoneInfo Zone,
    DateTimeOffset ReceivedAt, DateTimeOffset? DueAt, bool IsOverdue, bool IsEscalated, bool IsWrittenAgain, FoundText? Asked, int More);

internal sealed class InboxModel(StaffAccess access, ReasonWords words, Terms terms, ReadInquiry read) : PageModel
{
    private const int PageSize = 25;
    private const string Open = "open";
    private const string Overdue = "overdue";
    private const string All = "all";

    public IReadOnlyList<(string Filter, int Count)> Filters { get; private set; } = [];

    public string Filter { get; private set; } = Open;

    public IReadOnlyList<InboxRow> Rows { get; private set; } = [];

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public bool SeveralDesks { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? state, CancellationToken cancellation)
    {
        var counts = await CountAsync(cancellation);
        Filter = state is not null && counts.ContainsKey(state) ? state : Open;
        Filters = [.. counts.Select(c => (c.Key, c.Value))];
        Pages = Math.Max(1, (counts[Filter] + PageSize - 1) / PageSize);
        // Whatever the address asks for beyond that: the nearest there is.
        PageNumber = Math.Min(this.ReadPage(), Pages);
        SeveralDesks = access.IsAdministrator || access.Desks.Count != 1;
        await ReadAsync(cancellation);
        return Page();
    }

    private async Task<Dictionary<string, int>> CountAsync(CancellationToken cancellation)
    {
        var now = terms.Now;
        var byState = await access.Visible.GroupBy(i => i.State).Select(g => new { State = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.State, g => g.Count, cancellation);
        int Of(InquiryState state) => byState.GetValueOrDefault(state);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            [Open] = Of(InquiryState.Received) + Of(InquiryState.Held) + Of(InquiryState.Released),
            [Overdue] = await access.Visible.CountAsync(i => i.DueAt < now, cancellation),
        };
        foreach (var state in Enum.GetValues<InquiryState>())
            counts[NameOf(state)] = Of(state);
        counts[All] = byState.Values.Sum();
        return counts;
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var (now, culture) = (terms.Now, CurrentCulture.Of(HttpContext));
        var rows = await Filtered(now).Skip((PageNumber - 1) * PageSize).Take(PageSize)
            .Include(i => i.Parts).Include(i => i.Products).AsNoTracking().AsSplitQuery().ToListAsync(cancellation);
        var names = await read.FirstNamesAsync(rows, access.FirmsIn, culture.Tag, cancellation);
        var again = await read.WrittenAgainAsync(rows, access.FirmsIn, cancellation);
        Rows = [.. rows.Select(i => new InboxRow(i.Reference, i.State, i.ShownState, i.Kind, i.Destination, words.DeskName(i.Desk, culture), terms.ZoneOf(i.Desk),
            i.ReceivedAt, i.DueAt, i.DueAt < now, i.EscalatedAt is not null, again.Contains(i.Id),
            i.IsForDesk ? new(culture.Tag, words.DeskName(i.Desk, culture)) : names[i.Id].Name, names[i.Id].More))];
    }

    // What waits stands in the order in which it is due; what is over, the latest first.
    private IQueryable<Inquiry> Filtered(DateTimeOffset now) => Filter switch
    {
        Open => access.Visible.Where(i => i.State == InquiryState.Received || i.State == InquiryState.Held || i.State == InquiryState.Released).OrderBy(i => i.DueAt).ThenBy(i => i.Id),
        Overdue => access.Visible.Where(i => i.DueAt < now).OrderBy(i => i.DueAt).ThenBy(i => i.Id),
        All => access.Visible.OrderByDescending(i => i.Id),
        var name => OfState(Enum.GetValues<InquiryState>().Single(s => NameOf(s) == name)),
    };

    private IQueryable<Inquiry> OfState(InquiryState state) => access.Visible.Where(i => i.State == state).OrderByDescending(i => i.Id);

    private static string NameOf(InquiryState state) => state.ToString().ToLowerInvariant();
}
