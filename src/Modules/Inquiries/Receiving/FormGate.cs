using ExportPortal.Kernel.Outcomes;
using ExportPortal.Ui.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>Lets people's forms in and machines' not.</summary>
internal sealed class FormGate(FormTickets tickets, SendLimit limit, SendingBook book, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> cookies)
{
    private const string SendsName = "inquiries", TriesName = "tries";

    public FormTicket Open() => tickets.New();

    /// <summary>The ticket a form brings back; null when it is not one, or too old.</summary>
    public FormTicket? Read(IFormCollection form) => tickets.Read(form["ticket"]);

    /// <summary>Names the sending of a form. The cookie of its token tells one browser from another.</summary>
    public SendingKey KeyOf(HttpContext context, FormTicket ticket) => SendingKey.OfForm(ticket.Form) with { Browser = context.Request.Cookies[cookies.Value.Cookie.Name!] };

    /// <summary>The receipt of what was sent under this key before.</summary>
    public Task<Receipt?> FindSentAsync(SendingKey key, CancellationToken cancellation) => book.FindAsync(key.Key, cancellation);

    /// <summary>Why a form is not let in; null when it is. Too many: the answer is a 429 with the time to wait.</summary>
    public async Task<Refusal?> RefuseAsync(HttpContext context, FormTicket? ticket, IFormCollection form)
    {
        if (TooMany(context) is { } tooMany)
            return tooMany;
        Refusal? refusal = !await antiforgery.IsRequestValidAsync(context) ? new("Inquiries.Form.NotMatched")
            : ticket is null ? new("Inquiries.Form.TooOld")
            : form[FormTickets.Honeypot].ToString().Length > 0 ? new("Ui.Form.NotForPeople")
            : tickets.IsTooQuick(ticket, limit.LeastSeconds) ? new("Ui.Form.TooQuick") : null;
        if (refusal is not null)
            GiveBack(context);
        return refusal;
    }

    /// <summary>Tells a program what is left of its limit, unless it was told that nothing is.</summary>
    public void Tell(HttpContext context)
    {
        if (context.Response.StatusCode != StatusCodes.Status429TooManyRequests)
            limit.Sends.Tell(context, SendsName, TimeSpan.Zero);
    }

    /// <summary>Counts one more of this client's; what to say when there were too many, with the answer's status set.</summary>
    public Refusal? TooMany(HttpContext context)
    {
        var (limiter, name) = (limit.Tries, TriesName);
        if (limiter.TryTake(context, out var wait))
            (limiter, name) = (limit.Sends, SendsName);
        if (limiter == limit.Sends && limiter.TryTake(context, out wait))
            return null;
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        limiter.Tell(context, name, wait);
        return new("Ui.Form.TooMany", null, ("minutes", (int)Math.Ceiling(wait.TotalMinutes)));
    }

    /// <summary>Sends what was let in. What is refused or fails was a try, and counts as nothing sent.</summary>
    /// <param name="context">The client's request.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="isSent">Whether that came to something.</param>
    public async Task<T> SendAsync<T>(HttpContext context, Func<Task<T>> send, Func<T, bool> isSent)
    {
        var counts = false;
        try
        {
            var result = await send();
            counts = isSent(result);
            return result;
        }
        finally
        {
            if (!counts)
                GiveBack(context);
        }
    }

    private void GiveBack(HttpContext context) => limit.Sends.GiveBack(context);
}
