using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.Values;
using ExportPortal.Search.Asking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ExportPortal.Search.Saving;

/// <summary>What a reader typed to have a search watched.</summary>
internal sealed record SaveForm(string Email, bool Consent);

/// <summary>
/// Keeps a search to be watched once its reader confirms it, with the mail that asks them to in the same transaction. Whoever sends the form
/// learns the same whether the address watches this search already, never did, or had too many such mails.
/// </summary>
internal sealed class SaveSearch(PortalDbContext db, SavedMails mails, TimeProvider time, DatabaseClock clock, IOptions<SearchOptions> options)
{
    // Who presses a button twice means it once.
    private static readonly TimeSpan BetweenMails = TimeSpan.FromMinutes(1);

    /// <summary>Done, or why not: each refusal names its field.</summary>
    /// <param name="search">What to watch, as <see cref="ReadSaved"/> reads it.</param>
    /// <param name="form">As typed.</param>
    /// <param name="openedAt">When the form was opened, by this node's clock: what is published later is not among the results its reader saw.</param>
    /// <param name="cancellation">Ends the saving, which is one transaction.</param>
    public async Task<Outcome> RunAsync(SearchRequest search, SaveForm form, DateTimeOffset openedAt, CancellationToken cancellation)
    {
        var email = form.Email.Trim().Normalize();
        if (Refuse(search, email, form.Consent).ToArray() is { Length: > 0 } refusals)
            return Outcome.Refused(refusals);
        await using var transaction = await db.BeginOrderedAsync(cancellation);
        var lookedAt = await clock.NowAsync(db, cancellation) - OpenFor(openedAt) - FindNew.Settling;
        var (now, mailbox, key) = (time.GetUtcNow(), EmailAddress.MailboxOf(email), SavedSearch.KeyOf(email, search));
        if (!await HasRoomAsync(mailbox, key, now, cancellation))
            return Outcome.Done;
        var saved = await db.Set<SavedSearch>().SingleOrDefaultAsync(s => s.Key == key, cancellation);
        if (saved is null)
            db.Add(saved = new() { Key = key, Email = email, Mailbox = mailbox, Culture = search.Culture, Query = SearchLinks.QueryOf(search), AskedAt = now, LookedAt = lookedAt, DueAt = now });
        else if (saved.ConfirmedAt is null)
            (saved.Culture, saved.AskedAt) = (search.Culture, now);
        mails.Answer(saved, now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return Outcome.Done;
    }

    // A span, for the database's clock, by which subjects are dated, may differ from this node's.
    private TimeSpan OpenFor(DateTimeOffset openedAt) => time.GetUtcNow() - openedAt is var span && span > TimeSpan.Zero ? span : TimeSpan.Zero;

    private static IEnumerable<Refusal> Refuse(SearchRequest search, string email, bool consent)
    {
        if (!ReadSaved.AsksForSomething(search))
            yield return new("Search.Saved.Nothing");
        if (SearchLinks.QueryOf(search).Length > SavedSearch.LongestQuery)
            yield return new("Search.Saved.TooLong");
        if (email.Length == 0)
            yield return new("Search.Saved.EmailMissing", "email");
        else if (!EmailAddress.IsValid(email))
            yield return new("Ui.Form.EmailMalformed", "email");
        if (!consent)
            yield return new("Search.Saved.ConsentMissing", "consent");
    }

    // Asked within the transaction that sends the mail, or two forms at once would both find room.
    private async Task<bool> HasRoomAsync(string mailbox, string key, DateTimeOffset now, CancellationToken cancellation)
    {
        var (dayAgo, momentAgo) = (now.AddDays(-1), now - BetweenMails);
        var sent = await db.Set<SavedLink>().Where(l => l.Purpose == SavedLinkPurpose.Confirm && l.At > dayAgo && l.Saved!.Mailbox == mailbox)
            .Select(l => new { l.At, l.Saved!.Key }).ToListAsync(cancellation);
        return sent.Count < options.Value.SavedMailsPerDay && !sent.Any(l => l.Key == key && l.At > momentAgo);
    }
}
