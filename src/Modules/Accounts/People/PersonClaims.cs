using System.Security.Claims;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ExportPortal.Accounts.People;

/// <summary>Writes a person's name and scopes into the sign-in cookie, which is renewed from the database every minute or so.</summary>
internal sealed class PersonClaims(PortalDbContext db, IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Person>
{
    public const string ScopeType = "scope";

    public async Task<ClaimsPrincipal> CreateAsync(Person user)
    {
        var types = options.Value.ClaimsIdentity;
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, types.UserNameClaimType, types.RoleClaimType);
        identity.AddClaim(new(types.UserIdClaimType, user.Id));
        identity.AddClaim(new(types.UserNameClaimType, user.Name));
        identity.AddClaim(new(types.SecurityStampClaimType, user.SecurityStamp ?? ""));
        foreach (var scope in await db.Set<PersonScope>().AsNoTracking().Where(s => s.PersonId == user.Id).ToListAsync())
            identity.AddClaim(new(ScopeType, $"{scope.Kind}:{scope.Id}"));
        return new(identity);
    }

    public static Scope? ReadScope(string text) => text.Split(':', 2) is [var kind, var id] ? new Scope(kind, id) : null;
}
