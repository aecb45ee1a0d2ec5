using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ExportPortal.Inquiries.Mails;

/// <summary>
/// How many mails one address gets because somebody named it in a form: it may be a stranger's. Whoever is over the limit is heard all the same,
/// and reads the answer behind the link shown on the screen.
/// </summary>
internal sealed class ConfirmationLimit(PortalDbContext db, IOptions<InquiriesOptions> options)
{
    /// <summary>True while one more may be sent. Asked within the transaction that sends it, or two forms at once would both find room.</summary>
    public async Task<bool> AllowsAsync(Contact contact, CancellationToken cancellation)
    {
        var (dayAgo, hourAgo) = (contact.ConsentedAt.AddDays(-1), contact.ConsentedAt.AddHours(-1));
        var sent = await db.Set<Contact>()
            .Where(c => c.Mailbox == contact.Mailbox && c.ConsentedAt > dayAgo && db.Set<BuyerLink>().Any(l => l.InquiryId == c.InquiryId && l.Purpose == LinkPurpose.Confirm))
            .Select(c => c.ConsentedAt).ToListAsync(cancellation);
        return sent.Count < options.Value.ConfirmationsPerDay && sent.Count(at => at > hourAgo) < options.Value.ConfirmationsPerHour;
    }
}
