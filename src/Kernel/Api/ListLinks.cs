using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Kernel.Api;

/// <summary>The <c>Link</c> header of a page of a list: the first, previous, next and last one (RFC 8288).</summary>
public static class ListLinks
{
    /// <summary>Sets the header. The links differ from the request in their page only.</summary>
    /// <param name="context">The request of a page.</param>
    /// <param name="root">The portal's public address, without a slash at its end.</param>
    /// <param name="page">Which page was asked for, from 1; it may lie beyond the last.</param>
    /// <param name="pages">How many there are, at least 1.</param>
    public static void Write(HttpContext context, string root, int page, int pages)
    {
        var links = new List<string> { LinkTo(1, "first"), LinkTo(pages, "last") };
        if (page > 1)
            links.Insert(1, LinkTo(Math.Min(page - 1, pages), "prev"));
        if (page < pages)
            links.Insert(links.Count - 1, LinkTo(page + 1, "next"));
        context.Response.Headers.Link = string.Join(", ", links);

        string LinkTo(int number, string relation)
        {
            var rest = context.Request.Query.Where(p => !p.Key.Equals("page", StringComparison.OrdinalIgnoreCase)).SelectMany(p => p.Value, (p, value) => KeyValuePair.Create(p.Key, value));
            var query = QueryString.Create([.. rest, KeyValuePair.Create<string, string?>("page", number.ToString(CultureInfo.InvariantCulture))]);
            return $"<{root}{context.Request.Path}{query}>; rel=\"{relation}\"";
        }
    }
}
