using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Outbox;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ExportPortal.Kernel.Mail;

/// <summary>Sends queued mails by SMTP, or writes them into the data folder when no host is set.</summary>
public sealed class MailHandler(IOptions<MailOptions> options, DataFolder folder, ILogger<MailHandler> log) : IOutboxHandler
{
    /// <inheritdoc/>
    public string Kind => MailMessage.OutboxKind;

    /// <inheritdoc/>
    public async Task HandleAsync(OutboxEffect effect, CancellationToken cancellation)
    {
        var id = effect.Id;
        var mail = JsonSerializer.Deserialize<MailMessage>(effect.Payload)!;
        // A file written twice is the same file; what a server has taken it can't be asked for.
        using var message = Compose(id, mail, options.Value.Host.Length == 0 ? null : effect.SettleAsync);
        if (options.Value.Host.Length == 0)
        {
            await WriteAsync(id, mail, message, cancellation);
            log.MailWritten(id);
            return;
        }
        using var client = new SmtpClient(options.Value.Host, options.Value.Port)
        {
            EnableSsl = options.Value.StartTls,
            Timeout = options.Value.TimeoutSeconds * 1000,
        };
        if (options.Value.User.Length > 0)
            client.Credentials = new NetworkCredential(options.Value.User, options.Value.Password);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        await client.SendMailAsync(message, limit.Token);
    }

    private System.Net.Mail.MailMessage Compose(long id, MailMessage mail, Func<Task>? beforeEnd)
    {
        var message = new System.Net.Mail.MailMessage(options.Value.From, mail.To)
        {
            Subject = mail.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.AlternateViews.Add(Html(mail, beforeEnd));
        // The same number at each attempt: a mail that left twice, because its server took it and never said so, can be recognised.
        var domain = new MailAddress(options.Value.From).Host;
        message.Headers["Message-ID"] = string.Create(CultureInfo.InvariantCulture, $"<{id}.outbox@{domain}>");
        message.Headers["Content-Language"] = mail.Culture;
        message.Headers["Auto-Submitted"] = "auto-generated";
        foreach (var (name, value) in StopHeaders(mail))
            message.Headers[name] = value;
        return message;
    }

    // By these, mail programs offer a button of their own.
    private static IEnumerable<(string Name, string Value)> StopHeaders(MailMessage mail) =>
        mail.StopAt is { } address ? [("List-Unsubscribe", $"<{address}>"), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")] : [];

    // Plain text has no direction of its own; readers of Persian and Arabic need the part that has.
    private static AlternateView Html(MailMessage mail, Func<Task>? beforeEnd)
    {
        var paragraphs = mail.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(p => $"<p>{string.Join("<br>", p.Split('\n').Select(Line))}</p>");
        var html = $"""
            <!doctype html><html lang="{mail.Culture}" dir="{PortalCultures.DirectionOf(mail.Culture)}"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(mail.Subject)}</title></head>
            <body style="font:16px/1.6 sans-serif;color:#1c2321;max-width:38em">{string.Concat(paragraphs)}</body></html>
            """;
        // The last part of the mail: when it is read to its end, all that the server still waits for is the end itself.
        return new(new LastPart(Encoding.UTF8.GetBytes(html), beforeEnd), new ContentType(MediaTypeNames.Text.Html) { CharSet = "utf-8" }) { TransferEncoding = TransferEncoding.Base64 };
    }

    private static string Line(string line)
    {
        var text = WebUtility.HtmlEncode(line);
        return Uri.TryCreate(line, UriKind.Absolute, out var link) && link.Scheme is "http" or "https"
            ? $"<a href=\"{text}\" dir=\"ltr\">{text}</a>"
            : text;
    }

    private async Task WriteAsync(long id, MailMessage mail, System.Net.Mail.MailMessage message, CancellationToken cancellation)
    {
        var text = new StringBuilder()
            .Append("Message-ID: ").AppendLine(message.Headers["Message-ID"])
            .Append("From: ").AppendLine(options.Value.From)
            .Append("To: ").AppendLine(mail.To)
            .Append("Subject: ").AppendLine(message.Subject)
            .Append("Content-Language: ").AppendLine(mail.Culture)
            .Append(string.Concat(StopHeaders(mail).Select(h => $"{h.Name}: {h.Value}{Environment.NewLine}")))
            .AppendLine("Content-Type: text/plain; charset=utf-8")
            .AppendLine().Append(mail.Text).AppendLine();
        var file = Path.Combine(folder.Mail, MailFile.NameOf(id, mail));
        await File.WriteAllTextAsync(file + ".new", text.ToString(), cancellation);
        File.Move(file + ".new", file, overwrite: true);
    }
}
