using ExportPortal.Accounts.People;
using ExportPortal.Accounts.SigningIn;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Accounts.Pages.Desk;

internal sealed class SignOutModel(SignInManager<Person> door, ICurrentPerson person, PortalDbContext db) : PageModel
{
    // Only the form signs out: a link could be put anywhere.
    public IActionResult OnGet() => Redirect($"/{CurrentCulture.Of(HttpContext).Tag}/desk");

    public async Task<IActionResult> OnPostAsync()
    {
        db.Record(new LedgerFact("account.signed-out", person.Id!, Actor: person.Id));
        await db.SaveChangesAsync();
        await door.SignOutAsync();
        return Redirect(SignInCookie.PathOf(CurrentCulture.Of(HttpContext).Tag));
    }
}
