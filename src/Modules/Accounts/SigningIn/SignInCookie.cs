using ExportPortal.Kernel.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ExportPortal.Accounts.SigningIn;

/// <summary>The sign-in cookie, and where those go who have none.</summary>
internal static class SignInCookie
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "portal.person";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = SendToSignIn;
        options.Events.OnRedirectToAccessDenied = HideFromOthers;
    }

    public static string PathOf(string culture) => $"/{culture}/desk/sign-in";

    private static Task SendToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }
        var path = PathOf(CurrentCulture.Of(context.HttpContext).Tag);
        // A form that was sent without being signed in can't be sent again by a link.
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "";
        context.Response.Redirect(back.Length > 0 ? QueryHelpers.AddQueryString(path, "returnUrl", back) : path);
        return Task.CompletedTask;
    }

    // What someone may not see does not exist for them.
    private static Task HideFromOthers(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
