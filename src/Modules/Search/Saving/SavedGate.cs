using ExportPortal.Kernel.Limits;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Ui.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ExportPortal.Search.Saving;

/// <summary>How often one client may send the form.</summary>
internal sealed class SavedLimit(IOptions<SearchOptions> options, TimeProvider time)
{
    public ClientLimiter Sends { get; } = new(options.Value.LimitSends, TimeSpan.FromMinutes(options.Value.LimitMinutes), time);
}

/// <summary>Lets people's forms in and machines' not.</summary>
internal sealed class SavedGate(FormTickets tickets, SavedLimit limit, IAntiforgery antiforgery, IOptions<SearchOptions> options)
{
    public FormTicket Open() => tickets.New();

    /// <summary>The ticket a form brings back; null when it is not one, or too old.</summary>
    public FormTicket? Read(IFormCollection form) => tickets.Read(form["ticket"]);

    /// <summary>How long ago a form was opened.</summary>
    public TimeSpan AgeOf(FormTicket ticket) => tickets.AgeOf(ticket);

    /// <summary>Why a form is not let in; null when it is. Too many: the answer is a 429 with the time to wait.</summary>
    public async Task<Refusal?> RefuseAsync(HttpContext context, FormTicket? ticket, IFormCollection form)
    {
        if (!limit.Sends.TryTake(context, out var wait))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            limit.Sends.Tell(context, "saved", wait);
            return new("Ui.Form.TooMany", null, ("minutes", (int)Math.Ceiling(wait.TotalMinutes)));
        }
        return !await antiforgery.IsRequestValidAsync(context) ? new("Search.Saved.NotMatched")
            : ticket is null ? new("Search.Saved.TooOld")
            : form[FormTickets.Honeypot].ToString().Length > 0 ? new("Ui.Form.NotForPeople")
            : tickets.IsTooQuick(ticket, options.Value.LeastSeconds) ? new("Ui.Form.TooQuick") : null;
    }
}
