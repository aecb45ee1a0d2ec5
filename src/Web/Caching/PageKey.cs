using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace ExportPortal.Web.Caching;

/// <summary>Which page is meant: its path, and the number of a list's page. The rest of a query makes no other page.</summary>
internal readonly record struct PageKey(string Path, int Number = 1)
{
    /// <summary>The page a request means; null when its number is malformed, which the page itself must tell.</summary>
    public static PageKey? Of(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (!request.QueryString.HasValue)
            return new(path);
        var (number, isNamed) = (1, false);
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            if (!pair.DecodeName().Span.Equals("page", StringComparison.OrdinalIgnoreCase))
                continue;
            if (isNamed || !TryReadNumber(pair.DecodeValue().Span, out number))
                return null;
            isNamed = true;
        }
        return new(path, number);
    }

    /// <summary>The query that makes this page, and nothing else.</summary>
    public QueryString Query => Number == 1 ? default : new(string.Create(CultureInfo.InvariantCulture, $"?page={Number}"));

    // "01" means the same page as "1" and must not be kept beside it.
    private static bool TryReadNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text[0] != '0';
}
