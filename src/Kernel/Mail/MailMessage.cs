using System.Text.Json;
using ExportPortal.Kernel.Database;

namespace ExportPortal.Kernel.Mail;

/// <summary>A mail to one person, as plain text.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Culture">The culture it is written in, which sets its direction.</param>
public sealed record MailMessage(string To, string Subject, string Text, string Culture)
{
    /// <summary>The outbox kind of mails.</summary>
    public const string OutboxKind = "mail";
}

/// <summary>Queues mails.</summary>
public static class MailQueue
{
    /// <summary>Queues a mail; it leaves after the next save has been committed.</summary>
    public static void QueueMail(this PortalDbContext db, MailMessage mail) =>
        db.Queue(MailMessage.OutboxKind, JsonSerializer.Serialize(mail));
}
