using System.Security.Claims;
using ExportPortal.Kernel.People;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Accounts.People;

/// <summary>Who sends the present request, from the sign-in cookie.</summary>
internal sealed class CurrentPerson(IHttpContextAccessor accessor) : ICurrentPerson
{
    private ClaimsPrincipal? User => accessor.HttpContext?.User is { Identity.IsAuthenticated: true } user ? user : null;

    public string? Id => User?.FindFirstValue(ClaimTypes.NameIdentifier);

    public string? Name => User?.Identity?.Name;

    public IReadOnlyCollection<Scope> Scopes =>
        User?.FindAll(PersonClaims.ScopeType).Select(c => PersonClaims.ReadScope(c.Value)).OfType<Scope>().ToHashSet() ?? [];
}
