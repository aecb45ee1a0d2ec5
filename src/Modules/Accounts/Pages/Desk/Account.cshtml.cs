using ExportPortal.Accounts.People;
using ExportPortal.Accounts.SigningIn;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Ui.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Accounts.Pages.Desk;

internal sealed class AccountModel(UserManager<Person> people, ChangeAccount change, FormErrors errors) : PageModel
{
    public string Email { get; private set; } = "";

    public bool Saved { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public async Task<IActionResult> OnGetAsync(bool saved)
    {
        if (await people.GetUserAsync(User) is not { } person)
            return NotFound();
        (Email, Name, Language, Saved) = (person.Email!, person.Name, person.Culture, saved);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await people.GetUserAsync(User) is not { } person)
            return NotFound();
        var outcome = await change.RunAsync(person, Name ?? "", Language ?? "");
        return outcome.IsDone ? Redirect($"/{person.Culture}/desk/account?saved=true") : ShowAgain(person, outcome);
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? present, string? wanted)
    {
        if (await people.GetUserAsync(User) is not { } person)
            return NotFound();
        (Name, Language) = (person.Name, person.Culture);
        var outcome = await change.SetPasswordAsync(person, present ?? "", wanted ?? "");
        return outcome.IsDone ? Redirect($"/{CurrentCulture.Of(HttpContext).Tag}/desk/account?saved=true") : ShowAgain(person, outcome);
    }

    private PageResult ShowAgain(Person person, Outcome outcome)
    {
        Email = person.Email!;
        errors.Add(outcome.Refusals);
        return Page();
    }
}
