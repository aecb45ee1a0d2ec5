namespace ExportPortal.Web.Hosting;

/// <summary>What every answer tells the browser it may not do.</summary>
internal static class SecurityHeaders
{
    // No inline script or style, nothing from another host, in no frame.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Sets them at once, for an answer that nothing takes back.</summary>
    public static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy", ContentPolicy);
        headers["X-Content-Type-Options"] = "nosniff";
        if (!IsPicture(context.Response.ContentType))
        {
            headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        }
        if (context.Request.IsHttps)
            headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains";
    }

    // Of no meaning there, and on a page of twenty pictures as heavy as two of them. A drawing may hold script, and is a document.
    private static bool IsPicture(string? type) => type?.StartsWith("image/", StringComparison.Ordinal) == true && !type.StartsWith("image/svg", StringComparison.Ordinal);
}
