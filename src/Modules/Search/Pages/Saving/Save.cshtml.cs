using ExportPortal.Kernel.Hosting;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Saving;
using ExportPortal.Ui.Forms;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace ExportPortal.Search.Pages.Saving;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
// The gate looks at the token itself: a form without it, as from one of several tabs, is shown again with what was typed.
[IgnoreAntiforgeryToken]
internal sealed class SaveModel(ReadSaved read, SavedGate gate, SaveSearch save, FormErrors errors, IOptions<SearchOptions> options) : PageModel
{
    private const double DaysOfMonth = 30.4;

    public SearchRequest Asked { get; private set; } = null!;

    /// <summary>False for a search that can't be saved, as it asks for everything.</summary>
    public bool Asks => ReadSaved.AsksForSomething(Asked);

    public IReadOnlyList<WatchedLine> Watched => read.Tell(Asked);

    public SaveForm Typed { get; private set; } = new("", false);

    /// <summary>Null where no form is shown.</summary>
    public FormTicket? Ticket { get; private set; }

    /// <summary>True once a form was sent, whatever came of it.</summary>
    public bool Sent { get; private set; }

    public string Results => $"/{Asked.Culture}/search{SearchLinks.QueryOf(Asked)}";

    public int Hours => options.Value.SavedHours;

    public int KeepMonths => (int)Math.Round(options.Value.SavedDays / DaysOfMonth);

    public PageResult OnGet(bool sent)
    {
        (Sent, Ticket) = (sent, gate.Open());
        if (OwnSite.Told(Request) is { } elsewhere)
            errors.Add(elsewhere);
        Read();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Request.HasFormContentType)
            return new UnsupportedMediaTypeResult();
        // Before anything is read: another site's page could show its own words as the reader's.
        if (!OwnSite.Sent(Request))
            return OwnSite.Refuse(Request);
        var form = Request.Form;
        Typed = new(form["email"].ToString(), form["consent"] == "true");
        var ticket = gate.Read(form);
        Ticket = ticket ?? gate.Open();
        Read();
        if (form[PageHead.LanguageLeft].ToString().Length > 0)
            return Page();
        var outcome = await gate.SendAsync(HttpContext, ticket, form, () => save.RunAsync(Asked, Typed, gate.AgeOf(Ticket), cancellation));
        if (outcome.IsDone)
            return Redirect($"/{Asked.Culture}/search/saved{SearchLinks.QueryOf(Asked)}&sent=true");
        errors.Add(outcome.Refusals);
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private void Read() => Asked = read.Read(Request.Query, CurrentCulture.Of(HttpContext).Tag);
}
