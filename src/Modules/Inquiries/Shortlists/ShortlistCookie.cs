using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Values;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Inquiries.Shortlists;

/// <summary>The products a visitor noted, in a cookie of their own: no account, nothing on the server.</summary>
internal static class ShortlistCookie
{
    public const string Name = "portal.shortlist";
    private const char Between = '.';
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>Public ids in the order they were noted.</summary>
    public static IReadOnlyList<string> Read(HttpRequest request) =>
        request.Cookies[Name] is { Length: > 0 } value
            ? [.. value.Split(Between).Where(PublicId.IsValid).Distinct().Take(Inquiry.MostProducts)]
            : [];

    public static void Write(HttpResponse response, IReadOnlyCollection<string> products)
    {
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = response.HttpContext.Request.IsHttps, IsEssential = true, Path = "/" };
        if (products.Count == 0)
        {
            response.Cookies.Delete(Name, options);
            return;
        }
        options.MaxAge = Lifetime;
        response.Cookies.Append(Name, string.Join(Between, products), options);
    }
}
