using ExportPortal.Accounts.People;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Accounts.Contracts;

/// <summary>A user of the sample catalogue, to be printed at the start.</summary>
/// <param name="Email">What they sign in with.</param>
/// <param name="Password">Their password until the next start.</param>
/// <param name="Name">Whom they act for, in words.</param>
/// <param name="Scope">What they may act for.</param>
public sealed record SampleUser(string Email, string Password, string Name, Scope Scope);

/// <summary>The users for trying the portal out. They exist only beside the sample catalogue and while the portal listens on loopback only.</summary>
public sealed class SampleUsers
{
    private readonly PortalDbContext _db;
    private readonly UserManager<Person> _people;

    internal SampleUsers(PortalDbContext db, UserManager<Person> people) => (_db, _people) = (db, people);

    /// <summary>
    /// Creates an administrator, an officer for each desk and a user for each firm, and gives all a new random password,
    /// so that one from an earlier start opens nothing. Sample users that are no longer named are removed.
    /// </summary>
    /// <param name="desks">Public id and name of each desk.</param>
    /// <param name="firms">Public id and name of each sample firm.</param>
    /// <param name="cancellation">Ends with the start.</param>
    /// <returns>The administrator, the officers and the firms' users, in the order given.</returns>
    public async Task<IReadOnlyList<SampleUser>> EnsureAsync(
        IEnumerable<(string Id, string Name)> desks, IEnumerable<(string Id, string Name)> firms, CancellationToken cancellation)
    {
        // Nodes that start together would each make the same users.
        await using var alone = await DatabaseLock.TakeAsync(_db, "accounts sample users", cancellation);
        // One password for all of them: hashing one for each would hold up every start.
        var password = CreatePerson.NewPassword();
        SampleUser[] wanted =
        [
            new("admin@portal.example", password, "Administrator", Scope.Administrator),
            .. desks.Select(d => new SampleUser($"{d.Id}@desk.example", password, d.Name, Scope.Desk(d.Id))),
            .. firms.Select(f => new SampleUser($"{f.Id}@firm.example", password, f.Name, Scope.Firm(f.Id))),
        ];
        var emails = wanted.Select(w => w.Email).ToArray();
        var existing = await _db.Set<Person>().Include(p => p.Scopes).Where(p => p.IsSample).ToListAsync(cancellation);
        _db.RemoveRange(existing.Where(p => !emails.Contains(p.Email)));

        string? hash = null;
        foreach (var user in wanted)
        {
            var person = existing.Find(p => p.Email == user.Email);
            if (person is null)
            {
                person = user.Scope == Scope.Administrator
                    ? Person.New(user.Email, user.Name, "en", isSample: true)
                    : Person.New(user.Email, SampleNames.Of(user.Email), "fa", isSample: true);
                person.Scopes.Add(new() { Kind = user.Scope.Kind, Id = user.Scope.Id });
                await _people.UpdateNormalizedUserNameAsync(person);
                await _people.UpdateNormalizedEmailAsync(person);
                _db.Add(person);
            }
            person.PasswordHash = hash ??= _people.PasswordHasher.HashPassword(person, password);
            person.SecurityStamp = Guid.NewGuid().ToString("N");
            (person.AccessFailedCount, person.LockoutEnd) = (0, null);
        }
        await _db.SaveChangesAsync(cancellation);
        return wanted;
    }

    /// <summary>Removes all sample users; for every start without the sample catalogue, or that listens beyond loopback.</summary>
    public Task RemoveAsync(CancellationToken cancellation) =>
        _db.Set<Person>().Where(p => p.IsSample).ExecuteDeleteAsync(cancellation);
}
