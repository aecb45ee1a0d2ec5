using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.Values;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ExportPortal.Search.Saving;

/// <summary>What a reader typed to have a search watched.</summary>
internal sealed record SaveForm(string Email, bool Consent);

/// <summary>
/// Keeps a search to be watched once its reader confirms it, with the mail that asks them to in the same transaction. Whoever sends the form
/// learns the same whether the address watches this search already, never did, or had too many such mails.
/// </summary>
internal sealed class SaveSearch(PortalDbContext db, ReadSaved read, SavedMails mails, DatabaseClock clock, IOptions<SearchOptions> options)
{
    // Who presses a button twice means it once.
    private static readonly TimeSpan BetweenMails = TimeSpan.FromMinutes(1);

    /// <summary>Done, or why not: each refusal names its field.</summary>
    /// <param name="search">What to watch, as <see cref="ReadSaved"/> reads it.</param>
    /// <param name="form">As typed.</param>
    /// <param name="openFor">How long ago the form was opened: what was published since is not among the results its reader saw.</param>
    /// <param name="cancellation">Ends the saving, which is one transaction.</param>
    public async Task<Outcome> RunAsync(SearchRequest search, SaveForm form, TimeSpan openFor, CancellationToken cancellation)
    {
        var email = form.Email.Trim().Normalize();
        if (Refuse(search, email, form.Consent).ToArray() is { Length: > 0 } refusals)
            return Outcome.Refused(refusals);
        // Before the transaction, in which everybody else who publishes waits.
        var known = read.FindKnown(search);
        try
        {
            await SaveAsync(search, email, openFor, known, cancellation);
        }
        catch (DbUpdateException)
        {
            // Its reader stopped it, or it was forgotten, at this moment: then it is a new one.
            db.ChangeTracker.Clear();
            await SaveAsync(search, email, openFor, known, cancellation);
        }
        return Outcome.Done;
    }

    private async Task SaveAsync(SearchRequest search, string email, TimeSpan openFor, IReadOnlySet<FacetValue> known, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginOrderedAsync(cancellation);
        // By the database's clock, as subjects are dated.
        var (now, mailbox, key) = (await clock.NowAsync(db, cancellation), EmailAddress.MailboxOf(email), SavedSearch.KeyOf(email, search));
        if (!await HasRoomAsync(mailbox, key, now, cancellation))
            return;
        var saved = await db.Set<SavedSearch>().SingleOrDefaultAsync(s => s.Key == key, cancellation);
        if (saved is null)
            db.Add(saved = new() { Key = key, Email = email, Mailbox = mailbox, Culture = search.Culture, Query = SearchLinks.QueryOf(search), AskedAt = now, LookedAt = now - openFor - FindNew.Settling, DueAt = now });
        else if (saved.ConfirmedAt is null)
            (saved.Culture, saved.AskedAt) = (search.Culture, now);
        mails.Answer(saved, known, now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

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
