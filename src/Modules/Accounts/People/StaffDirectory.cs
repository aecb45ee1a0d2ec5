using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Accounts.People;

/// <summary>Finds the people behind a scope.</summary>
internal sealed class StaffDirectory(PortalDbContext db) : IStaffDirectory
{
    public async Task<IReadOnlyList<Addressee>> FindAsync(Scope scope, CancellationToken cancellation) =>
        await db.Set<Person>().Where(p => p.PasswordHash != null && p.Scopes.Any(s => s.Kind == scope.Kind && s.Id == scope.Id))
            .OrderBy(p => p.Id).Select(p => new Addressee(p.Email!, p.Name, p.Culture)).ToListAsync(cancellation);
}
