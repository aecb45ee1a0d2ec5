using System.Text;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ExportPortal.Web.Caching;

/// <summary>
/// The one spelling of a page's path that is kept. Routing takes <c>/en/Sectors</c> and <c>/en/sectors</c> for the same; with all spellings
/// kept, whoever tries them could fill the cache with one page.
/// </summary>
internal static class CanonicalPath
{
    /// <summary>True if a path is spelt as its route is. One slash may stand at its end.</summary>
    public static bool Is(string path, RouteEndpoint endpoint, HttpContext context)
    {
        var spelt = new StringBuilder(path.Length);
        foreach (var segment in endpoint.RoutePattern.PathSegments)
        {
            spelt.Append('/');
            foreach (var part in segment.Parts)
                spelt.Append(part switch
                {
                    RoutePatternLiteralPart literal => literal.Content,
                    RoutePatternSeparatorPart separator => separator.Content,
                    RoutePatternParameterPart parameter => (string?)context.Request.RouteValues[parameter.Name],
                    _ => null,
                });
        }
        return spelt.Equals(path) || spelt.Append('/').Equals(path);
    }
}
