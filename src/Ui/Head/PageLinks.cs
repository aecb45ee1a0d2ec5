using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Ui.Head;

/// <summary>The addresses of the present page in other cultures.</summary>
public sealed class PageLinks(PageHead head, PublicAddress address, IHttpContextAccessor accessor)
{
    private HttpContext Context => accessor.HttpContext!;

    /// <summary>Where a reader goes on in another culture: the same page, with the same query unless the page names its own paths.</summary>
    public string Switch(PortalCulture culture) => PathIn(culture.Tag) + (head.Paths.Count == 0 ? Context.Request.QueryString.Value : head.CanonicalQuery);

    /// <summary>The address search engines shall know; it leads to the culture that has the text.</summary>
    public string Canonical(PortalCulture culture)
    {
        var written = head.WrittenIn is not { Count: > 0 } cultures || cultures.Contains(culture.Tag) ? culture.Tag
            : PortalCultures.Chain(culture.Tag).FirstOrDefault(cultures.Contains) ?? cultures.First();
        return Absolute(written);
    }

    /// <summary>The page in each culture that has a text of its own, then <c>x-default</c>; nothing for a page that is left out of search engines.</summary>
    public IEnumerable<(string Culture, string Address)> Alternates()
    {
        var written = PortalCultures.All.Select(c => c.Tag).Where(tag => head.WrittenIn?.Contains(tag) != false).ToArray();
        if (head.NoIndex || written.Length == 0)
            yield break;
        foreach (var tag in written)
            yield return (tag, Absolute(tag));
        yield return ("x-default", Absolute(written.Contains(PortalCultures.Default.Tag) ? PortalCultures.Default.Tag : written[0]));
    }

    private string Absolute(string tag) => address.Of(PathIn(tag)) + head.CanonicalQuery;

    private string PathIn(string tag)
    {
        if (head.Paths.TryGetValue(tag, out var known))
            return known;
        var rest = Context.Request.Path.ToUriComponent() is ['/', .. var path] && path.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? path[slash..] : "/";
        return "/" + tag + rest;
    }
}
