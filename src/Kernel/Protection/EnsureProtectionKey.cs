using ExportPortal.Kernel.Database;
using Microsoft.AspNetCore.DataProtection;

namespace ExportPortal.Kernel.Protection;

/// <summary>
/// Has the data-protection keys read, and the first one made by one node only. Nodes that start together over a new database would make
/// one each, and for a day not know the other's: what one of them sealed, a form's ticket or a sign-in, the other would refuse.
/// </summary>
public sealed class EnsureProtectionKey(PortalDbContext db, IDataProtectionProvider protection)
{
    /// <summary>To be awaited before the host starts, which reads the keys.</summary>
    /// <param name="cancellation">Ends the wait for another node.</param>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var alone = await DatabaseLock.TakeAsync(db, "kernel protection keys", cancellation);
        protection.CreateProtector("start").Protect([]);
    }
}
