using System.Globalization;
using ExportPortal.Ui.Errors;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Ui.Head;

/// <summary>The <c>page</c> of a list's address.</summary>
public static class PageNumber
{
    private const int Last = 100_000;

    /// <summary>Reads it and names the page in its head; 1 when it is absent. False when it is malformed: the answer is a 400 that names the field.</summary>
    public static bool ReadPage(this PageModel model, PageHead head, out int page)
    {
        var given = model.Request.Query["page"];
        page = 1;
        if (given.Count == 0)
            return true;
        if (given.Count > 1 || !int.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out page) || page is < 1 or > Last)
        {
            BadField.Name(model.HttpContext, "page");
            return false;
        }
        if (page > 1)
            head.CanonicalQuery = string.Create(CultureInfo.InvariantCulture, $"?page={page}");
        return true;
    }
}
