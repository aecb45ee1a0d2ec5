using ExportPortal.Kernel.Outcomes;
using ExportPortal.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ExportPortal.Search.Saving;

/// <summary>How often one client may send the form.</summary>
internal sealed class SavedLimit(IOptions<SearchOptions> options, TimeProvider time) : FormLimit("saved", options.Value.LimitSends, options.Value.LimitMinutes, time)
{
    /// <summary>A form sent sooner, in seconds, is a machine's.</summary>
    public int LeastSeconds => options.Value.LeastSeconds;
}

/// <summary>Lets people's forms in and machines' not.</summary>
internal sealed class SavedGate(FormTickets tickets, FormCheck check, SavedLimit limit)
{
    public FormTicket Open() => tickets.New();

    /// <summary>The ticket a form brings back; null when it is not one, or too old.</summary>
    public FormTicket? Read(IFormCollection form) => tickets.Read(form["ticket"]);

    /// <summary>How long ago a form was opened.</summary>
    public TimeSpan AgeOf(FormTicket ticket) => tickets.AgeOf(ticket);

    /// <summary>Saves what is let in, and counts it if that is done; else why not. Too many: the answer is a 429 with the time to wait.</summary>
    public async Task<Outcome> SendAsync(HttpContext context, FormTicket? ticket, IFormCollection form, Func<Task<Outcome>> save) =>
        limit.TooMany(context) is { } tooMany ? Outcome.Refused(tooMany) : await limit.SendAsync(context, async () =>
            await check.RefuseAsync(context, ticket, form, limit.LeastSeconds) is { } refusal ? Outcome.Refused(refusal) : await save(), outcome => outcome.IsDone);
}
