using ExportPortal.Kernel.Outcomes;
using ExportPortal.Ui.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>Lets people's forms in and machines' not.</summary>
internal sealed class FormGate(FormTickets tickets, FormCheck check, SendLimit limit, SendingBook book, IOptions<AntiforgeryOptions> cookies)
{
    public FormTicket Open() => tickets.New();

    /// <summary>The ticket a form brings back; null when it is not one, or too old.</summary>
    public FormTicket? Read(IFormCollection form) => tickets.Read(form["ticket"]);

    /// <summary>Names the sending of a form. The cookie of its token tells one browser from another.</summary>
    public SendingKey KeyOf(HttpContext context, FormTicket ticket) => SendingKey.OfForm(ticket.Form) with { Browser = context.Request.Cookies[cookies.Value.Cookie.Name!] };

    /// <summary>The receipt of what was sent under this key before.</summary>
    public Task<Receipt?> FindSentAsync(SendingKey key, CancellationToken cancellation) => book.FindAsync(key.Key, cancellation);

    /// <summary>Why a form is not let in; null when it is. Too many: the answer is a 429 with the time to wait.</summary>
    public async Task<Refusal?> RefuseAsync(HttpContext context, FormTicket? ticket, IFormCollection form) =>
        TooMany(context) ?? await SendAsync(context, () => check.RefuseAsync(context, ticket, form, limit.LeastSeconds), refusal => refusal is null);

    /// <inheritdoc cref="FormLimit.Tell"/>
    public void Tell(HttpContext context) => limit.Tell(context);

    /// <inheritdoc cref="FormLimit.TooMany"/>
    public Refusal? TooMany(HttpContext context) => limit.TooMany(context);

    /// <inheritdoc cref="FormLimit.SendAsync{T}"/>
    public Task<T> SendAsync<T>(HttpContext context, Func<Task<T>> send, Func<T, bool> isSent) => limit.SendAsync(context, send, isSent);
}
