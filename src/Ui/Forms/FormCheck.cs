using ExportPortal.Kernel.Outcomes;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Ui.Forms;

/// <summary>Tells people's forms from machines' and from other sites'.</summary>
public sealed class FormCheck(FormTickets tickets, IAntiforgery antiforgery)
{
    /// <summary>Why a form is not let in; null when it is.</summary>
    /// <param name="context">The client's request.</param>
    /// <param name="ticket">As <see cref="FormTickets.Read"/> read it.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="leastSeconds">A form sent sooner, in seconds, is a machine's.</param>
    public async Task<Refusal?> RefuseAsync(HttpContext context, FormTicket? ticket, IFormCollection form, int leastSeconds) =>
        !await antiforgery.IsRequestValidAsync(context) ? new("Ui.Form.NotMatched")
        : ticket is null ? new("Ui.Form.TooOld")
        : form[FormTickets.Honeypot].ToString().Length > 0 ? new("Ui.Form.NotForPeople")
        : tickets.IsTooQuick(ticket, leastSeconds) ? new("Ui.Form.TooQuick") : null;
}
