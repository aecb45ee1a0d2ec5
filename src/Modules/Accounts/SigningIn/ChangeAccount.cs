using ExportPortal.Accounts.People;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace ExportPortal.Accounts.SigningIn;

/// <summary>Changes what people may change of their own account.</summary>
internal sealed class ChangeAccount(PortalDbContext db, UserManager<Person> people, SignInManager<Person> door)
{
    public async Task<Outcome> RunAsync(Person person, string name, string culture)
    {
        name = name.Trim();
        if (name.Length is 0 or > Person.MostName)
            return Outcome.Refused(new Refusal("Accounts.Person.NameMissing", "name", ("most", Person.MostName)));
        if (PortalCultures.Find(culture) is not { } known)
            return Outcome.Refused(new Refusal("Accounts.Person.CultureUnknown", "culture"));
        (person.Name, person.Culture) = (name, known.Tag);
        await db.SaveChangesAsync();
        await door.RefreshSignInAsync(person);
        return Outcome.Done;
    }

    /// <summary>Sets a new password, and with it ends every other sign-in of this person.</summary>
    public async Task<Outcome> SetPasswordAsync(Person person, string present, string wanted)
    {
        if (wanted.Length is < AccountsModule.ShortestPassword)
            return Outcome.Refused(new Refusal("Accounts.Password.TooShort", "wanted", ("least", AccountsModule.ShortestPassword)));
        if (wanted.Length > AccountsModule.LongestPassword)
            return Outcome.Refused(new Refusal("Accounts.Password.TooLong", "wanted", ("most", AccountsModule.LongestPassword)));
        var check = await door.CheckPasswordSignInAsync(person, present, lockoutOnFailure: true);
        if (!check.Succeeded)
            return Outcome.Refused(new Refusal("Accounts.Password.PresentWrong", "present"));
        db.Record(new LedgerFact("account.password-changed", person.Id, Actor: person.Id));
        var result = await people.ChangePasswordAsync(person, present, wanted);
        if (!result.Succeeded)
            throw new InvalidOperationException("Identity refused a checked password: " + string.Join(", ", result.Errors.Select(e => e.Code)));
        await door.RefreshSignInAsync(person);
        return Outcome.Done;
    }
}
