using Microsoft.AspNetCore.Http;

namespace ExportPortal.Ui.Errors;

/// <summary>Which part of a request made it a bad one (400), for the page that says so.</summary>
public static class BadField
{
    private static readonly object Key = new();

    /// <summary>Names the field.</summary>
    public static void Name(HttpContext context, string field) => context.Items[Key] = field;

    /// <summary>The field that was named; null if none was.</summary>
    public static string? Of(HttpContext context) => context.Items.TryGetValue(Key, out var field) ? (string?)field : null;
}
