using System.Security.Cryptography;
using ExportPortal.Kernel.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace ExportPortal.Kernel.Protection;

/// <summary>
/// Has the data-protection keys read, and the first one made by one node only. Nodes that start together over a new database would make
/// one each, and for a day not know the other's: what one of them sealed, a form's ticket or a sign-in, the other would refuse.
/// </summary>
public sealed class EnsureProtectionKey(PortalDbContext db, IDataProtectionProvider protection, IKeyManager keys)
{
    /// <summary>To be awaited before the host starts, which reads the keys.</summary>
    /// <param name="cancellation">Ends the wait for another node.</param>
    /// <exception cref="InvalidDataException">There are keys, and none can be unwrapped: the master key is another one.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var alone = await DatabaseLock.TakeAsync(db, "kernel protection keys", cancellation);
        // A node whose shared folder is not mounted makes a master key of its own; the framework would quietly go on with new keys.
        if (keys.GetAllKeys() is { Count: > 0 } present && !present.Any(CanUnwrap))
            throw new InvalidDataException("The keys in the database were wrapped under another master key. Give this process the one of the others, by Portal:Shared or Portal:MasterKey; "
                + "if it is lost, empty the table kernel_keys: open forms and sign-ins end with it.");
        protection.CreateProtector("start").Protect([]);
    }

    private static bool CanUnwrap(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
