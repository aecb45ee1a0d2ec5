using System.Globalization;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Web.Hosting;

/// <summary>The constraint <c>culture</c> of routes: a segment that is an interface culture's tag.</summary>
internal sealed class CultureConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        PortalCultures.Find(Convert.ToString(values[routeKey], CultureInfo.InvariantCulture)) is not null;
}
