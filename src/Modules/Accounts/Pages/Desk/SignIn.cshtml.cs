using System.Globalization;
using ExportPortal.Accounts.SigningIn;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Accounts.Pages.Desk;

internal sealed class SignInModel(SignIn signIn, SignInLimit limit, FormErrors errors) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public void OnGet() => Email = null;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!limit.Limiter.TryTake(HttpContext, out var wait))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            errors.Add(new Refusal("Accounts.SignIn.TooMany", null, ("minutes", (int)Math.Ceiling(wait.TotalMinutes))));
            return Page();
        }
        var password = Password ?? "";
        var outcome = password.Length > AccountsModule.LongestPassword ? null : await signIn.RunAsync(Email?.Trim() ?? "", password);
        if (outcome is not { IsDone: true })
        {
            errors.Add(outcome?.Refusals ?? [new Refusal("Accounts.SignIn.Refused")]);
            return Page();
        }
        return Url.IsLocalUrl(ReturnUrl) ? Redirect(ReturnUrl) : Redirect($"/{outcome.Value.Culture}/desk");
    }
}
