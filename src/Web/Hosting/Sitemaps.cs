using System.Globalization;
using System.Text;
using System.Xml;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Limits;
using ExportPortal.Ui.Machines;

namespace ExportPortal.Web.Hosting;

/// <summary>
/// What search engines read first: <c>/robots.txt</c>, the list of sitemaps at <c>/sitemap.xml</c>, and the sitemaps by culture and
/// kind of page, each page with its other cultures (sitemaps.org 0.9, hreflang as XHTML links).
/// </summary>
internal static class Sitemaps
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly XmlWriterSettings Writing = new() { Async = true, CloseOutput = false, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public static void MapSitemaps(this IEndpointRouteBuilder endpoints)
    {
        var cached = new CachedPageAttribute();
        endpoints.MapMethods("/robots.txt", Reading, (PublicAddress address) => Results.Text($"""
            User-agent: *
            Disallow: /*/desk
            Disallow: /*/search?
            Disallow: /*/search/
            Disallow: /*/inquire?
            Disallow: /*/compare?
            Sitemap: {address.Of("/sitemap.xml")}

            """)).WithMetadata(cached).ExcludeFromDescription();
        endpoints.MapMethods("/sitemap.xml", Reading, WriteListAsync).WithMetadata(cached).ExcludeFromDescription();
        // A part has one address: "01" is none.
        endpoints.MapMethods("/sitemaps/{culture:culture}/{name}-{part:regex(^[1-9]\\d{{0,5}}$)}.xml", Reading, WriteAsync).WithMetadata(cached).ExcludeFromDescription();
    }

    private static async Task WriteListAsync(HttpContext context, IEnumerable<ISitemapSource> sources, PageSources madeOf, PublicAddress address)
    {
        var stop = context.RequestAborted;
        var parts = new List<(string Name, int Parts)>();
        foreach (var source in sources)
        {
            Name(source, madeOf);
            parts.Add((source.Name, await source.CountPartsAsync(stop)));
        }
        await using var xml = Begin(context);
        await xml.WriteStartElementAsync(null, "sitemapindex", Namespace);
        foreach (var culture in PortalCultures.All)
            foreach (var (name, count) in parts)
                for (var part = 1; part <= count; part++)
                {
                    await xml.WriteStartElementAsync(null, "sitemap", Namespace);
                    await xml.WriteElementStringAsync(null, "loc", Namespace, address.Of(FormattableString.Invariant($"/sitemaps/{culture.Tag}/{name}-{part}.xml")));
                    await xml.WriteEndElementAsync();
                }
        await xml.WriteEndElementAsync();
    }

    private static async Task WriteAsync(string culture, string name, int part, HttpContext context, IEnumerable<ISitemapSource> sources, PageSources madeOf, PublicAddress address, ReadLimit limit)
    {
        var stop = context.RequestAborted;
        if (!limit.TryTake(context))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }
        if (sources.FirstOrDefault(s => s.Name == name) is not { } source || part > await source.CountPartsAsync(stop))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        Name(source, madeOf);
        await using var xml = Begin(context);
        await xml.WriteStartElementAsync(null, "urlset", Namespace);
        await xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Xhtml);
        await foreach (var entry in source.ReadAsync(part, stop))
            if (entry.Paths.TryGetValue(culture, out var path))
                await WriteEntryAsync(xml, entry, path, address);
        await xml.WriteEndElementAsync();
    }

    private static void Name(ISitemapSource source, PageSources madeOf)
    {
        foreach (var kind in source.Kinds)
            madeOf.AddAll(kind);
    }

    private static async Task WriteEntryAsync(XmlWriter xml, SitemapEntry entry, string path, PublicAddress address)
    {
        await xml.WriteStartElementAsync(null, "url", Namespace);
        await xml.WriteElementStringAsync(null, "loc", Namespace, address.Of(path));
        if (entry.Changed is { } changed)
            await xml.WriteElementStringAsync(null, "lastmod", Namespace, changed.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var fallback = entry.Paths.GetValueOrDefault(PortalCultures.Default.Tag) ?? PortalCultures.All.Select(c => entry.Paths.GetValueOrDefault(c.Tag)).First(p => p is not null)!;
        foreach (var (tag, other) in entry.Paths.Append(new("x-default", fallback)))
        {
            await xml.WriteStartElementAsync("xhtml", "link", Xhtml);
            await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
            await xml.WriteAttributeStringAsync(null, "hreflang", null, tag);
            await xml.WriteAttributeStringAsync(null, "href", null, address.Of(other));
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
    }

    private static XmlWriter Begin(HttpContext context)
    {
        context.Response.ContentType = "application/xml; charset=utf-8";
        return XmlWriter.Create(context.Response.Body, Writing);
    }
}
