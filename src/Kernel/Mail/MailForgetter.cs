using System.Text.Json;
using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Outbox;

namespace ExportPortal.Kernel.Mail;

/// <summary>
/// Deletes mails with somebody's data that were written into the data folder. It is an effect of the outbox as the writing is,
/// so that it comes after a mail that was on its way, and a kill in between leaves none behind.
/// </summary>
internal sealed class MailForgetter(DataFolder folder) : IOutboxHandler
{
    public const string OutboxKind = "forget-mails";

    public string Kind => OutboxKind;

    public Task HandleAsync(OutboxEffect effect, CancellationToken cancellation)
    {
        // With the ending open: the process may have ended while it wrote the file aside.
        foreach (var file in Directory.GetFiles(folder.Mail, "*" + MailFile.EndOf(JsonSerializer.Deserialize<string>(effect.Payload)!) + "*"))
            File.Delete(file);
        return Task.CompletedTask;
    }
}

/// <summary>Names the files of mails that are written instead of sent.</summary>
internal static class MailFile
{
    // Two signs, which no reference holds in a row: one reference is never the end of another.
    private const string Between = "--";

    /// <summary>The name: the outbox number, and the reference by which it is found again.</summary>
    public static string NameOf(long id, MailMessage mail) =>
        FormattableString.Invariant($"{id:D8}") + (mail.DataOf is { } dataOf ? EndOf(dataOf) : ".eml");

    /// <summary>How the names of all mails with this person's data end.</summary>
    public static string EndOf(string dataOf) => dataOf.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        ? Between + dataOf + ".eml"
        : throw new ArgumentException("A reference that names a file is made of ASCII letters, digits and hyphens.", nameof(dataOf));
}
