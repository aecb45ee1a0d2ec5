using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Ui.Head;

/// <summary>The <c>page</c> of a list's address. None is wrong: one that is not there leads to the nearest that is.</summary>
public static class PageNumber
{
    private const int Last = 100_000;

    /// <summary>The page asked for, from 1: the first when it is absent or no number.</summary>
    public static int ReadPage(this PageModel model) =>
        long.TryParse(model.Request.Query["page"].FirstOrDefault(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var page) ? (int)Math.Clamp(page, 1, Last) : 1;

    /// <summary>Where a reader goes on who asked for another page than the list has; null for one it has, which is then named in the page's head.</summary>
    /// <param name="model">The list's page.</param>
    /// <param name="head">Its head.</param>
    /// <param name="pages">How many pages the list has, at least one.</param>
    public static IActionResult? FindNearestPage(this PageModel model, PageHead head, int pages)
    {
        var given = model.Request.Query["page"];
        var nearest = Math.Clamp(model.ReadPage(), 1, pages);
        var query = nearest == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"?page={nearest}");
        head.CanonicalQuery = query;
        return given.Count == 0 || (given is [var only] && int.TryParse(only, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page == nearest)
            ? null : new RedirectResult(model.Request.Path.ToUriComponent() + query);
    }
}
