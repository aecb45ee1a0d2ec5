using ExportPortal.Accounts.People;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Outcomes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Accounts.SigningIn;

/// <summary>Signs a person in. Every refusal reads alike, so that nobody learns which addresses have an account.</summary>
internal sealed class SignIn(PortalDbContext db, UserManager<Person> people, SignInManager<Person> door, ILogger<SignIn> log)
{
    /// <returns>The person; or refused with <c>Accounts.SignIn.Refused</c>.</returns>
    public async Task<Outcome<Person>> RunAsync(string email, string password)
    {
        var person = email.Length is > 0 and <= Person.MostEmail ? await people.FindByNameAsync(email) : null;
        if (person is null)
        {
            // As slow as a check of a real password.
            people.PasswordHasher.HashPassword(null!, password);
            return Refused("unknown address");
        }
        var result = await door.CheckPasswordSignInAsync(person, password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            await RecordAsync("account.sign-in-refused", person);
            return Refused(result.IsLockedOut ? "locked out" : "wrong password");
        }
        await RecordAsync("account.signed-in", person);
        await door.SignInAsync(person, isPersistent: false);
        return person;
    }

    private async Task RecordAsync(string kind, Person person)
    {
        db.Record(new LedgerFact(kind, person.Id, Actor: person.Id));
        await db.SaveChangesAsync();
    }

    private Outcome<Person> Refused(string reason)
    {
        log.SignInRefused(reason);
        return Outcome<Person>.Refused(new Refusal("Accounts.SignIn.Refused"));
    }
}
