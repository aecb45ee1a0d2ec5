using System.Net.Mail;
using System.Security.Cryptography;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.People;
using ExportPortal.Kernel.Values;
using Microsoft.AspNetCore.Identity;

namespace ExportPortal.Accounts.People;

/// <summary>A person to be created; without a password of their own they get a random one.</summary>
internal sealed record NewPerson(string Email, string Name, string Culture, IReadOnlyCollection<Scope> Scopes, string? Password = null);

/// <summary>A person created, with the password to be told once.</summary>
internal sealed record CreatedPerson(string Id, string Password);

/// <summary>Creates someone who may sign in.</summary>
internal sealed class CreatePerson(PortalDbContext db, UserManager<Person> people)
{
    // Letters and digits that are not mistaken for each other.
    private const string PasswordAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 20;

    public async Task<Outcome<CreatedPerson>> RunAsync(NewPerson person)
    {
        if (!MailAddress.TryCreate(person.Email, out _) || person.Email.Length > Person.MostEmail)
            return Refused("Accounts.Person.EmailMalformed", "email");
        if (person.Name.Length is 0 or > Person.MostName)
            return Refused("Accounts.Person.NameMissing", "name", ("most", Person.MostName));
        if (PortalCultures.Find(person.Culture) is not { } culture)
            return Refused("Accounts.Person.CultureUnknown", "culture");
        if (person.Scopes.Any(s => s.Kind.Length is 0 or > 20 || !PublicId.IsValid(s.Id)))
            return Refused("Accounts.Person.ScopeMalformed", "scope");
        if (await people.FindByNameAsync(person.Email) is not null)
            return Refused("Accounts.Person.EmailTaken", "email");
        var password = person.Password ?? NewPassword();
        if (password.Length < AccountsModule.ShortestPassword)
            return Refused("Accounts.Password.TooShort", "password", ("least", AccountsModule.ShortestPassword));

        var created = Person.New(person.Email, person.Name, culture.Tag);
        created.Scopes.AddRange(person.Scopes.Distinct().Select(s => new PersonScope { Kind = s.Kind, Id = s.Id }));
        db.Record(new LedgerFact("account.created", created.Id));
        var result = await people.CreateAsync(created, password);
        return result.Succeeded ? new CreatedPerson(created.Id, password)
            : throw new InvalidOperationException("Identity refused a checked person: " + string.Join(", ", result.Errors.Select(e => e.Code)));
    }

    public static string NewPassword() => RandomNumberGenerator.GetString(PasswordAlphabet, PasswordLength);

    private static Outcome<CreatedPerson> Refused(string key, string field, params (string, object?)[] arguments) =>
        Outcome<CreatedPerson>.Refused(new Refusal(key, field, arguments));
}
