using System.Text.Json;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Kernel.Mail;

/// <summary>A mail to one person, as plain text.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Culture">The culture it is written in, which sets its direction.</param>
/// <param name="DataOf">The reference under which the personal data in it is erased, of ASCII letters, digits and hyphens; null when it holds none.</param>
/// <param name="StopAt">
/// The absolute address that stops mails like this one when it is posted to, without cookie or further question (RFC 8058); null for a mail that nobody subscribed to.
/// </param>
public sealed record MailMessage(string To, string Subject, string Text, string Culture, string? DataOf = null, string? StopAt = null)
{
    /// <summary>The outbox kind of mails.</summary>
    public const string OutboxKind = "mail";
}

/// <summary>Queues mails, and takes them back.</summary>
public static class MailQueue
{
    /// <summary>Queues a mail; it leaves after the next save has been committed.</summary>
    public static void QueueMail(this PortalDbContext db, MailMessage mail) =>
        db.Queue(MailMessage.OutboxKind, JsonSerializer.Serialize(mail), mail.DataOf);

    /// <summary>
    /// Takes back the mails with somebody's data that have not left, at once and within the present transaction;
    /// those that were written into the data folder are deleted after the next save has been committed.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="dataOf">The reference that the mails were queued with.</param>
    /// <param name="cancellation">Ends the deleting.</param>
    public static async Task ForgetMailsAsync(this PortalDbContext db, string dataOf, CancellationToken cancellation)
    {
        await db.Set<OutboxMessage>().Where(m => m.DataOf == dataOf).ExecuteDeleteAsync(cancellation);
        db.Queue(MailForgetter.OutboxKind, JsonSerializer.Serialize(dataOf));
    }
}
