using ExportPortal.Kernel.Cultures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ExportPortal.Kernel.Hosting;

/// <summary>Lets only interface cultures, spelt exactly, stand in a <c>{culture:culture}</c> segment.</summary>
internal sealed class CultureConstraint : IRouteConstraint
{
    /// <inheritdoc/>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string tag && PortalCultures.Find(tag)?.Tag == tag;
}
